import { join } from "node:path";
import { runTerminalChat } from "../adapters/chat/terminal/terminal-chat.ts";
import type { Assistant } from "../app/ask.ts";
import { assistantOf } from "./ask.ts";
import type { CommandCall } from "./command.ts";
import { corpusConfigOf, warnOn } from "./compose.ts";
import type { Edge } from "./edge.ts";

/** `mingbai chat`: a conversation in the terminal. */
export async function runChat(call: CommandCall): Promise<number> {
  const stopping = new AbortController();
  call.edge.onStopSignal(() => stopping.abort());
  await talkInTerminal(await assistantOf(call), call.edge, stopping.signal);
  return 0;
}

/** Talks until the input ends, the person leaves or the signal comes. */
export function talkInTerminal(assistant: Assistant, edge: Edge, signal: AbortSignal): Promise<void> {
  const { env, stdin, stdout } = edge;
  return runTerminalChat({
    assistant,
    input: stdin,
    output: stdout,
    historyFile: join(corpusConfigOf(edge).home, "chat-history"),
    colour: stdout.isTTY === true && !env["NO_COLOR"],
    signal,
    warn: warnOn(edge),
    clock: Date.now,
  });
}
