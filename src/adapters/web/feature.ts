import type { HttpBindings } from "@hono/node-server";
import type { Context, Hono } from "hono";
import type { AskPlatform } from "../../app/figures.ts";
import type { Client } from "./client.ts";
import type { WebDependencies } from "./dependencies.ts";

/** What every request has. */
export interface WebEnv {
  readonly Bindings: HttpBindings;
  readonly Variables: {
    /** Who asks, as far as a trusted proxy or the connection tells. */
    readonly client: Client;
    /** Of this request in the log, and for who asks about it. */
    readonly requestId: string;
  };
}

export type WebApp = Hono<WebEnv>;
export type WebContext = Context<WebEnv>;

/** An entry of the navigation on top of every page. */
export interface NavEntry {
  readonly href: string;
  readonly label: string;
}

/** What a feature's routes are made with. */
export interface Site extends WebDependencies {
  readonly nav: readonly NavEntry[];
}

/** A page or a group of routes. `registry.ts` lists them all. */
export interface Feature {
  /** Whom its answers are given to, for the figures; readers of pages where it says nothing. */
  readonly platform?: AskPlatform;
  /** Undefined where the navigation does not name it. */
  readonly nav?: NavEntry;
  /** Paths that take files, and all below them: the feature limits their bodies itself, once it knows who sends them. */
  readonly takesFiles?: readonly string[];
  mount(app: WebApp, site: Site): void;
}
