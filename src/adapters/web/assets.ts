import { createHash } from "node:crypto";
import admin from "./assets/admin.css?raw";
import calendar from "./assets/calendar.css?raw";
import duties from "./assets/duties.css?raw";
import icon from "./assets/icon.svg?raw";
import picture from "./assets/picture.css?raw";
import style from "./assets/site.css?raw";
import suggest from "./assets/suggest.js?raw";
import type { Feature } from "./feature.ts";
import { createPrepared, sendPrepared } from "./send.ts";

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" } as const;

/** A file that pages load. Its address changes with its content, so that it may be kept for ever. */
function assetOf(name: string, ending: keyof typeof TYPES, text: string) {
  const href = `/assets/${name}-${createHash("sha256").update(text).digest("base64url").slice(0, 10)}.${ending}`;
  return { href, prepared: createPrepared(text, TYPES[ending], "public, max-age=31536000, immutable") };
}

const FILES = {
  icon: assetOf("icon", "svg", icon),
  style: assetOf("site", "css", style),
  admin: assetOf("admin", "css", admin),
  calendar: assetOf("calendar", "css", calendar),
  duties: assetOf("duties", "css", duties),
  picture: assetOf("picture", "css", picture),
  suggest: assetOf("suggest", "js", suggest),
} as const;

/** Addresses of the assets, for pages to load them. */
export const ASSETS = Object.fromEntries(Object.entries(FILES).map(([name, { href }]) => [name, href])) as Readonly<Record<keyof typeof FILES, string>>;

export const assets: Feature = {
  mount(app) {
    for (const { href, prepared } of Object.values(FILES)) app.get(href, (c) => sendPrepared(c, prepared));
  },
};
