import { type Agent, get as httpGet, type IncomingMessage } from "node:http";
import { get as httpsGet } from "node:https";
import type { TelegramSettings } from "./settings.ts";

/** After which a download that has not ended has failed. */
const LONGEST_DOWNLOAD_MS = 60_000;

/**
 * Downloads a file that somebody sent.
 * @param path what the Bot API's getFile gave
 * @param agent the way through a proxy
 * @returns undefined where it cannot be had whole, or is longer than `maxBytes`. Never throws: an error would hold the address, and so the token
 */
export function downloadFile(
  { apiRoot, token }: Pick<TelegramSettings, "apiRoot" | "token">,
  path: string,
  maxBytes: number,
  agent: Agent | undefined,
): Promise<Uint8Array | undefined> {
  const url = `${apiRoot}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`;
  const get = url.startsWith("https:") ? httpsGet : httpGet;
  return new Promise((resolve) => {
    const request = get(url, { ...(agent && { agent }), signal: AbortSignal.timeout(LONGEST_DOWNLOAD_MS) }, (response) => {
      collect(response, maxBytes).then(resolve, () => resolve(undefined));
    });
    request.once("error", () => resolve(undefined));
  });
}

async function collect(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | undefined> {
  if (response.statusCode !== 200) {
    response.resume();
    return undefined;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop ends the connection.
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return response.complete ? new Uint8Array(Buffer.concat(chunks)) : undefined;
}
