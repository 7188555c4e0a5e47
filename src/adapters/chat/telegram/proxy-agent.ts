import type { Agent } from "node:http";

/** The way through `HTTPS_PROXY`. Loaded only when it is set. @returns undefined without a proxy, or for a Bot API server on this machine */
export async function createProxyAgent(proxyUrl: string | undefined, apiRoot: string): Promise<Agent | undefined> {
  if (proxyUrl === undefined || !apiRoot.startsWith("https:")) return undefined;
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  return new HttpsProxyAgent(proxyUrl, { keepAlive: true });
}
