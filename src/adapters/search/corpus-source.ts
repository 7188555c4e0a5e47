import { join } from "node:path";
import { buildCorpus, type DocumentReader, type SourceSnapshot } from "../../app/corpus.ts";
import type { CorpusSource, PassageIndex, StoredCorpus } from "../../app/ports.ts";
import { userWordsOf } from "../../core/search/user-words.ts";
import type { RegisteredUnit } from "../../core/units/unit.ts";
import { type Provenance, readIndexFile, type StoredIndex, writeIndexFile } from "./index-files.ts";
import type { SegmenterChoice } from "./segmenter.ts";
import { sha256 } from "./sha256.ts";

/** Raised whenever what is stored, or how documents are read, changes. */
const CORPUS_FORMAT = 2;
/** Raised whenever terms or fields of the passage index change. */
const PASSAGES_FORMAT = 2;

/** What a corpus is made of and where what is made of it is kept. */
export interface CorpusOptions {
  /** Takes a snapshot of the documents' files. */
  readonly snapshot: () => SourceSnapshot;
  /** Where `corpus.json` and `passages.json` are kept; undefined keeps everything in memory and writes nothing. */
  readonly indexDirectory: string | undefined;
  readonly units: readonly RegisteredUnit[];
  /** Identifies the program's build, its data included: what another build read is read again. Undefined where the program may change unnoticed. */
  readonly build: string | undefined;
  readonly segmenter: SegmenterChoice;
  readonly readDocument: DocumentReader;
  /** Takes one Chinese sentence for the log. */
  readonly warn: (message: string) => void;
}

/** The corpus, kept in `index/` and built again by itself whenever that does not match what it should be made from. */
export function createCorpusSource(options: CorpusOptions): CorpusSource {
  const warn = sayOnce(options.warn);
  let corpus: Promise<LoadedCorpus> | undefined;
  let index: Promise<PassageIndex> | undefined;
  const loadedCorpus = () => {
    corpus ??= loadOrBuildCorpus(options, warn);
    return corpus;
  };
  return {
    loadCorpus: async () => (await loadedCorpus()).corpus,
    loadPassageIndex: () => {
      index ??= loadedCorpus().then((loaded) => loadOrBuildPassages(loaded, options, warn));
      return index;
    },
  };
}

interface LoadedCorpus {
  readonly corpus: StoredCorpus;
  readonly fingerprint: string;
}

async function loadOrBuildCorpus(options: CorpusOptions, warn: Warn): Promise<LoadedCorpus> {
  const snapshot = options.snapshot();
  const seen = stampsOf(options, snapshot);
  const untouched = seen && loadUntouched(seen, options);
  if (untouched) return untouched;
  const fingerprint = await sha256(JSON.stringify([CORPUS_FORMAT, options.build, await snapshot.digest()]));
  const provenance = { format: CORPUS_FORMAT, fingerprint };
  const stored = readStored("corpus.json", provenance, options, warn);
  if (stored !== undefined) {
    // The files were put there anew and say the same, as after a copy or a checkout. From now on their stamp tells.
    if (seen) tryToStore("corpus.json", { ...provenance, ...seen }, stored, options);
    return { corpus: JSON.parse(stored) as StoredCorpus, fingerprint };
  }
  const corpus = await buildCorpus(snapshot, options.readDocument);
  store("corpus.json", { ...provenance, ...seen }, JSON.stringify(corpus), options, warn);
  return { corpus, fingerprint };
}

/** What tells at little cost that neither the files nor the program changed; undefined where the program may change unnoticed. */
function stampsOf({ build }: CorpusOptions, { stamp }: SourceSnapshot): Provenance | undefined {
  return build === undefined ? undefined : { build, stamp };
}

/** The corpus as it is stored, when nothing was touched since. */
function loadUntouched(seen: Provenance, options: CorpusOptions): LoadedCorpus | undefined {
  const stored = find("corpus.json", { format: CORPUS_FORMAT, ...seen }, options);
  if (stored.state !== "good" || typeof stored.header["fingerprint"] !== "string") return undefined;
  return { corpus: JSON.parse(stored.payload) as StoredCorpus, fingerprint: stored.header["fingerprint"] };
}

async function loadOrBuildPassages({ corpus, fingerprint }: LoadedCorpus, options: CorpusOptions, warn: Warn): Promise<PassageIndex> {
  const userWords = userWordsOf(options.units);
  const [segmenter, { buildPassageIndex, loadPassageIndex }, hash] = await Promise.all([
    import("./segmenter.ts").then(({ loadSegmenter }) => loadSegmenter({ choice: options.segmenter, userWords })),
    import("./minisearch-index.ts"),
    sha256(userWords.join("\n")),
  ]);
  const dictionary = hash.slice(0, 12);
  const builtWith = `${segmenter.engine} ${segmenter.version} · ${dictionary}`;
  const provenance = { format: PASSAGES_FORMAT, corpus: fingerprint, engine: segmenter.engine, version: segmenter.version, dictionary };
  const stored = readStored("passages.json", provenance, options, warn);
  if (stored !== undefined) return loadPassageIndex(stored, builtWith, segmenter);
  const built = buildPassageIndex(corpus.documents, corpus.passages, segmenter);
  store("passages.json", provenance, built, options, warn);
  return loadPassageIndex(built, builtWith, segmenter);
}

type Warn = (message: string) => void;

/** The payload of a stored file, when it is whole and made from the same. Says why not, unless there is none yet. */
function readStored(name: string, provenance: Provenance, options: CorpusOptions, warn: Warn): string | undefined {
  const stored = find(name, provenance, options);
  if (stored.state === "good") return stored.payload;
  if (stored.state === "damaged") warn(`索引文件 ${name} 已损坏，已重新建立。`);
  if (stored.state === "outdated") warn(`文件、词典或程序有变化，索引 ${name} 已重新建立。`);
  return undefined;
}

function find(name: string, provenance: Provenance, { indexDirectory }: CorpusOptions): StoredIndex {
  return indexDirectory === undefined ? { state: "missing" } : readIndexFile(join(indexDirectory, name), provenance);
}

function store(name: string, provenance: Provenance, payload: string, options: CorpusOptions, warn: Warn): void {
  const failure = tryToStore(name, provenance, payload, options);
  if (failure === undefined) return;
  const code = failure instanceof Error && "code" in failure ? String(failure.code) : "原因不明";
  warn(`索引目录「${options.indexDirectory}」不能写入（${code}），本次只在内存中使用：请检查目录权限和磁盘空间。`);
}

/** @returns why it could not be written; undefined when it was, or is not to be */
function tryToStore(name: string, provenance: Provenance, payload: string, { indexDirectory }: CorpusOptions): unknown {
  if (indexDirectory === undefined) return undefined;
  try {
    return writeIndexFile(join(indexDirectory, name), provenance, payload);
  } catch (error) {
    return error;
  }
}

/** The same sentence is said once, however often it would be true. */
function sayOnce(warn: Warn): Warn {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message)) return;
    said.add(message);
    warn(message);
  };
}
