import { randomUUID } from "node:crypto";
import { routePath } from "hono/route";
import { type Client, clientOf } from "./client.ts";
import type { Site, WebContext } from "./feature.ts";
import { REQUEST_ANSWERED } from "./messages.zh.ts";
import { createAddressCheck } from "./networks.ts";

const HEADER = "x-request-id";
/** As proxies write it. Letters beyond these could be somebody's words. */
const WELL_FORMED = /^[\da-f][\da-f-]{6,62}[\da-f]$/iu;

/**
 * Tells who asks, gives every request an id, and notes what became of it: in the log and in the figures, by the pattern of its route. Neither
 * ever has a path, a query, an address or a word of the request. What was read and found is logged for who looks closely (`debug`), since there is
 * much of it; what was refused or may have changed something, for everybody.
 */
export function watchRequests({ settings, figures, log }: Site): (c: WebContext, next: () => Promise<void>) => Promise<void> {
  const isTrusted = createAddressCheck(settings.trustedProxies);
  return async (c, next) => {
    const startedAtMs = performance.now();
    const { incoming } = c.env;
    const client = clientOf(incoming.socket.remoteAddress, incoming.headers, isTrusted);
    const requestId = idOf(client, c.req.header(HEADER));
    c.set("client", client);
    c.set("requestId", requestId);
    await next();
    c.res.headers.set(HEADER, requestId);
    const { method } = c.req;
    const { status } = c.res;
    const route = routeOf(c);
    const ms = performance.now() - startedAtMs;
    figures.requested({ method, route, status, seconds: ms / 1000 });
    const isPlain = status < 400 && (method === "GET" || method === "HEAD");
    log[isPlain ? "debug" : "info"](REQUEST_ANSWERED, { requestId, method, route, status, ms: Math.round(ms * 10) / 10 });
  };
}

/** Only a trusted proxy numbers requests for us. */
function idOf({ isProxied }: Client, given: string | undefined): string {
  return isProxied && given !== undefined && WELL_FORMED.test(given) ? given : randomUUID().slice(-12);
}

/** The pattern of the route that answered, asked once it has; `none` where no route was reached. */
function routeOf(c: WebContext): string {
  const path = routePath(c);
  if (path === "/*") return "none";
  return path.startsWith("/assets/") ? "/assets/*" : path;
}
