import type { SourceFile, SourceSnapshot } from "../../app/corpus.ts";
import { type DocumentLibrary, factsGiven, type LibraryFacts } from "../../app/document-library.ts";
import { documentFolders, libraryStamp, readCorrections } from "./library-stamp.ts";
import { sentenceOf } from "./raw-files.ts";

/** A version that is replaced while it is read is read again. */
const ATTEMPTS = 3;

/** Takes a snapshot of the imported documents. Their texts are read when they are asked for, which an untouched corpus does without. */
export function takeLibrarySnapshot(folder: string): SourceSnapshot {
  const loadLibrary = async (): Promise<DocumentLibrary> => (await import("./library.ts")).createLibrary(folder);
  return {
    stamp: libraryStamp(folder),
    async digest() {
      const library = await loadLibrary();
      return JSON.stringify([library.list(), library.problems()]);
    },
    async read() {
      const library = await loadLibrary();
      const files: SourceFile[] = [];
      const problems: string[] = [...library.problems()];
      for (const facts of library.list()) {
        try {
          files.push(readFile(library, facts, ATTEMPTS));
        } catch (error) {
          problems.push(sentenceOf(error));
        }
      }
      return { files, problems };
    },
  };
}

/** A snapshot whose documents, imported or not, come with what is mended in their reading. */
export function withCorrections(snapshot: SourceSnapshot, folder: string): SourceSnapshot {
  return {
    ...snapshot,
    digest: async () => JSON.stringify([await snapshot.digest(), documentFolders(folder).map((id) => [id, readCorrections(folder, id)])]),
    async read() {
      const { files, problems } = await snapshot.read();
      return { files: files.map((file) => ({ ...file, corrections: readCorrections(folder, file.id) })), problems };
    },
  };
}

function readFile(library: DocumentLibrary, { id, file, given }: LibraryFacts, attempts: number): SourceFile {
  try {
    const source = library.loadSource(id);
    return { ...factsGiven(given, source), id, file, text: source.text, tables: source.tables };
  } catch (error) {
    const now = library.list().find((facts) => facts.id === id);
    if (attempts > 1 && now) return readFile(library, now, attempts - 1);
    throw error;
  }
}
