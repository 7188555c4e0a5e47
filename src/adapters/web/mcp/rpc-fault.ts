import type { WebFault } from "../fault.ts";
import type { WebContext } from "../feature.ts";

export const MCP_PATH = "/mcp";

/** What a server may call its own errors in JSON-RPC 2.0. */
const SERVER_ERROR = -32000;

/** A refusal as a client of MCP reads it. */
export function sendRpcFault(c: WebContext, { status, message }: WebFault): Response {
  return c.json({ jsonrpc: "2.0", id: null, error: { code: SERVER_ERROR, message } }, status, { "cache-control": "no-store" });
}
