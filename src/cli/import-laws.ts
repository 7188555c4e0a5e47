import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename, resolve } from "node:path";
import { createGunzip } from "node:zlib";
import { headingsBeside } from "../adapters/law-library/headings-beside.ts";
import { LIBRARY_NAME, saveLibrary } from "../adapters/law-library/law-library.ts";
import { openLawSearch } from "../adapters/law-library/law-search.ts";
import { readArticles } from "../app/laws/article-lines.ts";
import type { LawArticle } from "../core/search/laws/law-article.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { lawFolderOf, lawSearchOptionsOf } from "./compose-laws.ts";
import { write } from "./edge.ts";
import { splitLines } from "./json-lines.ts";
import * as say from "./law-messages.zh.ts";

/** No article comes near; keeps a file without newlines from filling the memory. */
const MOST_LINE_BYTES = 4 * 1024 * 1024;

/**
 * `mingbai import --library NAME FILE`: takes articles in bulk into a law library, and builds its index.
 * @throws {AppError} `usage`; `bad_line`, `empty`, `unreadable` for a file that holds something else, which changes nothing
 */
export async function importLaws({ edge, words }: CommandCall, name: string): Promise<number> {
  if (!LIBRARY_NAME.test(name)) throw new AppError("usage", say.nameNotFit());
  const [word, ...others] = words;
  if (word === undefined || others.length > 0) throw new AppError("usage", say.oneFile());
  const articles = await readFile(resolve(edge.workingDir, word));
  const laws = new Set(articles.map(({ law }) => law)).size;
  saveLibrary(lawFolderOf(edge), { name, articles: articles.length, laws, digest: digestOf(articles), importedAtMs: Date.now() }, articles);
  const search = await openLawSearch(name, await lawSearchOptionsOf(edge));
  search.close();
  await write(edge.stdout, `${say.libraryKept(name, articles.length, laws)}\n`);
  return 0;
}

async function readFile(path: string): Promise<readonly LawArticle[]> {
  const file = basename(path);
  try {
    return await readArticles(linesOf(path), headingsBeside(path), file);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const reason = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new AppError("unreadable", say.cannotRead(file, reason), { cause: error });
  }
}

/** The lines of a file, which may be compressed with gzip. @throws the system's error, or that of the decompression; {AppError} `bad_line` */
async function* linesOf(path: string): AsyncGenerator<string> {
  const stored = createReadStream(path);
  const input = /\.gz$/iu.test(path) ? stored.pipe(createGunzip()) : stored;
  // A pipe does not pass on what goes wrong before it.
  if (input !== stored) stored.once("error", (error) => input.destroy(error));
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let number = 0;
  for await (const line of splitLines(input, MOST_LINE_BYTES)) {
    number += 1;
    if (!("bytes" in line)) throw new AppError("bad_line", say.lineTooLong(basename(path), number));
    yield decoded(utf8, line.bytes, basename(path), number);
  }
}

function decoded(utf8: InstanceType<typeof TextDecoder>, bytes: Buffer, file: string, number: number): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new AppError("bad_line", say.notUtf8(file, number), { cause });
  }
}

function digestOf(articles: readonly LawArticle[]): string {
  const hash = createHash("sha256");
  for (const article of articles) hash.update(JSON.stringify(article)).update("\n");
  return hash.digest("hex");
}
