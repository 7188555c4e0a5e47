import { createServer, type Server } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { isForPrograms, PROBLEM_TYPE, problemOf } from "./api/problem.ts";
import { createWebApp } from "./app.ts";
import { limitBodyTime } from "./body-time.ts";
import { DEFAULT_TIMING, type WebDependencies, type WebSettings, type WebTiming } from "./dependencies.ts";
import * as say from "./messages.zh.ts";
import { isLoopback } from "./networks.ts";

/** A question of 6,000 characters in an address, each of them nine bytes there, and the other headers. */
const MAX_HEADER_BYTES = 72 * 1024;
/** For the files of an administrator on a slow line; everybody else has `requestMs`. */
const LONGEST_BODY_MS = 10 * 60_000;

/** A server that answers. */
export interface WebRun {
  /** How a browser reaches it: http://127.0.0.1:3000 */
  readonly address: string;
  readonly port: number;
  /** Whether what is sent can be read on the way: others reach it, and nothing says that there is TLS in front. */
  readonly isExposed: boolean;
  /** Takes no more requests, finishes those in hand and ends, within 3 s. */
  stop(): Promise<void>;
}

/** Listens. @throws the system's error where it cannot: `EADDRINUSE` for a port that is taken */
export async function startWeb(dependencies: WebDependencies): Promise<WebRun> {
  const { settings } = dependencies;
  const timing = settings.timing ?? DEFAULT_TIMING;
  const app = createWebApp(dependencies);
  const forPeople = getRequestListener(app.fetch, { errorHandler: () => brokenRequest() });
  const forPrograms = getRequestListener(app.fetch, { errorHandler: () => brokenProblem() });
  const server = createServer(
    {
      headersTimeout: timing.headersMs,
      requestTimeout: LONGEST_BODY_MS,
      connectionsCheckingInterval: timing.checkMs,
      maxHeaderSize: MAX_HEADER_BYTES,
    },
    (request, response) => {
      limitBodyTime(request, timing.requestMs, () => {
        if (response.headersSent) request.socket.destroy();
        else refuse({ code: "ERR_HTTP_REQUEST_TIMEOUT" }, request.socket);
      });
      void (isForPrograms(request) ? forPrograms : forPeople)(request, response);
    },
  );
  server.setTimeout(timing.idleMs);
  server.on("clientError", refuse);
  await listen(server, settings);
  const { port } = server.address() as AddressInfo;
  return {
    address: addressOf(settings, port),
    port,
    isExposed: !isLoopback(settings.host) && settings.trustedProxies.length === 0 && !settings.publicUrl?.startsWith("https:"),
    stop: () => stop(server, timing),
  };
}

function listen(server: Server, { host, port }: WebSettings): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function addressOf({ host, publicUrl }: WebSettings, port: number): string {
  if (publicUrl !== undefined) return publicUrl;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

function stop(server: Server, { stopMs }: WebTiming): Promise<void> {
  return new Promise((resolve) => {
    // Connections that are kept open for more requests are closed as soon as their answer is out.
    const closing = setInterval(() => server.closeIdleConnections(), 20);
    const outOfTime = setTimeout(() => server.closeAllConnections(), stopMs);
    server.close(() => {
      clearInterval(closing);
      clearTimeout(outOfTime);
      resolve();
    });
  });
}

/** What is no request of HTTP, or too slow, or has too long a head, never comes to a route. */
function refuse(error: Pick<NodeJS.ErrnoException, "code">, socket: Socket): void {
  if (error.code === "ECONNRESET" || !socket.writable) return void socket.destroy();
  const [status, sentence] =
    error.code === "HPE_HEADER_OVERFLOW"
      ? ["431 Request Header Fields Too Large", say.addressTooLong()]
      : error.code === "ERR_HTTP_REQUEST_TIMEOUT"
        ? ["408 Request Timeout", say.tooSlow()]
        : ["400 Bad Request", say.requestBroken()];
  const page = plainPage(sentence);
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(page)}\r\nX-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n${page}`,
  );
}

function brokenRequest(): Response {
  return new Response(plainPage(say.requestBroken()), { status: 400, headers: { "content-type": "text/html; charset=utf-8", connection: "close" } });
}

function brokenProblem(): Response {
  const problem = problemOf({ status: 400, message: say.requestUnreadable(), detail: {} }, undefined);
  return new Response(problem, { status: 400, headers: { "content-type": PROBLEM_TYPE, "cache-control": "no-store", connection: "close" } });
}

/** @param sentence of ours, without marks of HTML */
function plainPage(sentence: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>${say.SITE_NAME}</title><p>${sentence}</p></html>`;
}
