import { spreadsheets } from "../adapters/spreadsheet/spreadsheets.ts";
import type { WebDependencies } from "../adapters/web/dependencies.ts";
import type { WebRun } from "../adapters/web/server.ts";
import { describeError } from "../app/describe-error.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { AnsweredQuestionStore } from "../app/ports.ts";
import { createTokenCheck } from "../app/tokens.ts";
import type { BotConfig } from "../config.ts";
import * as say from "./bot-messages.zh.ts";
import type { Edge } from "./edge.ts";
import type { RunningOffice } from "./running-office.ts";
import { loadVersion } from "./version.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** What the page shares with everything else that the program runs. */
interface PageParts extends Pick<WebDependencies, "desk" | "pictures" | "log" | "figures" | "readiness"> {
  readonly assistant: LiveAssistant;
  readonly office: RunningOffice;
  /** Name and version of the segmenter once it is loaded. */
  readonly engine: () => string | undefined;
}

/** A page that is served. */
export interface ServedPage {
  /** Settles when the page has ended after the signal. */
  readonly ended: Promise<void>;
}

/** Serves the page until the signal, and tells its address. Where it cannot, it says why and the bot goes on without. @returns undefined then */
export async function servePage(edge: Edge, config: BotConfig, parts: PageParts, signal: AbortSignal): Promise<ServedPage | undefined> {
  const { telegram, host, port, publicUrl, trustedProxies } = config;
  const { office, ...rest } = parts;
  const tell = (sentence: string) => void edge.stderr.write(`${sentence}\n`);
  if (telegram?.webhook && telegram.webhook.port === undefined) {
    tell(say.pageGivesWay());
    return undefined;
  }
  const admin = config.adminPasswordHash === undefined ? undefined : (await import("./page-admin.ts")).composeAdmin(edge, config, parts, tell);
  const settings = { host, port, publicUrl, trustedProxies };
  const mcp: WebDependencies["mcp"] = async (assistant) => {
    const { createMcpHandler } = await import("../adapters/mcp/http.ts");
    return createMcpHandler({
      assistant,
      version: loadVersion(edge.programRoot),
      report: (sentence, error) => parts.log.error(sentence, describeError(error)),
    });
  };
  const checkToken = createTokenCheck(() => office.store(), Date.now);
  const run = await start(
    { ...rest, settings, questions: storeOfQuestions(office, config), office: () => office.office(), checkToken, mcp, spreadsheets, admin, clock: Date.now },
    tell,
  );
  if (run === undefined) return undefined;
  tell(say.pageServed(run.address));
  if (run.isExposed) tell(say.pageExposed(host));
  return { ended: onceAborted(signal).then(() => run.stop()) };
}

async function start(dependencies: WebDependencies, tell: (sentence: string) => void): Promise<WebRun | undefined> {
  const { startWeb } = await import("../adapters/web/server.ts");
  const { host, port } = dependencies.settings;
  try {
    return await startWeb(dependencies);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    tell(code === "EADDRINUSE" ? say.portTaken(port) : say.pageNotServed(host, port, code));
    return undefined;
  }
}

/** The questions of the store. Those that are too old to keep are forgotten when the first one is kept or looked for. */
function storeOfQuestions(office: RunningOffice, { keepDays }: BotConfig): AnsweredQuestionStore {
  let isTidy = false;
  const store = async () => {
    const found = await office.store();
    // An address with a follow-up then leads to the question alone.
    if (!isTidy) await found.forgetQuestionsBefore(Date.now() - keepDays.questions * DAY_MS);
    isTidy = true;
    return found;
  };
  return {
    saveQuestion: async (question) => (await store()).saveQuestion(question),
    loadQuestion: async (id) => (await store()).loadQuestion(id),
  };
}

/** Settles when the signal is given. */
export function onceAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
