import { type Agent, get } from "node:http";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const STARTS_WITHIN_MS = 60_000;

/** Waits until the server listens. */
export async function firstPage(port: number, path: string): Promise<Buffer> {
  const until = performance.now() + STARTS_WITHIN_MS;
  for (;;) {
    try {
      return await fetchPage(port, path);
    } catch (error) {
      if (performance.now() > until) throw error;
      await wait(50);
    }
  }
}

/** @throws for any status but 200 */
export function fetchPage(port: number, path: string, agent?: Agent): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const request = get({ host: "127.0.0.1", port, path, ...(agent && { agent }) }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => (response.statusCode === 200 ? resolve(Buffer.concat(chunks)) : reject(new Error(`${path} gave ${response.statusCode}`))));
    });
    request.on("error", reject);
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
