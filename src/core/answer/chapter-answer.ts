import type { Article } from "../document/articles.ts";
import type { OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { findChapter } from "../question/find-articles.ts";
import type { Query } from "../question/query.ts";
import { toChineseNumeral } from "../text/numerals.ts";
import type { Span } from "../text/span.ts";
import type { Answer, Block, Citation } from "./answer.ts";
import { cite } from "./cite.ts";
import { makeAnswer } from "./make-answer.ts";
import { notFound } from "./not-found.ts";

type ArticleQuery = Extract<Query, { kind: "article" }>;

/** The articles of a chapter, each with its first sentence; or how many there are. */
export function answerChapter(query: ArticleQuery, documents: readonly OfficialDocument[], understood: string, corpus: Corpus): Answer {
  const chapters = documents.flatMap((document) => {
    const node = findChapter(corpus, document.id, query.chapters);
    return node
      ? [{ document, node, articles: corpus.articlesOf(document.id).filter(({ span }) => node.span.start <= span.start && span.end <= node.span.end) }]
      : [];
  });
  const asked = query.chapters.map(({ level, number }) => `第${toChineseNumeral(number)}${level}`).join("");
  if (chapters.length === 0) return notFound({ understood, text: documents.map((document) => `${extentOf(document, corpus)}没有${asked}。`).join("") });
  const citations: Citation[] = [];
  const blocks: Block[] = chapters.flatMap(({ document, node, articles }): readonly Block[] => [
    {
      kind: "text",
      text: `《${document.title}》${node.path.slice(0, -1).join("")}${node.label} ${node.title}：共${articles.length}条${rangeOf(articles)}。`,
      strong: true,
    },
    ...articles.map((article): Block => {
      citations.push(cite(document, firstSentence(document, article), article.path));
      return { kind: "entry", text: `${article.label} 「${citations.at(-1)?.quote ?? ""}」`, citation: citations.length - 1 };
    }),
    { kind: "note", text: "每条只引第一句；问“第几条怎么规定”可以看整条。" },
  ]);
  const count = chapters.reduce((sum, { articles }) => sum + articles.length, 0);
  return makeAnswer({
    behaviour: query.wanted === "count" ? "number" : "text",
    understood,
    blocks,
    citations,
    number: query.wanted === "count" ? count : null,
  });
}

/** How many articles and chapters regulations have. */
export function countArticles(query: ArticleQuery, documents: readonly OfficialDocument[], understood: string, corpus: Corpus): Answer {
  const [document] = documents;
  const blocks = documents.flatMap((one, index): readonly Block[] => [
    { kind: "text", text: extentOf(one, corpus).replace(/，$/u, "。"), strong: index === 0 },
    ...(documents.length === 1 ? chaptersOf(one, corpus) : []),
  ]);
  const only = documents.length === 1 && document ? document : undefined;
  const number = only ? (query.wanted === "chapters" ? chapterNodes(only).length : corpus.articlesOf(only.id).length) : null;
  const citations = documents.flatMap((one) => {
    const last = corpus.articlesOf(one.id).at(-1);
    return last ? [cite(one, last.span, last.path)] : [];
  });
  return makeAnswer({ behaviour: "number", understood, number, blocks, citations });
}

/** 《…》共四章、十二条（第一条至第十二条）， */
export function extentOf(document: OfficialDocument, corpus: Corpus): string {
  const articles = corpus.articlesOf(document.id);
  const chapters = chapterNodes(document).length;
  return `《${document.title}》共${chapters > 0 ? `${chapters}章、` : ""}${articles.length}条${rangeOf(articles)}，`;
}

function chaptersOf(document: OfficialDocument, corpus: Corpus): readonly Block[] {
  return chapterNodes(document).map((node): Block => {
    const articles = corpus.articlesOf(document.id).filter(({ span }) => node.span.start <= span.start && span.end <= node.span.end);
    return { kind: "entry", text: `${node.label} ${node.title}：${articles.length}条${rangeOf(articles)}` };
  });
}

function chapterNodes({ nodes }: OfficialDocument): OfficialDocument["nodes"] {
  return nodes.filter(({ label }) => /^第.+章$/u.test(label));
}

function rangeOf(articles: readonly Article[]): string {
  const [first, last] = [articles[0], articles.at(-1)];
  return first && last && first !== last ? `（${first.label}至${last.label}）` : "";
}

/** Up to the first 。 or the colon before items. */
function firstSentence({ source }: OfficialDocument, { paragraphs, span }: Article): Span {
  const lead = paragraphs[0]?.lead ?? span;
  const length = /^[^。：]*[。：]?/u.exec(source.slice(lead.start, lead.end))?.[0].length ?? 0;
  return { start: lead.start, end: lead.start + length };
}
