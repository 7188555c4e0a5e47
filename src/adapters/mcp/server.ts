import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  type CallToolResult,
  ErrorCode,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  ReadResourceRequestSchema,
  type Tool as ToolDescription,
} from "@modelcontextprotocol/sdk/types.js";
import * as z from "zod";
import { AppError } from "../../errors.ts";
import * as about from "./descriptions.zh.ts";
import { ProtocolFault, ToolFault } from "./fault.ts";
import * as say from "./messages.zh.ts";
import { listResources, RESOURCE_TEMPLATES, readResource } from "./resources.ts";
import type { Answering } from "./tool.ts";
import { TOOLS } from "./tools.ts";

/** What the server works with. */
export interface McpParts {
  readonly assistant: Answering;
  /** Of the program. */
  readonly version: string;
  /** Is told what nobody expected. Its message may hold words of a question. */
  readonly report: (sentence: string, error: unknown) => void;
}

/** The tools and resources for agents, over any transport. It keeps nothing between two requests, so that one may be made for each. */
export function createMcpServer({ assistant, version, report }: McpParts): Server {
  const server = new Server(
    { name: "mingbai", title: about.SERVER_TITLE, version },
    { capabilities: { tools: {}, resources: {} }, instructions: about.INSTRUCTIONS },
  );
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: described() }));
  server.setRequestHandler(CallToolRequestSchema, ({ params }) => callTool(assistant, params.name, params.arguments, report));
  server.setRequestHandler(ListResourcesRequestSchema, async () => ({ resources: listResources(await assistant.corpus()) }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({ resourceTemplates: RESOURCE_TEMPLATES }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params }) => ({ contents: [readResource(await assistant.corpus(), params.uri)] }));
  return server;
}

async function callTool(assistant: Answering, name: string, given: unknown, report: McpParts["report"]): Promise<CallToolResult> {
  const tool = TOOLS.find((one) => one.name === name);
  if (!tool) {
    const known = TOOLS.map((one) => one.name);
    throw new ProtocolFault(ErrorCode.InvalidParams, say.noSuchTool(name, known));
  }
  try {
    const { data, texts } = await tool.call(assistant, given);
    return { content: texts.map((text) => ({ type: "text", text })), structuredContent: { ...data } };
  } catch (error) {
    if (!(error instanceof ToolFault)) report(say.callBroke(), error);
    const sentence = error instanceof ToolFault || error instanceof AppError ? error.message : say.callFailed();
    return { content: [{ type: "text", text: sentence }], isError: true };
  }
}

let descriptions: ToolDescription[] | undefined;

/** The schemas are written once for all servers. */
function described(): ToolDescription[] {
  descriptions ??= TOOLS.map(({ name, title, description, input, output }) => ({
    name,
    title,
    description,
    inputSchema: schemaOf(input.strict(), "input"),
    outputSchema: schemaOf(output, "output"),
    // Nothing is changed, and nothing but our own documents is looked at.
    annotations: { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
  }));
  return descriptions;
}

function schemaOf(schema: z.ZodObject, io: "input" | "output"): ToolDescription["inputSchema"] {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io });
  return json as ToolDescription["inputSchema"];
}
