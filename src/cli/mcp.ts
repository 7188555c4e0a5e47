import { MOST_MEGABYTES } from "../adapters/mcp/message-lines.ts";
import { serveStdio } from "../adapters/mcp/stdio.ts";
import type { Assistant } from "../app/ask.ts";
import { describeError } from "../app/describe-error.ts";
import { assistantOf } from "./ask.ts";
import type { CommandCall } from "./command.ts";
import { corpusSourceOf, takeUsualSnapshot, tellProblems, warnOn } from "./compose.ts";
import { liveAssistantOver } from "./compose-live.ts";
import { splitLines } from "./json-lines.ts";
import * as say from "./messages.zh.ts";
import { loadVersion } from "./version.ts";
import { onceAborted } from "./web-page.ts";

/** `mingbai mcp`: serves an agent on standard input and output, which hold nothing but messages, until the input ends. */
export async function runMcp(call: CommandCall): Promise<number> {
  const { edge } = call;
  const stopping = new AbortController();
  edge.onStopSignal(() => stopping.abort());
  const warn = warnOn(edge);
  const assistant = await agentsAssistantOf(call, warn);
  if (edge.stdin.isTTY) edge.stderr.write(`${say.waitsForAgent()}\n`);
  const served = serveStdio({
    assistant,
    version: loadVersion(edge.programRoot),
    report: (sentence, error) => warn(`${sentence}：${Object.values(describeError(error)).join("\n")}`),
    lines: splitLines(edge.stdin, MOST_MEGABYTES * 1024 * 1024),
    output: edge.stdout,
  });
  await Promise.race([served, onceAborted(stopping.signal)]);
  return 0;
}

/** An agent may keep the program for days, and so goes on with new documents; those of a folder stay as they are. */
async function agentsAssistantOf(call: CommandCall, warn: (sentence: string) => void): Promise<Assistant> {
  const { edge, values } = call;
  if (values.has("corpus")) return assistantOf(call);
  const { stamp } = takeUsualSnapshot(edge);
  const source = corpusSourceOf(edge);
  await tellProblems(edge, await source.loadCorpus());
  return liveAssistantOver(edge, source, stamp, {
    onRenewed: () => undefined,
    onFailed: (error) => warn(say.documentsNotRenewed(error instanceof Error ? error.message : String(error))),
  });
}
