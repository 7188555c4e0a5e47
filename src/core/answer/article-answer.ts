import type { Article } from "../document/articles.ts";
import type { OfficialDocument } from "../document/official-document.ts";
import { findArticles } from "../question/find-articles.ts";
import type { AskedArticle, Query } from "../question/query.ts";
import { toChineseNumeral } from "../text/numerals.ts";
import type { Answer, Block, Citation } from "./answer.ts";
import { amount, type FoundPlace, findPlaces, missingIn } from "./article-places.ts";
import { answerChapter, countArticles, extentOf } from "./chapter-answer.ts";
import { cite, placeOf } from "./cite.ts";
import { type AnswerContext, documentsOf } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { notFound } from "./not-found.ts";

type ArticleQuery = Extract<Query, { kind: "article" }>;

/** A whole article longer than this is quoted paragraph by paragraph, so that pages can part it. UTF-16 code units. */
const LONGEST_QUOTE = 1200;
/** Of several regulations so many are offered. */
const MOST_OFFERED = 8;

/** What articles of a regulation say, or how many there are; a place that is not there is said to be missing, with what there is. */
export function answerArticle(query: ArticleQuery, context: AnswerContext): Answer {
  const { corpus } = context;
  const documents = documentsOf(query.scope.documents, corpus);
  const understood = describeQuery(query, corpus);
  if (query.asked.length === 0)
    return query.chapters.length > 0 ? answerChapter(query, documents, understood, corpus) : countArticles(query, documents, understood, corpus);
  const withArticle = documents.filter(({ id }) => query.asked.some((asked) => findArticles(corpus.articlesOf(id), asked).length > 0));
  const withPlace = withArticle.filter(({ id }) => query.asked.some((asked) => findPlaces(corpus.articlesOf(id), asked).length > 0));
  const having = withPlace.length > 0 ? withPlace : withArticle;
  const [document] = having;
  if (!document) return noArticle(query, documents, understood, context);
  if (having.length > 1) return whichRegulation(query, having, understood, context);
  if (query.wanted === "paragraphs" || query.wanted === "items") return countInside(query, document, understood, context);
  return quoteArticles(query, document, understood, context);
}

function quoteArticles(query: ArticleQuery, document: OfficialDocument, understood: string, { corpus }: AnswerContext): Answer {
  const articles = corpus.articlesOf(document.id);
  const results = query.asked.map((asked) => ({ asked, places: findPlaces(articles, asked) }));
  const found = results.flatMap(({ places }) => places);
  const missing = results.filter(({ places }) => places.length === 0).map(({ asked }) => missingIn(document, articles, asked));
  const [first] = query.asked;
  if (found.length === 0 && first) return notFound({ understood, text: missing.join(""), suggestions: suggestionsFor(document, articles, first) });
  const citations: Citation[] = [];
  const blocks: Block[] = [];
  const quote = (place: FoundPlace, span: FoundPlace["span"]): void => {
    citations.push(cite(document, span, place.path));
    blocks.push({ kind: "quote", citation: citations.length - 1, place: placeOf(document, [...place.path.slice(0, -1), place.tail]) });
  };
  for (const place of found) {
    blocks.push({ kind: "text", text: `${place.name}${headingOf(place.article)}：`, strong: true });
    for (const span of spansToQuote(place)) quote(place, span);
    if (place.lead) {
      blocks.push({ kind: "text", text: "它前面的话是：" });
      quote({ ...place, tail: place.article.label, path: place.article.path }, place.lead);
    }
  }
  const parts = found.filter(({ isPart }) => isPart);
  for (const article of new Set(parts.map((place) => place.article))) citations.push(cite(document, article.span, article.path));
  return makeAnswer({
    behaviour: "text",
    understood,
    blocks: [
      ...blocks,
      ...missing.map((text): Block => ({ kind: "note", text })),
      ...[...new Set(parts.map((place) => place.article))].map((article): Block => ({ kind: "note", text: wholeLine(article) })),
      ...insertionNotes(query, articles).map((text): Block => ({ kind: "note", text })),
    ],
    citations,
  });
}

/** One span, or one a paragraph where the article is long. */
function spansToQuote({ article, isPart, span }: FoundPlace): readonly FoundPlace["span"][] {
  return isPart || span.end - span.start <= LONGEST_QUOTE || article.paragraphs.length < 2 ? [span] : article.paragraphs.map((paragraph) => paragraph.span);
}

/** （第二章 起草与审核） */
function headingOf({ chapter, section }: Article): string {
  const around = [chapter, section].filter((part) => part !== undefined);
  return around.length === 0 ? "" : `（${around.join(" ")}）`;
}

function wholeLine({ label, paragraphs }: Article): string {
  return `${label}共${amount(paragraphs.length)}款，问“${label}全文”可以看整条。`;
}

/** 第十八条之一 is another article than 第十八条. */
function insertionNotes({ asked }: ArticleQuery, articles: readonly Article[]): readonly string[] {
  return asked.flatMap(({ number, insertion }) => {
    const others = insertion > 0 ? [] : articles.filter((article) => article.number === number && article.insertion > 0);
    return others.length > 0 ? [`另有${others.map(({ label }) => label).join("、")}。`] : [];
  });
}

function suggestionsFor({ title }: OfficialDocument, articles: readonly Article[], asked: AskedArticle): readonly string[] {
  const [article] = findArticles(articles, asked);
  const label = article?.label ?? articles.at(-1)?.label;
  return label === undefined ? [] : [`《${title}》${label}怎么规定`];
}

function noArticle(query: ArticleQuery, documents: readonly OfficialDocument[], understood: string, { corpus }: AnswerContext): Answer {
  const [asked] = query.asked;
  const [first] = documents;
  if (!asked || !first) return notFound({ understood, text: "资料里没有法规制度，没有条文可查。" });
  const text = documents
    .slice(0, MOST_OFFERED)
    .map((document) => missingIn(document, corpus.articlesOf(document.id), asked))
    .join("");
  return notFound({ understood, text, suggestions: suggestionsFor(first, corpus.articlesOf(first.id), asked) });
}

/** Several regulations have the article: each is offered with its first words. */
function whichRegulation(query: ArticleQuery, documents: readonly OfficialDocument[], understood: string, { corpus }: AnswerContext): Answer {
  const offered = documents.slice(0, MOST_OFFERED).flatMap((document) => {
    const place = query.asked.flatMap((asked) => findPlaces(corpus.articlesOf(document.id), asked).slice(0, 1))[0];
    const [article] = query.asked.flatMap((asked) => findArticles(corpus.articlesOf(document.id), asked));
    return article
      ? [{ document, name: place?.name ?? article.label, citation: cite(document, place?.span ?? article.span, place?.path ?? article.path) }]
      : [];
  });
  const [first] = offered;
  return makeAnswer({
    behaviour: "clarify",
    understood: `${understood}（${documents.length}部都有）`,
    blocks: [
      { kind: "text", text: `${documents.length}部文件都有${first?.name ?? "这一条"}，您问的是哪一部？`, strong: true },
      ...offered.map(
        ({ document, name, citation }, index): Block => ({
          kind: "entry",
          text: `${index + 1}. 《${document.title}》${name}：「${firstClause(citation.quote)}」`,
          citation: index,
        }),
      ),
    ],
    citations: offered.map(({ citation }) => citation),
    suggestions: offered.map(({ document, name }) => `《${document.title}》${name}怎么规定`),
  });
}

/** Up to the first clause, so that one can tell what it is about. */
function firstClause(quote: string): string {
  return /^[^，。；：\r\n]{1,40}/u.exec(quote)?.[0] ?? quote.slice(0, 40);
}

/** 第三条有几款, 第六条有几项. */
function countInside(query: ArticleQuery, document: OfficialDocument, understood: string, { corpus }: AnswerContext): Answer {
  const [article] = query.asked.flatMap((asked) => findArticles(corpus.articlesOf(document.id), asked));
  if (!article) return notFound({ understood, text: extentOf(document, corpus) });
  const items = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.items.length, 0);
  const number = query.wanted === "items" ? items : article.paragraphs.length;
  const withItems = article.paragraphs.flatMap((paragraph, index) =>
    paragraph.items.length > 0 ? [`第${toChineseNumeral(index + 1)}款${paragraph.items.length}项`] : [],
  );
  const inItems = items === 0 ? "，没有分项" : `，共${items}项${withItems.length > 0 ? `（${withItems.join("，")}）` : ""}`;
  return makeAnswer({
    behaviour: "number",
    understood,
    number,
    blocks: [
      { kind: "text", text: `${article.label}共${article.paragraphs.length}款${inItems}。`, strong: true },
      { kind: "quote", citation: 0, place: placeOf(document, article.path) },
    ],
    citations: [cite(document, article.span, article.path)],
  });
}
