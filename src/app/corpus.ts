import type { DocumentId, OfficialDocument } from "../core/document/official-document.ts";
import type { SourceTable } from "../core/document/source-text.ts";
import type { LedgerEntry } from "../core/ledger/task.ts";
import type { Passage } from "../core/search/passage.ts";
import type { StoredCorpus } from "./ports.ts";

/** A file of a corpus, decoded, with what its text does not say. */
export interface SourceFile {
  readonly id: DocumentId;
  /** Base name. */
  readonly file: string;
  /** What is stored of the file: of a text file its text as it stands, less a byte order mark. */
  readonly text: string;
  /** Tables in the text. */
  readonly tables: readonly SourceTable[];
  /** 西平县 */
  readonly region: string | undefined;
  readonly year: number | undefined;
  /** For a text without a title line. */
  readonly title: string | undefined;
  /** What is said of it outside its text where it is no longer in force: 失效. */
  readonly lapsed?: string | undefined;
  /** What somebody mends in the reading, as it is kept beside the document; undefined where nobody does. */
  readonly corrections?: string | undefined;
}

/** Files as they were at one moment. */
export interface SourceSnapshot {
  /** A checksum and the time of change of every file, which is cheap. Files with the same stamp are the same; the same files may get another by being copied. */
  readonly stamp: string;
  /** Changes whenever a byte or a name of the files does, and never otherwise. */
  digest(): Promise<string>;
  /** Decodes and checks. Never throws for a bad file: `problems` has one sentence for each. */
  read(): Promise<{ readonly files: readonly SourceFile[]; readonly problems: readonly string[] }>;
}

/** Two sets of files as one. A file of the second stands for the one of the first that has its id. */
export function joinSnapshots(first: SourceSnapshot, second: SourceSnapshot): SourceSnapshot {
  return {
    stamp: JSON.stringify([first.stamp, second.stamp]),
    digest: async () => JSON.stringify([await first.digest(), await second.digest()]),
    async read() {
      const [one, other] = [await first.read(), await second.read()];
      const ids = new Set(other.files.map(({ id }) => id));
      return { files: [...one.files.filter(({ id }) => !ids.has(id)), ...other.files], problems: [...one.problems, ...other.problems] };
    },
  };
}

/** What is read from one file. */
export interface ReadDocument {
  readonly document: OfficialDocument;
  readonly entry: LedgerEntry;
  readonly passages: readonly Passage[];
}

/** Reads one file. What it is made of may have to be loaded first. @throws what a defect throws; a document of any form is read */
export type DocumentReader = (file: SourceFile) => ReadDocument | Promise<ReadDocument>;

/** Reads every file of a snapshot. A file that the reader fails on is a problem, and the others still count. */
export async function buildCorpus(snapshot: SourceSnapshot, readDocument: DocumentReader): Promise<StoredCorpus> {
  const { files, problems } = await snapshot.read();
  const read: ReadDocument[] = [];
  const failures: string[] = [];
  for (const file of files) {
    try {
      read.push(await readDocument(file));
    } catch (error) {
      failures.push(`「${file.file}」读取时出错（${error instanceof Error ? error.message : "原因不明"}），已略过：请检查文件内容。`);
    }
  }
  return {
    documents: read.map(({ document }) => document),
    ledger: read.map(({ entry }) => entry),
    passages: read.flatMap(({ passages }) => passages),
    problems: [...problems, ...failures],
  };
}
