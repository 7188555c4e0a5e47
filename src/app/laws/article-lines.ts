import * as z from "zod/mini";
import type { LawArticle } from "../../core/search/laws/law-article.ts";
import { AppError } from "../../errors.ts";
import * as say from "./messages.zh.ts";

/** Nothing longer is an article; the longest of the national laws has some 20,000. UTF-16 code units. */
const LONGEST_TEXT = 200_000;
const words = (most: number) => z.string().check(z.minLength(1), z.maxLength(most));

/** An article as a line of a file has it. Other fields are left out. */
const ArticleLine = z.object({
  id: words(200),
  law: words(500),
  article: words(100),
  text: words(LONGEST_TEXT),
  headings: z.optional(z.array(z.string().check(z.maxLength(500)))),
  version: z.optional(z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/u))),
});

/** Headings of articles by their ids, as a file beside the articles has them. */
export type HeadingsById = Readonly<Record<string, readonly string[]>>;

/**
 * Reads articles from the lines of a file (JSON Lines).
 * @param file as it is named to the user
 * @throws {AppError} `bad_line` for a line that is no article, or whose id another one has; `empty` where there is none at all
 */
export async function readArticles(lines: AsyncIterable<string>, headings: HeadingsById, file: string): Promise<readonly LawArticle[]> {
  const articles: LawArticle[] = [];
  const lineOf = new Map<string, number>();
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === "") continue;
    const article = readArticle(line, headings, file, number);
    const before = lineOf.get(article.id);
    if (before !== undefined) throw new AppError("bad_line", say.articleTwice(file, article.id, before, number));
    lineOf.set(article.id, number);
    articles.push(article);
  }
  if (articles.length === 0) throw new AppError("empty", say.noArticles(file));
  return articles;
}

function readArticle(line: string, headings: HeadingsById, file: string, number: number): LawArticle {
  const parsed = ArticleLine.safeParse(parseJson(line));
  if (!parsed.success) throw new AppError("bad_line", say.noArticleInLine(file, number, String(parsed.error.issues[0]?.path[0] ?? "")));
  const { id, law, article, text, version } = parsed.data;
  const beside = Object.hasOwn(headings, id) ? headings[id] : undefined;
  return { id, law, article, text, headings: parsed.data.headings ?? beside ?? [], version };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
