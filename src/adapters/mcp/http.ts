import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import { ErrorCode } from "@modelcontextprotocol/sdk/types.js";
import * as say from "./messages.zh.ts";
import { createMcpServer, type McpParts } from "./server.ts";

/** Messages in one request. Clients send one; an old protocol allowed more, and each may be a question. */
const MAX_BATCH = 10;

/** Answers what a client posts. Nothing is kept between two requests, so there are no sessions and no streams: every answer is one piece of JSON. */
export function createMcpHandler(parts: McpParts): (request: Request) => Promise<Response> {
  return async (request) => {
    const parsedBody = parsed(await request.text());
    if (parsedBody === undefined) return refusal(ErrorCode.ParseError, say.bodyBroken());
    if (Array.isArray(parsedBody) && parsedBody.length > MAX_BATCH) return refusal(ErrorCode.InvalidRequest, say.batchTooLarge(MAX_BATCH));
    const server = createMcpServer(parts);
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    try {
      await server.connect(transport);
      return await transport.handleRequest(request, { parsedBody });
    } finally {
      await server.close();
    }
  };
}

function refusal(code: number, message: string): Response {
  return Response.json({ jsonrpc: "2.0", id: null, error: { code, message } }, { status: 400 });
}

/** Undefined for text that is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
