import { fstatSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { WebLog } from "../adapters/web/dependencies.ts";
import { countAnswers } from "../app/figures.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { SegmenterState } from "../app/readiness.ts";
import { type BotConfig, loadConfig, type TelegramConfig } from "../config.ts";
import * as sayBot from "./bot-messages.zh.ts";
import { talkInTerminal } from "./chat.ts";
import type { CommandCall } from "./command.ts";
import { corpusSourceOf, takeUsualSnapshot, tellProblems, warnOn } from "./compose.ts";
import { type LiveReports, liveAssistantOver } from "./compose-live.ts";
import { picturesOf } from "./compose-pictures.ts";
import type { Edge } from "./edge.ts";
import { likelyEngine } from "./likely-engine.ts";
import * as say from "./messages.zh.ts";
import { createReadinessCheck, watchSegmenter } from "./readiness.ts";
import { secretsOf } from "./secrets.ts";
import { onceAborted, servePage } from "./web-page.ts";
import { loadWebhookSecret } from "./webhook-secret.ts";

/** A service manager kills what has not ended after its own delay; ours is shorter, so that the end is always our own. */
const STOP_WITHIN_MS = 4800;

/** `mingbai bot`, which is `npm start`: the page, and Telegram where a token is set, else a conversation in the terminal. Ends at a stop signal. */
export async function runBot({ edge }: CommandCall): Promise<number> {
  const config = loadConfig(edge.env, edge.programRoot, edge.workingDir);
  const stopping = new AbortController();
  edge.onStopSignal(() => stopping.abort());
  const { stamp } = takeUsualSnapshot(edge);
  const { source, segmenter, engine } = watchSegmenter(corpusSourceOf(edge));
  const corpus = await source.loadCorpus();
  await tellProblems(edge, corpus);
  edge.stderr.write(`${sayBot.botStarts(corpus.documents, likelyEngine(config.segmenter), config)}\n`);
  const warmUp = async () => {
    const { builtWith } = await source.loadPassageIndex();
    return builtWith;
  };
  const parts: TalkParts = { createAssistant: (reports) => liveAssistantOver(edge, source, stamp, reports), warmUp, segmenter, engine };
  if (config.telegram) await talkInTelegram(edge, { ...config, telegram: config.telegram }, parts, stopping.signal);
  else await talkHere(edge, config, parts, stopping);
  return 0;
}

/** What a conversation needs of the documents, wherever it is held. */
interface TalkParts {
  readonly createAssistant: (reports: LiveReports) => LiveAssistant;
  /** Loads the segmenter; gives its name and version. */
  readonly warmUp: () => Promise<string>;
  readonly segmenter: () => SegmenterState;
  /** Its name and version once it is loaded. */
  readonly engine: () => string | undefined;
}

/** Telegram and the page, over the same documents. Stops in reverse: updates first, then the page, then the store. */
async function talkInTelegram(
  edge: Edge,
  config: BotConfig & { readonly telegram: TelegramConfig },
  { createAssistant, warmUp, segmenter, engine }: TalkParts,
  signal: AbortSignal,
): Promise<void> {
  const [{ runTelegramBot }, { createFileDesk }, { createLog }, { createRunningOffice }, { createRunningFigures }] = await Promise.all([
    import("./telegram-bot.ts"),
    import("./file-desk.ts"),
    import("./log.ts"),
    import("./running-office.ts"),
    import("./running-figures.ts"),
  ]);
  const { webhook } = config.telegram;
  const webhookSecret = webhook && (webhook.secret ?? loadWebhookSecret(config.home));
  const log = createLog(config.logLevel, [webhookSecret ?? "", ...secretsOf(config)]);
  const assistant = createAssistant({
    onRenewed: () => log.info(say.documentsRenewed()),
    onFailed: (error) => log.error(say.documentsNotRenewed(error instanceof Error ? error.message : String(error))),
  });
  const pictures = picturesOf(edge);
  const office = createRunningOffice(config, assistant, pictures);
  const desk = createFileDesk(edge, assistant);
  const figures = createRunningFigures(assistant, office);
  const readiness = createReadinessCheck(assistant, office, segmenter);
  const page = servePage(edge, config, { assistant, office, desk: () => Promise.resolve(desk), pictures, log, figures, readiness, engine }, signal);
  const run = runTelegramBot(config, { assistant, office, desk, webhookSecret, log, figures, warmUp }, signal)
    .then(async () => (await page)?.ended)
    .finally(async () => {
      await Promise.all([desk.close(), office.close()]);
      log.info(sayBot.botStopped());
    });
  // What is still unfinished then is left; every answer is taken up again from the store.
  const outOfTime = onceAborted(signal).then(() => wait(STOP_WITHIN_MS, undefined, { ref: false }));
  await Promise.race([run, outOfTime]);
}

/** A conversation in the terminal beside the page; the page alone where nobody can type. */
async function talkHere(edge: Edge, config: BotConfig, { createAssistant, warmUp, segmenter, engine }: TalkParts, stopping: AbortController): Promise<void> {
  const warn = warnOn(edge);
  const onFailed = (error: unknown) => warn(say.documentsNotRenewed(error instanceof Error ? error.message : String(error)));
  const assistant = createAssistant({ onRenewed: () => undefined, onFailed });
  const [{ createRunningOffice }, { createRunningFigures }] = await Promise.all([import("./running-office.ts"), import("./running-figures.ts")]);
  const pictures = picturesOf(edge);
  const office = createRunningOffice(config, assistant, pictures);
  const figures = createRunningFigures(assistant, office);
  const readiness = createReadinessCheck(assistant, office, segmenter);
  const desk = onceMade(async () => (await import("./file-desk.ts")).createFileDesk(edge, assistant));
  const log = edge.stderr.isTTY ? logForPerson(warn) : (await import("./log.ts")).createLog(config.logLevel, secretsOf(config));
  const page = await servePage(edge, config, { assistant, office, desk: desk.get, pictures, log, figures, readiness, engine }, stopping.signal);
  const stopOffice = config.robots.length > 0 ? await (await import("./office-alone.ts")).startOfficeAlone(config, office, figures) : undefined;
  const isAlone = page !== undefined && hasNoInput(edge);
  if (edge.stdin.isTTY || isAlone) warmUp().catch((error: unknown) => warn(error instanceof Error ? error.message : String(error)));
  try {
    if (!isAlone) await talkInTerminal(countAnswers(assistant, figures, "terminal"), edge, stopping.signal);
    // A service has no terminal; its work goes on until it is stopped.
    if (isAlone || (stopOffice && !edge.stdin.isTTY)) await onceAborted(stopping.signal);
  } finally {
    stopping.abort();
    await Promise.all([page?.ended, stopOffice?.()]);
    await Promise.all([desk.made()?.then((made) => made.close()), office.close()]);
  }
}

/** A person who talks here is told what they should know, and not every request. */
function logForPerson(warn: (sentence: string) => void): WebLog {
  const silent = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn,
    error: (message, { requestId, error } = {}) => warn([message, requestId, error].filter((part) => part !== undefined).join("：")),
  };
}

/** Something made when it is first needed. */
function onceMade<Value>(make: () => Promise<Value>): { readonly get: () => Promise<Value>; readonly made: () => Promise<Value> | undefined } {
  let made: Promise<Value> | undefined;
  return {
    get: () => {
      made ??= make();
      return made;
    },
    made: () => made,
  };
}

/** Whether the input is `/dev/null`, as service managers give it: no terminal, no pipe, no file. */
function hasNoInput({ stdin }: Edge): boolean {
  return stdin.isTTY !== true && fstatSync(STANDARD_INPUT).isCharacterDevice();
}

const STANDARD_INPUT = 0;
