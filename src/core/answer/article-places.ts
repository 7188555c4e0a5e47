import type { ArticleItem, ArticleParagraph } from "../document/article-paragraphs.ts";
import type { Article } from "../document/articles.ts";
import type { OfficialDocument } from "../document/official-document.ts";
import { nameOfPlace } from "../question/articles-asked.ts";
import { findArticles } from "../question/find-articles.ts";
import type { AskedArticle } from "../question/query.ts";
import { toChineseNumeral } from "../text/numerals.ts";
import type { Span } from "../text/span.ts";

/** A place of a regulation that was asked for and is there. */
export interface FoundPlace {
  readonly article: Article;
  /** As a reader names it: 第六条第一款第（二）项 */
  readonly name: string;
  readonly span: Span;
  /** Whether it is less than the article. */
  readonly isPart: boolean;
  /** The words that an item goes on from: 不得规定下列事项：; undefined where none. */
  readonly lead: Span | undefined;
  /** Printed labels from the outside in. */
  readonly path: readonly string[];
  /** The last step of the place for the reader: 第六条第二款. */
  readonly tail: string;
}

/** Where the place stands; several where the label is printed twice or two paragraphs have such an item. Empty where it is missing. */
export function findPlaces(articles: readonly Article[], asked: AskedArticle): readonly FoundPlace[] {
  return findArticles(articles, asked).flatMap((article) => placesIn(article, asked));
}

function placesIn(article: Article, asked: AskedArticle): readonly FoundPlace[] {
  const whole = { article, name: article.label, span: article.span, isPart: false, lead: undefined, path: article.path, tail: article.label };
  if (asked.paragraph === undefined && asked.item === undefined) return [whole];
  const paragraphs = asked.paragraph === undefined ? article.paragraphs : paragraphAt(article, asked.paragraph);
  if (asked.item === undefined) {
    return paragraphs.map((paragraph) => {
      const name = `${article.label}${paragraphName(article, paragraph)}`;
      return { ...whole, name, tail: name, span: paragraph.span, isPart: article.paragraphs.length > 1 };
    });
  }
  return paragraphs.flatMap((paragraph) =>
    paragraph.items.filter(({ number }) => number === asked.item).flatMap((item) => itemPlace(article, paragraph, item, asked.point) ?? []),
  );
}

function paragraphAt({ paragraphs }: Article, number: number): readonly ArticleParagraph[] {
  return number < 0 ? paragraphs.slice(number).slice(0, 1) : paragraphs.slice(number - 1, number);
}

function paragraphName({ paragraphs }: Article, paragraph: ArticleParagraph): string {
  return `第${toChineseNumeral(paragraphs.indexOf(paragraph) + 1)}款`;
}

function itemPlace(article: Article, paragraph: ArticleParagraph, item: ArticleItem, point: number | undefined): FoundPlace | undefined {
  const inner = point === undefined ? undefined : item.points.find(({ number }) => number === point);
  if (point !== undefined && !inner) return undefined;
  const inParagraph = article.paragraphs.filter(({ items }) => items.length > 0).length > 1 ? paragraphName(article, paragraph) : "";
  const name = `${article.label}${inParagraph}第${bracketed(item.label)}项${inner ? `第${inner.number ?? ""}目` : ""}`;
  return {
    article,
    name,
    span: inner?.span ?? item.span,
    isPart: true,
    lead: paragraph.lead.end > paragraph.lead.start ? paragraph.lead : undefined,
    path: [...article.path, item.label, ...(inner ? [inner.label] : [])],
    tail: `${name.slice(article.label.length)}`,
  };
}

/** （二） as a name of an item has it, whatever brackets are printed. */
function bracketed(label: string): string {
  const bare = label.replace(/[（()）、.．]/gu, "");
  return `（${bare}）`;
}

/** What is not there, and what there is: 《…》第三条只有两款，没有第五款。 */
export function missingIn({ title }: OfficialDocument, articles: readonly Article[], asked: AskedArticle): string {
  const [article] = findArticles(articles, asked);
  const name = nameOfPlace({ ...asked, paragraph: undefined, item: undefined, point: undefined }, toChineseNumeral);
  if (!article) {
    const others = articles.filter(({ number }) => number === asked.number).map(({ label }) => label);
    const near = others.length > 0 ? `，有${others.join("、")}` : "";
    return `《${title}》共${articles.length}条，从${articles[0]?.label ?? ""}到${articles.at(-1)?.label ?? ""}，没有${name}${near}。`;
  }
  const paragraphs = article.paragraphs.length;
  const wanted = asked.paragraph ?? 0;
  if (wanted > paragraphs) return `《${title}》${article.label}只有${amount(paragraphs)}款，没有第${toChineseNumeral(wanted)}款。`;
  const within = asked.paragraph === undefined ? article.paragraphs : paragraphAt(article, asked.paragraph);
  const items = within.flatMap((paragraph) => paragraph.items);
  const place = `《${title}》${article.label}${asked.paragraph === undefined ? "" : `第${toChineseNumeral(wanted)}款`}`;
  if (asked.item === undefined || items.length === 0)
    return `${place}没有分项${asked.item === undefined ? "" : `，没有第（${toChineseNumeral(asked.item)}）项`}。`;
  const item = items.find(({ number }) => number === asked.item);
  if (item)
    return `${place}第${bracketed(item.label)}项${item.points.length > 0 ? `只有${amount(item.points.length)}目` : "没有分目"}，没有第${asked.point ?? ""}目。`;
  return `${place}只有${amount(items.length)}项，没有第（${toChineseNumeral(asked.item)}）项。`;
}

/** A paragraph with items longer than this is not quoted whole for one of them. UTF-16 code units. */
const LONGEST_PARAGRAPH = 800;

/**
 * What is to be quoted of a stretch of a regulation: an item without the words that it goes on from (不得有下列行为：) says another thing,
 * and those words without their items say nothing, so the whole paragraph is.
 */
export function inItsParagraph(span: Span, articles: readonly Article[]): Span {
  const article = articles.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  const paragraph = article?.paragraphs.find((one) => one.items.length > 0 && one.span.start < span.end && span.start < one.span.end);
  if (!article || !paragraph || paragraph.span.end - paragraph.span.start > LONGEST_PARAGRAPH) return span;
  return { start: Math.min(span.start, paragraph.span.start), end: Math.max(span.end, paragraph.span.end) };
}

export function amount(count: number): string {
  return count === 2 ? "两" : toChineseNumeral(count);
}
