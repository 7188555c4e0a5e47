import { setTimeout as wait } from "node:timers/promises";
import { loadConfig } from "../config.ts";
import { talkInTerminal } from "./chat.ts";
import type { CommandCall } from "./command.ts";
import { corpusSourceOf, takeUsualSnapshot, tellProblems, warnOn } from "./compose.ts";
import { type LiveReports, liveAssistantOver } from "./compose-live.ts";
import { likelyEngine } from "./likely-engine.ts";
import * as say from "./messages.zh.ts";

/** A service manager kills what has not ended after its own delay; ours is shorter, so that the end is always our own. */
const STOP_WITHIN_MS = 4800;

/** `mingbai bot`, which is `npm start`: Telegram where a token is set, else a conversation in the terminal. Ends at a stop signal. */
export async function runBot({ edge }: CommandCall): Promise<number> {
  const config = loadConfig(edge.env, edge.programRoot, edge.workingDir);
  const stopping = new AbortController();
  edge.onStopSignal(() => stopping.abort());
  const { stamp } = takeUsualSnapshot(edge);
  const source = corpusSourceOf(edge);
  const corpus = await source.loadCorpus();
  await tellProblems(edge, corpus);
  edge.stderr.write(`${say.botStarts(corpus.documents, likelyEngine(config.segmenter), config)}\n`);
  const warmUp = async () => {
    const { builtWith } = await source.loadPassageIndex();
    return builtWith;
  };
  if (config.telegram) {
    const [{ runTelegramBot }, { createFileDesk }] = await Promise.all([import("./telegram-bot.ts"), import("./file-desk.ts")]);
    const liveAssistant = (reports: LiveReports) => liveAssistantOver(edge, source, stamp, reports);
    const run = runTelegramBot(
      { ...config, telegram: config.telegram },
      liveAssistant,
      (assistant) => createFileDesk(edge, assistant),
      warmUp,
      stopping.signal,
    );
    // What is still unfinished then is left; every answer is taken up again from the store.
    const outOfTime = onceAborted(stopping.signal).then(() => wait(STOP_WITHIN_MS, undefined, { ref: false }));
    await Promise.race([run, outOfTime]);
    return 0;
  }
  if (edge.stdin.isTTY) warmUp().catch((error: unknown) => warnOn(edge)(error instanceof Error ? error.message : String(error)));
  const onFailed = (error: unknown) => warnOn(edge)(say.documentsNotRenewed(error instanceof Error ? error.message : String(error)));
  const assistant = liveAssistantOver(edge, source, stamp, { onRenewed: () => undefined, onFailed });
  const stopOffice = config.robots.length > 0 ? await (await import("./office-alone.ts")).startOfficeAlone(config, assistant) : undefined;
  try {
    await talkInTerminal(assistant, edge, stopping.signal);
    // A service has no terminal; its work goes on until it is stopped.
    if (stopOffice && !edge.stdin.isTTY) await onceAborted(stopping.signal);
  } finally {
    await stopOffice?.();
  }
  return 0;
}

function onceAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
