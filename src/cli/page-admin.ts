import { statSync } from "node:fs";
import { join } from "node:path";
import { renderCsv } from "../adapters/spreadsheet/csv.ts";
import type { AdminDependencies, ProgramHealth } from "../adapters/web/admin/dependencies.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { BotConfig } from "../config.ts";
import { AppError } from "../errors.ts";
import * as say from "./admin-messages.zh.ts";
import { createDocumentShelf } from "./document-shelf.ts";
import type { Edge } from "./edge.ts";
import { loadKeptSecret } from "./kept-secret.ts";
import { likelyEngine } from "./likely-engine.ts";
import type { RunningOffice } from "./running-office.ts";
import { loadVersion } from "./version.ts";

/** What the administration shares with everything else that the program runs. */
interface AdminParts {
  readonly assistant: LiveAssistant;
  readonly office: RunningOffice;
  /** Name and version of the segmenter once it is loaded. */
  readonly engine: () => string | undefined;
}

/** The administration of the page, where the settings name a password. @returns undefined where its key cannot be kept, which is told */
export function composeAdmin(
  edge: Edge,
  config: BotConfig,
  { assistant, office, engine }: AdminParts,
  tell: (sentence: string) => void,
): AdminDependencies | undefined {
  const { adminPasswordHash: passwordHash, home } = config;
  if (passwordHash === undefined) return undefined;
  try {
    const key = loadKeptSecret(home, "admin-key", { notKept: say.keyNotKept, damaged: say.keyDamaged });
    const shelf = createDocumentShelf(edge, () => void assistant.catchUp());
    return {
      passwordHash,
      key,
      sessions: () => office.store(),
      shelf: () => Promise.resolve(shelf),
      health: createHealth(edge, config, engine),
      recallMessage: office.recallMessage,
      toCsv: renderCsv,
    };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tell(error.message);
    return undefined;
  }
}

function createHealth(edge: Edge, { segmenter, indexDir, databaseUrl, telegram, robots }: BotConfig, engine: () => string | undefined): () => ProgramHealth {
  const fixed = {
    version: loadVersion(edge.programRoot),
    node: process.versions.node,
    startedAtMs: Date.now(),
    store: databaseUrl === undefined ? "SQLite" : "PostgreSQL",
    hasTelegram: telegram !== undefined,
    robots: robots.length,
  } as const;
  const likely = likelyEngine(segmenter);
  return () => {
    const loaded = engine();
    const indexedAtMs = statSync(join(indexDir, "passages.json"), { throwIfNoEntry: false })?.mtimeMs;
    return { ...fixed, segmenter: { name: loaded ?? likely, isLoaded: loaded !== undefined }, indexedAtMs };
  };
}
