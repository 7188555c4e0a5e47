import * as z from "zod";
import { WebFault } from "../fault.ts";
import type { Feature, Site, WebApp, WebContext } from "../feature.ts";
import { holdBack } from "../rate-limit.ts";
import { createPrepared, PAGE_CACHE, type Prepared, sendPrepared } from "../send.ts";
import * as say from "./messages.zh.ts";
import { openApi } from "./open-api.ts";
import { kindsOf, readBody, readParams, readQuery } from "./read-request.ts";
import type { ApiRoute, Reply } from "./route.ts";
import { ROUTES } from "./routes.ts";

/** The HTTP API for programs, and the document that describes it. */
export const api: Feature = {
  platform: "api",
  takesFiles: ROUTES.flatMap(({ path, upload }) => (upload ? [path] : [])),
  mount(app, site) {
    app.use("/api/*", holdBack(site));
    for (const route of ROUTES) mountRoute(app, site, route);
    let described: Prepared | undefined;
    app.get("/openapi.json", (c) => {
      described ??= createPrepared(`${JSON.stringify(openApi(ROUTES))}\n`, "application/json", PAGE_CACHE);
      return sendPrepared(c, described);
    });
    const paths = new Map(ROUTES.map(({ path }) => [path, ROUTES.filter((route) => route.path === path).map(({ method }) => method)]));
    for (const [path, methods] of [...paths, ["/openapi.json", ["get"]] as const]) app.all(honoPath(path), (c) => refuseMethod(c, methods));
    app.all("/api/*", refusePath);
  },
};

const NOTHING = z.object({});

function mountRoute(app: WebApp, site: Site, route: ApiRoute): void {
  const { method, path, params = NOTHING, query = NOTHING, body } = route;
  const kinds = { params: kindsOf(params), query: kindsOf(query) };
  app.on(method.toUpperCase(), honoPath(path), async (c) => {
    const asked = {
      params: readParams(c, params, kinds.params),
      query: readQuery(c, query, kinds.query),
      body: body && (await readBody(c, body)),
    };
    return sendReply(c, await route.answer(site, asked, c));
  });
}

function sendReply(c: WebContext, reply: Reply): Response {
  for (const [name, value] of Object.entries(reply.headers ?? {})) c.header(name, value);
  // What was asked in a body may be private, and is nobody's to keep.
  const cache = c.req.method === "POST" ? "no-store" : PAGE_CACHE;
  const prepared =
    "text" in reply
      ? createPrepared(reply.text, "text/plain; charset=utf-8", cache)
      : createPrepared(`${JSON.stringify(reply.json)}\n`, "application/json", cache);
  return sendPrepared(c, prepared, reply.status);
}

function refuseMethod(c: WebContext, methods: readonly ApiRoute["method"][]): never {
  const allowed = methods.flatMap((method) => (method === "get" ? ["GET", "HEAD"] : ["POST"])).join(", ");
  throw new WebFault(405, say.methodNotAllowed(c.req.method, allowed), { allow: allowed });
}

function refusePath(): never {
  throw new WebFault(404, say.noSuchRoute());
}

/** @param path as OpenAPI writes it */
function honoPath(path: string): string {
  return path.replace(/\{(?<name>\w+)\}/gu, ":$<name>");
}
