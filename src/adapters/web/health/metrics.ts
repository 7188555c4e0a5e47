import type { Feature, WebContext } from "../feature.ts";
import { nameOf } from "../hosts.ts";
import { isLoopback } from "../networks.ts";
import { holdBack } from "../rate-limit.ts";
import { tokenMissing, tokenRefused } from "./messages.zh.ts";

/** What a proxy adds to the requests that it passes on. */
const MARKS_OF_PROXIES = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via"];

/** The figures, for monitoring on this machine or with a token of its own. */
export const metrics: Feature = {
  mount(app, { figures, checkToken, ...site }) {
    app.get("/metrics", holdBack(site), async (c) => {
      const token = bearerIn(c.req.header("authorization"));
      if (token === undefined && !isFromThisMachine(c)) return c.text(tokenMissing(), 401, { "www-authenticate": "Bearer", "cache-control": "no-store" });
      if (token !== undefined && (await checkToken(token, "metrics")) === undefined) return c.text(tokenRefused(), 403, { "cache-control": "no-store" });
      const { type, text } = await figures.print();
      return c.body(text, 200, { "content-type": type, "cache-control": "no-store" });
    });
  },
};

/**
 * Whether somebody on this machine asked, by a name of this machine. What comes through a proxy that stands here comes from this machine, too:
 * what proxies add tells, or else the name that was asked for.
 */
function isFromThisMachine(c: WebContext): boolean {
  const { isLocal, host } = c.get("client");
  return isLocal && isLoopback(nameOf(host)) && MARKS_OF_PROXIES.every((name) => c.req.header(name) === undefined);
}

/** @returns undefined where no token was sent; what is no token at all is a wrong one */
function bearerIn(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  return /^Bearer\s+(?<token>\S{1,512})$/iu.exec(header)?.groups?.["token"] ?? "";
}
