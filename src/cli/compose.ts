import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import places from "../../data/places.json" with { type: "json" };
import synonyms from "../../data/synonyms.json" with { type: "json" };
import units from "../../data/units.json" with { type: "json" };
import type { ThreadProgram } from "../adapters/files/format-thread.ts";
import { takeLibrarySnapshot, withCorrections } from "../adapters/files/library-snapshot.ts";
import type { SeedReading } from "../adapters/files/seed-files.ts";
import { takeSnapshot } from "../adapters/files/seeds.ts";
import { createQuestionReader } from "../adapters/language/question-reader.ts";
import { createCorpusSource } from "../adapters/search/corpus-source.ts";
import { type Assistant, createAssistant } from "../app/ask.ts";
import { joinSnapshots, type SourceSnapshot } from "../app/corpus.ts";
import { dateInChina } from "../app/date-in-china.ts";
import type { CorpusSource, StoredCorpus } from "../app/ports.ts";
import { createUnitRegister } from "../core/units/index.ts";
import type { UnitRegister } from "../core/units/unit.ts";
import { type CorpusConfig, loadCorpusConfig } from "../corpus-config.ts";
import { AppError } from "../errors.ts";
import { BUILD_ID } from "./build-id.ts";
import { type Edge, write } from "./edge.ts";
import * as say from "./messages.zh.ts";

/** The settings that every command needs. @throws {AppError} `config_invalid` */
export function corpusConfigOf({ env, programRoot, workingDir }: Edge): CorpusConfig {
  return loadCorpusConfig(env, programRoot, workingDir);
}

/** Takes one Chinese sentence for standard error. */
export function warnOn(edge: Edge): (message: string) => void {
  return (message) => void edge.stderr.write(`mingbai: ${message}\n`);
}

/** Where imported documents are kept. */
export function libraryFolderOf(edge: Edge): string {
  return join(corpusConfigOf(edge).home, "documents");
}

/** The thread that foreign formats are read in. Its program is built also where the sources run as they are. */
export function threadProgramOf({ programRoot }: Edge): ThreadProgram {
  return { entry: join(programRoot, "dist", "format-worker.js"), memoryInUse: () => process.memoryUsage.rss() };
}

/** Where is kept what files of foreign formats were read as. */
export function textsFolderOf(edge: Edge): string {
  return join(corpusConfigOf(edge).indexDir, "texts");
}

/** How the files of a folder are read. Where the program may change unnoticed, nothing is kept of them. */
export function seedReadingOf(edge: Edge): SeedReading {
  return { thread: threadProgramOf(edge), cache: BUILD_ID === undefined ? undefined : { folder: textsFolderOf(edge), build: BUILD_ID } };
}

/** Every unit of `data/units.json`, by all its names. */
export function unitRegister(): UnitRegister {
  return createUnitRegister(units);
}

/** The documents that ship with the program and the imported ones, as they are now. */
export function takeUsualSnapshot(edge: Edge): SourceSnapshot {
  const folder = libraryFolderOf(edge);
  const all = joinSnapshots(takeSnapshot(corpusConfigOf(edge).seedsDir, seedReadingOf(edge)), takeLibrarySnapshot(folder));
  return withCorrections(all, folder);
}

/**
 * The usual documents, with their index kept in `index/`; or the files of the folder that `--corpus` names alone, with everything in memory.
 * @throws {AppError} `usage` for a folder that is not there
 */
export function corpusSourceOf(edge: Edge, corpus?: string): CorpusSource {
  const folder = corpus === undefined ? undefined : getFolder(edge, corpus);
  const { indexDir, segmenter } = corpusConfigOf(edge);
  // Only a corpus that must be read again needs it.
  let register: UnitRegister | undefined;
  const getRegister = () => {
    register ??= unitRegister();
    return register;
  };
  return createCorpusSource({
    snapshot: () => (folder === undefined ? takeUsualSnapshot(edge) : takeSnapshot(folder, seedReadingOf(edge))),
    indexDirectory: folder === undefined ? indexDir : undefined,
    units: units.units,
    build: BUILD_ID,
    segmenter,
    readDocument: async (file) => (await import("./read-document.ts")).readDocument(file, getRegister()),
    warn: warnOn(edge),
  });
}

function getFolder({ workingDir }: Edge, path: string): string {
  const folder = resolve(workingDir, path);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new AppError("usage", say.folderMissing(path));
}

/** The documents, read; what could not be read is told on standard error. */
export async function composeCorpus(edge: Edge, folder?: string): Promise<StoredCorpus> {
  const corpus = await corpusSourceOf(edge, folder).loadCorpus();
  await tellProblems(edge, corpus);
  return corpus;
}

/** One sentence for each file that could not be read; the others are there. */
export async function tellProblems(edge: Edge, { problems }: StoredCorpus): Promise<void> {
  for (const problem of problems) await write(edge.stderr, `mingbai: ${problem}\n`);
}

/** Who answers, over the documents of the source. */
export function assistantOver(source: CorpusSource): Assistant {
  return createAssistant({
    corpusSource: source,
    units,
    synonyms,
    places,
    today: () => dateInChina(Date.now()),
    reader: createQuestionReader({
      loadEnglish: async () => (await import("../../data/english.json", { with: { type: "json" } })).default,
      loadLookAlikes: async () => (await import("../../data/look-alikes.json", { with: { type: "json" } })).default,
    }),
  });
}
