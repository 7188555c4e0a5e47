import { type ClientRequest, Agent as HttpAgent, request as httpRequest, type IncomingMessage, type RequestOptions } from "node:http";
import { Agent as HttpsAgent, request as httpsRequest } from "node:https";
import { pipeline, type Readable } from "node:stream";
import type { ApiClientOptions } from "grammy";

type GrammyFetch = NonNullable<ApiClientOptions["fetch"]>;

/** What grammY passes to fetch: JSON, or a form with files as a stream. */
interface Call {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Readable;
  readonly signal: { readonly aborted: boolean; addEventListener(type: "abort", listener: () => void): void };
}

/**
 * The `fetch` of grammY, on Node's own HTTP client with connections that are kept: half the work of node-fetch for each call.
 * It does what grammY asks for and no more: no redirects, no compression; an answer is JSON and read as a whole.
 * Fails with the error of the connection, with its `code`, and never with the URL, which holds the token.
 * @param agent the way through a proxy
 */
export function createHttpFetch(apiRoot: string, agent?: HttpAgent): GrammyFetch {
  const root = new URL(apiRoot);
  const isSecure = root.protocol === "https:";
  const request = isSecure ? httpsRequest : httpRequest;
  const options: RequestOptions = {
    hostname: root.hostname.replace(/^\[(.*)\]$/u, "$1"),
    port: root.port,
    agent: agent ?? new (isSecure ? HttpsAgent : HttpAgent)({ keepAlive: true }),
  };
  const fetch = async (url: string, { method, headers, body, signal }: Call) => {
    const text = await send(request({ ...options, method, headers, path: url.slice(root.origin.length) }), body, signal);
    return { json: () => JSON.parse(text) as unknown };
  };
  // grammY uses nothing else of a response.
  return fetch as unknown as GrammyFetch;
}

/** Sends the body. @returns the body of the response */
function send(request: ClientRequest, body: Call["body"], signal: Call["signal"]): Promise<string> {
  return new Promise((resolve, reject) => {
    const abort = (): void => void request.destroy(new Error("aborted"));
    request.once("error", reject);
    request.once("response", (response) => readText(response, resolve, reject));
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort);
    if (typeof body === "string") request.end(body);
    else pipeline(body, request, (error) => error && reject(error));
  });
}

function readText(response: IncomingMessage, resolve: (text: string) => void, reject: (error: Error) => void): void {
  const chunks: Buffer[] = [];
  response.on("data", (chunk: Buffer) => chunks.push(chunk));
  response.once("error", reject);
  response.once("end", () => resolve((chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)).toString("utf8")));
}
