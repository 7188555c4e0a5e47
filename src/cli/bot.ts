import { fstatSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { LiveAssistant } from "../app/live-assistant.ts";
import { type BotConfig, loadConfig, type TelegramConfig } from "../config.ts";
import * as sayBot from "./bot-messages.zh.ts";
import { talkInTerminal } from "./chat.ts";
import type { CommandCall } from "./command.ts";
import { corpusSourceOf, takeUsualSnapshot, tellProblems, warnOn } from "./compose.ts";
import { type LiveReports, liveAssistantOver } from "./compose-live.ts";
import type { Edge } from "./edge.ts";
import { likelyEngine } from "./likely-engine.ts";
import * as say from "./messages.zh.ts";
import { secretsOf } from "./secrets.ts";
import { onceAborted, servePage } from "./web-page.ts";

/** A service manager kills what has not ended after its own delay; ours is shorter, so that the end is always our own. */
const STOP_WITHIN_MS = 4800;

/** `mingbai bot`, which is `npm start`: the page, and Telegram where a token is set, else a conversation in the terminal. Ends at a stop signal. */
export async function runBot({ edge }: CommandCall): Promise<number> {
  const config = loadConfig(edge.env, edge.programRoot, edge.workingDir);
  const stopping = new AbortController();
  edge.onStopSignal(() => stopping.abort());
  const { stamp } = takeUsualSnapshot(edge);
  const source = corpusSourceOf(edge);
  const corpus = await source.loadCorpus();
  await tellProblems(edge, corpus);
  edge.stderr.write(`${sayBot.botStarts(corpus.documents, likelyEngine(config.segmenter), config)}\n`);
  const warmUp = async () => {
    const { builtWith } = await source.loadPassageIndex();
    return builtWith;
  };
  const liveAssistant = (reports: LiveReports) => liveAssistantOver(edge, source, stamp, reports);
  if (config.telegram) await talkInTelegram(edge, { ...config, telegram: config.telegram }, liveAssistant, warmUp, stopping.signal);
  else await talkHere(edge, config, liveAssistant, warmUp, stopping);
  return 0;
}

/** Telegram and the page, over the same documents. */
async function talkInTelegram(
  edge: Edge,
  config: BotConfig & { readonly telegram: TelegramConfig },
  createAssistant: (reports: LiveReports) => LiveAssistant,
  warmUp: () => Promise<string>,
  signal: AbortSignal,
): Promise<void> {
  const [{ runTelegramBot }, { createFileDesk }, { createLog }] = await Promise.all([
    import("./telegram-bot.ts"),
    import("./file-desk.ts"),
    import("./log.ts"),
  ]);
  const log = createLog(config.logLevel, secretsOf(config));
  let page: ReturnType<typeof servePage> | undefined;
  const withPage = (reports: LiveReports) => {
    const assistant = createAssistant(reports);
    page = servePage(edge, config, assistant, log, signal);
    return assistant;
  };
  const run = runTelegramBot(config, withPage, (assistant) => createFileDesk(edge, assistant), warmUp, signal).then(async () => (await page)?.ended);
  // What is still unfinished then is left; every answer is taken up again from the store.
  const outOfTime = onceAborted(signal).then(() => wait(STOP_WITHIN_MS, undefined, { ref: false }));
  await Promise.race([run, outOfTime]);
}

/** A conversation in the terminal beside the page; the page alone where nobody can type. */
async function talkHere(
  edge: Edge,
  config: BotConfig,
  createAssistant: (reports: LiveReports) => LiveAssistant,
  warmUp: () => Promise<string>,
  stopping: AbortController,
): Promise<void> {
  const warn = warnOn(edge);
  const onFailed = (error: unknown) => warn(say.documentsNotRenewed(error instanceof Error ? error.message : String(error)));
  const assistant = createAssistant({ onRenewed: () => undefined, onFailed });
  const page = await servePage(
    edge,
    config,
    assistant,
    { info: () => undefined, warn, error: (message, { error } = {}) => warn(`${message}：${error}`) },
    stopping.signal,
  );
  const stopOffice = config.robots.length > 0 ? await (await import("./office-alone.ts")).startOfficeAlone(config, assistant) : undefined;
  const isAlone = page !== undefined && hasNoInput(edge);
  if (edge.stdin.isTTY || isAlone) warmUp().catch((error: unknown) => warn(error instanceof Error ? error.message : String(error)));
  try {
    if (!isAlone) await talkInTerminal(assistant, edge, stopping.signal);
    // A service has no terminal; its work goes on until it is stopped.
    if (isAlone || (stopOffice && !edge.stdin.isTTY)) await onceAborted(stopping.signal);
  } finally {
    stopping.abort();
    await Promise.all([page?.ended, stopOffice?.()]);
  }
}

/** Whether the input is `/dev/null`, as service managers give it: no terminal, no pipe, no file. */
function hasNoInput({ stdin }: Edge): boolean {
  return stdin.isTTY !== true && fstatSync(STANDARD_INPUT).isCharacterDevice();
}

const STANDARD_INPUT = 0;
