import { Readable, type Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { createInHand } from "./in-hand.ts";
import { type Line, readMessage } from "./message-lines.ts";
import { createMcpServer, type McpParts } from "./server.ts";

interface StdioParts extends McpParts {
  /** Split at newlines, none longer than `MOST_MEGABYTES`. */
  readonly lines: AsyncIterable<Line>;
  /** Gets nothing but messages. */
  readonly output: Writable;
}

const NEWLINE = Buffer.from("\n");

/** Serves one client until its input ends and everything that it asked for is answered. A line that is no message is answered with an error. */
export async function serveStdio({ lines, output, ...parts }: StdioParts): Promise<void> {
  const inHand = createInHand();
  async function* messages(): AsyncGenerator<Buffer> {
    for await (const line of lines) {
      const read = readMessage(line);
      if (read === undefined) continue;
      if ("error" in read) output.write(`${JSON.stringify({ jsonrpc: "2.0", id: null, ...read })}\n`);
      else {
        inHand.take(read.message);
        yield Buffer.concat([read.bytes, NEWLINE]);
      }
    }
    inHand.end();
  }
  const transport = new StdioServerTransport(Readable.from(messages(), { objectMode: false }), output);
  const send = transport.send.bind(transport);
  transport.send = async (message) => {
    await send(message);
    inHand.answered(message);
  };
  const server = createMcpServer(parts);
  await server.connect(transport);
  await inHand.done;
  await server.close();
}
