import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { countAnswers } from "../../app/figures.ts";
import type { WebDependencies } from "./dependencies.ts";
import { faultOf, sendFault } from "./error-page.tsx";
import { WebFault } from "./fault.ts";
import type { Site, WebApp, WebContext, WebEnv } from "./feature.ts";
import { createHostCheck } from "./hosts.ts";
import * as say from "./messages.zh.ts";
import { FEATURES } from "./registry.ts";
import { watchRequests } from "./request-log.ts";
import { SECURITY_HEADERS } from "./security-headers.ts";

/** What forms send is short. Where a feature takes files, it has a limit of its own. */
const MAX_BODY_BYTES = 64 * 1024;

/** All routes, behind what every request passes. */
export function createWebApp(dependencies: WebDependencies): WebApp {
  const site: Site = { ...dependencies, nav: FEATURES.flatMap(({ nav }) => nav ?? []) };
  const app: WebApp = new Hono<WebEnv>();
  app.use(watchRequests(site));
  app.use(async (c, next) => {
    await next();
    for (const [name, value] of SECURITY_HEADERS) c.res.headers.set(name, value);
  });
  app.use(admit(site));
  const forFiles = FEATURES.flatMap((feature) => feature.takesFiles ?? []);
  const takesFiles = (path: string): boolean => forFiles.some((place) => path === place || path.startsWith(`${place}/`));
  const limitBody = bodyLimit({ maxSize: MAX_BODY_BYTES, onError: refuseBody });
  app.on(["POST", "PUT", "PATCH", "DELETE"], "*", (c, next) => (takesFiles(c.req.path) ? next() : limitBody(c, next)));
  for (const { mount, platform = "page" } of FEATURES) mount(app, { ...site, assistant: countAnswers(site.assistant, site.figures, platform) });
  app.notFound((c) => sendFault(c, site, new WebFault(404, say.noSuchPage())));
  app.onError((error, c) => sendFault(c, site, faultOf(error, site, c.get("requestId"))));
  return app;
}

function refuseBody(): never {
  throw new WebFault(413, say.bodyTooLarge());
}

/** Lets requests in that are meant for this server and can be read; and changes, only from pages of its own. */
function admit({ settings }: Site): (c: WebContext, next: () => Promise<void>) => Promise<void> {
  const isOurs = createHostCheck(settings);
  return async (c, next) => {
    const client = c.get("client");
    if (!isOurs(client.host)) throw new WebFault(421, say.wrongHost());
    if (!isReadable(c.env.incoming.url ?? "")) throw new WebFault(400, say.addressBroken());
    if (c.req.method !== "GET" && c.req.method !== "HEAD" && !isFromHere(c.req.header("origin"), c.req.header("sec-fetch-site"), client.host))
      throw new WebFault(403, say.fromElsewhere());
    await next();
  };
}

/** Whether every % of an address stands for a character of UTF-8, and none for NUL. */
function isReadable(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes("\0");
  } catch {
    return false;
  }
}

/**
 * A browser says where a form stands. Older ones say so by Origin alone, which is `null` from pages that tell nobody where they are, as ours do:
 * what is worth more than a question needs a token of its own.
 */
function isFromHere(origin: string | undefined, site: string | undefined, host: string): boolean {
  if (site !== undefined) return site === "same-origin" || site === "none";
  return origin === undefined || origin === "null" || (URL.canParse(origin) && new URL(origin).host === host.toLowerCase());
}
