import { createHash } from "node:crypto";
import calendarCss from "./assets/calendar.css?raw";
import icon from "./assets/icon.svg?raw";
import css from "./assets/site.css?raw";
import suggest from "./assets/suggest.js?raw";
import type { Feature } from "./feature.ts";
import { createPrepared, sendPrepared } from "./send.ts";

const TYPES = { css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8", svg: "image/svg+xml" } as const;

/** A file that pages load. Its address changes with its content, so that it may be kept for ever. */
function assetOf(name: string, ending: keyof typeof TYPES, text: string) {
  const href = `/assets/${name}-${createHash("sha256").update(text).digest("base64url").slice(0, 10)}.${ending}`;
  return { href, prepared: createPrepared(text, TYPES[ending], "public, max-age=31536000, immutable") };
}

const ICON = assetOf("icon", "svg", icon);
const STYLE = assetOf("site", "css", css);
const CALENDAR = assetOf("calendar", "css", calendarCss);
const SUGGEST = assetOf("suggest", "js", suggest);

/** Addresses of the assets, for pages to load them. */
export const ASSETS = { icon: ICON.href, style: STYLE.href, calendar: CALENDAR.href, suggest: SUGGEST.href } as const;

export const assets: Feature = {
  mount(app) {
    for (const { href, prepared } of [ICON, STYLE, CALENDAR, SUGGEST]) app.get(href, (c) => sendPrepared(c, prepared));
  },
};
