import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { HttpError, InputFile, type Transformer } from "grammy";

/** Where calls go, and how. */
export interface CallRoute {
  /** Without a trailing slash. */
  readonly apiRoot: string;
  readonly token: string;
  /** After which a call that has not ended has failed. */
  readonly timeoutMs: number;
  /** The way through a proxy. */
  readonly agent?: HttpAgent | undefined;
}

/**
 * Makes calls by Node's own HTTP client, on connections that are kept: about half the work of grammY's way through
 * node-fetch. A call that sends a file is a form, and left to grammY.
 * @returns the innermost transformer. It throws HttpError as grammY does; its cause has the `code` of the connection's error,
 * and never the URL, which holds the token
 */
export function sendJsonCalls({ apiRoot, token, timeoutMs, agent }: CallRoute): Transformer {
  const { protocol, hostname, port, pathname } = new URL(apiRoot);
  const isSecure = protocol === "https:";
  const request = isSecure ? httpsRequest : httpRequest;
  const options: RequestOptions = {
    method: "POST",
    headers: { "content-type": "application/json" },
    hostname: hostname.replace(/^\[(.*)\]$/u, "$1"),
    port,
    agent: agent ?? new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true }),
  };
  const pathStart = `${pathname === "/" ? "" : pathname}/bot${token}/`;
  return async (previous, method, payload, signal) => {
    if (holdsFile(payload)) return await previous(method, payload, signal);
    try {
      const call = request({ ...options, path: pathStart + method });
      return parseResponse(await exchange(call, JSON.stringify(payload), timeoutMs, signal));
    } catch (error) {
      throw new HttpError(`Network request for '${method}' failed!`, error);
    }
  };
}

function holdsFile(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return value instanceof InputFile || Object.values(value).some(holdsFile);
}

/** An answer of the Bot API, of any status. @throws for what a proxy or a failing server says instead */
function parseResponse(body: string): Awaited<ReturnType<Transformer>> {
  const answer: unknown = JSON.parse(body);
  if (typeof answer === "object" && answer !== null && "ok" in answer) return answer as Awaited<ReturnType<Transformer>>;
  throw new Error("this is no answer of the Bot API");
}

/** Sends a body. @returns the body of the response, whatever its status */
function exchange(call: ClientRequest, body: string, timeoutMs: number, signal: Parameters<Transformer>[3]): Promise<string> {
  return new Promise((resolve, reject) => {
    const abort = (): void => void call.destroy(new Error("aborted"));
    const timer = setTimeout(() => call.destroy(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
    const end = (settle: () => void): void => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      settle();
    };
    const fail = (error: Error): void => end(() => reject(error));
    call.once("error", fail);
    call.once("response", (response) => readText(response, (text) => end(() => resolve(text)), fail));
    if (signal?.aborted) abort();
    signal?.addEventListener("abort", abort);
    call.end(body);
  });
}

function readText(response: IncomingMessage, done: (text: string) => void, fail: (error: Error) => void): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.once("error", fail);
  response.once("end", () => done(Buffer.concat(chunks).toString("utf8")));
}
