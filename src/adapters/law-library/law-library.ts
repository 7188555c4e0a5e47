import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { LawArticle } from "../../core/search/laws/law-article.ts";
import { openSections, type SectionsFile, writeSections } from "./sections-file.ts";

/** Raised whenever what is stored of an article changes. */
const FORMAT = 1;
const FILE = "articles.bin";
/** Letters, digits, Chinese, - and _: a name of a folder on every system. */
export const LIBRARY_NAME = /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,40}$/u;

/** What is known of a library without reading its articles. */
export interface LibraryFacts {
  readonly name: string;
  readonly articles: number;
  readonly laws: number;
  /** Changes with every article: what is made from the library is good only for the same. */
  readonly digest: string;
  readonly importedAtMs: number;
}

/** A library that is open. Articles are numbered from 0. */
export interface OpenLibrary extends LibraryFacts {
  article(number: number): LawArticle;
  close(): void;
}

/** Keeps a library in place of what bears its name. @param folder of all libraries @throws the system's error */
export function saveLibrary(folder: string, { name, ...facts }: LibraryFacts, articles: readonly LawArticle[]): void {
  const lines = articles.map((article) => Buffer.from(JSON.stringify(article), "utf8"));
  const ends = new Float64Array(lines.length);
  let end = 0;
  for (const [index, line] of lines.entries()) {
    end += line.length;
    ends[index] = end;
  }
  writeSections(join(folder, name, FILE), { format: FORMAT, ...facts }, { ends: new Uint8Array(ends.buffer), texts: Buffer.concat(lines) });
}

/** @returns the libraries, by name; what is damaged is left out */
export function listLibraries(folder: string): readonly LibraryFacts[] {
  return namesIn(folder).flatMap((name) => {
    try {
      const { name: _, articles, laws, digest, importedAtMs, close } = openLibrary(folder, name);
      close();
      return [{ name, articles, laws, digest, importedAtMs }];
    } catch {
      return [];
    }
  });
}

/** @throws {DamagedFile}, or the system's error: ENOENT where there is none of the name */
export function openLibrary(folder: string, name: string): OpenLibrary {
  const file = openSections(join(folder, name, FILE));
  const { made } = file;
  return {
    name,
    articles: Number(made["articles"]),
    laws: Number(made["laws"]),
    digest: String(made["digest"]),
    importedAtMs: Number(made["importedAtMs"]),
    article: articleReader(file),
    close: () => file.close(),
  };
}

/** The places of the articles are read with the first of them. */
function articleReader(file: SectionsFile): (number: number) => LawArticle {
  let ends: Float64Array | undefined;
  return (number) => {
    if (ends === undefined) {
      const bytes = file.load("ends");
      ends = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
    }
    const start = number === 0 ? 0 : (ends[number - 1] ?? 0);
    return JSON.parse(Buffer.from(file.read("texts", start, (ends[number] ?? start) - start)).toString("utf8"));
  };
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => LIBRARY_NAME.test(name) && statSync(join(folder, name)).isDirectory())
      .sort();
  } catch {
    return [];
  }
}
