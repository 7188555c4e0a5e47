import type { WebDependencies, WebLog } from "../adapters/web/dependencies.ts";
import type { WebRun } from "../adapters/web/server.ts";
import type { Assistant } from "../app/ask.ts";
import type { AnsweredQuestionStore } from "../app/ports.ts";
import type { BotConfig } from "../config.ts";
import * as say from "./bot-messages.zh.ts";
import type { Edge } from "./edge.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** A page that is served. */
export interface ServedPage {
  /** Settles when the page has ended after the signal. */
  readonly ended: Promise<void>;
}

/** Serves the page until the signal, and tells its address. Where it cannot, it says why and the bot goes on without. @returns undefined then */
export async function servePage(edge: Edge, config: BotConfig, assistant: Assistant, log: WebLog, signal: AbortSignal): Promise<ServedPage | undefined> {
  const { telegram, host, port, publicUrl, trustedProxies } = config;
  const tell = (sentence: string) => void edge.stderr.write(`${sentence}\n`);
  if (telegram?.webhook && telegram.webhook.port === undefined) {
    tell(say.pageGivesWay());
    return undefined;
  }
  const questions = storeOfQuestions(config);
  const settings = { host, port, publicUrl, trustedProxies };
  const run = await start({ settings, assistant, questions, log, clock: Date.now }, tell);
  if (run === undefined) return undefined;
  tell(say.pageServed(run.address));
  if (run.isExposed) tell(say.pageExposed(host));
  const ended = onceAborted(signal)
    .then(() => run.stop())
    .then(() => questions.close());
  return { ended };
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

/** The questions of the store, which is opened when the first of them is kept or looked for. */
function storeOfQuestions({ home, databaseUrl, keepDays }: BotConfig): AnsweredQuestionStore & { close(): Promise<void> } {
  let opened: ReturnType<typeof open> | undefined;
  const open = async () => {
    const { openStore } = await import("../adapters/store/store.ts");
    const store = await openStore({ directory: home, databaseUrl });
    // An address with a follow-up then leads to the question alone.
    await store.forgetQuestionsBefore(Date.now() - keepDays.questions * DAY_MS);
    return store;
  };
  const store = () => {
    opened ??= open().catch((error: unknown) => {
      // What is wrong with the folder may be mended by the next time.
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    saveQuestion: async (question) => (await store()).saveQuestion(question),
    loadQuestion: async (id) => (await store()).loadQuestion(id),
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}

/** Settles when the signal is given. */
export function onceAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
