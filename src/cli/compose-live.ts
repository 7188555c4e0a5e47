import { spawn } from "node:child_process";
import { join } from "node:path";
import { execPath } from "node:process";
import { rememberAnswers } from "../app/answer-cache.ts";
import type { Assistant } from "../app/ask.ts";
import { dateInChina } from "../app/date-in-china.ts";
import { createLiveAssistant, type LiveAssistant } from "../app/live-assistant.ts";
import type { CorpusSource } from "../app/ports.ts";
import { assistantOver, corpusSourceOf, takeUsualSnapshot } from "./compose.ts";
import type { Edge } from "./edge.ts";

export interface LiveReports {
  readonly onRenewed: () => void;
  readonly onFailed: (error: unknown) => void;
}

/** Who answers over the usual documents, and over the new ones when they change. @param stamp taken before the source was read */
export function liveAssistantOver(edge: Edge, source: CorpusSource, stamp: string, reports: LiveReports): LiveAssistant {
  return createLiveAssistant(remembering(source), stamp, {
    stamp: () => takeUsualSnapshot(edge).stamp,
    async renew() {
      await updateIndexElsewhere(edge);
      const renewed = corpusSourceOf(edge);
      await renewed.loadPassageIndex();
      return remembering(renewed);
    },
    ...reports,
    clock: () => performance.now(),
  });
}

/** Answers over the documents of the source, remembered while the documents and the day stay. */
function remembering(source: CorpusSource): Assistant {
  return rememberAnswers(assistantOver(source), () => dateInChina(Date.now()));
}

/**
 * Builds the index in a process of its own, so that nobody waits for an answer meanwhile. What it cannot build is built here when it is loaded,
 * and so its failure is none.
 */
function updateIndexElsewhere({ env, programRoot, workingDir }: Edge): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(execPath, [join(programRoot, "dist", "mingbai.js"), "index", "--update"], { env, cwd: workingDir, stdio: "ignore" });
    child.once("error", () => resolve());
    child.once("close", () => resolve());
  });
}
