import { join } from "node:path";
import { buildCorpus, type ReadDocument, type SourceFile, type SourceSnapshot } from "../../app/corpus.ts";
import type { CorpusSource, PassageIndex, StoredCorpus } from "../../app/ports.ts";
import { userWordsOf } from "../../core/search/user-words.ts";
import type { RegisteredUnit } from "../../core/units/unit.ts";
import { type Provenance, readIndexFile, sha256, writeIndexFile } from "./index-files.ts";
import { loadSegmenter, type SegmenterChoice } from "./segmenter.ts";

/** Raised whenever what is stored, or how documents are read, changes. */
const CORPUS_FORMAT = 1;
/** Raised whenever terms or fields of the passage index change. */
const PASSAGES_FORMAT = 1;

/** What a corpus is made of and where what is made of it is kept. */
export interface CorpusOptions {
  /** Takes a snapshot of the documents' files. */
  readonly snapshot: () => SourceSnapshot;
  /** Where `corpus.json` and `passages.json` are kept; undefined keeps everything in memory and writes nothing. */
  readonly indexDirectory: string | undefined;
  readonly units: readonly RegisteredUnit[];
  /** Identifies the program's build: what another build read is read again. */
  readonly build: string;
  readonly segmenter: SegmenterChoice;
  readonly readDocument: (file: SourceFile) => ReadDocument;
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
  const fingerprint = sha256(JSON.stringify([CORPUS_FORMAT, options.build, options.units, snapshot.digest]));
  const stored = readStored("corpus.json", { format: CORPUS_FORMAT, fingerprint }, options, warn);
  if (stored !== undefined) return { corpus: JSON.parse(stored) as StoredCorpus, fingerprint };
  const corpus = await buildCorpus(snapshot, options.readDocument);
  store("corpus.json", { format: CORPUS_FORMAT, fingerprint }, JSON.stringify(corpus), options, warn);
  return { corpus, fingerprint };
}

async function loadOrBuildPassages({ corpus, fingerprint }: LoadedCorpus, options: CorpusOptions, warn: Warn): Promise<PassageIndex> {
  const userWords = userWordsOf(options.units);
  const [segmenter, { buildPassageIndex, loadPassageIndex }] = await Promise.all([
    loadSegmenter({ choice: options.segmenter, userWords }),
    import("./minisearch-index.ts"),
  ]);
  const dictionary = sha256(userWords.join("\n")).slice(0, 12);
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
function readStored(name: string, provenance: Provenance, { indexDirectory }: CorpusOptions, warn: Warn): string | undefined {
  if (indexDirectory === undefined) return undefined;
  const stored = readIndexFile(join(indexDirectory, name), provenance);
  if (stored.state === "good") return stored.payload;
  if (stored.state === "damaged") warn(`索引文件 ${name} 已损坏，已重新建立。`);
  if (stored.state === "outdated") warn(`文件、词典或程序有变化，索引 ${name} 已重新建立。`);
  return undefined;
}

function store(name: string, provenance: Provenance, payload: string, { indexDirectory }: CorpusOptions, warn: Warn): void {
  if (indexDirectory === undefined) return;
  try {
    writeIndexFile(join(indexDirectory, name), provenance, payload);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "原因不明";
    warn(`索引目录「${indexDirectory}」不能写入（${code}），本次只在内存中使用：请检查目录权限和磁盘空间。`);
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
