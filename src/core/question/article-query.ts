import type { DocumentId } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { findAskedArticles, findAskedChapters, findInside } from "./articles-asked.ts";
import { findArticles, findChapter } from "./find-articles.ts";
import type { Knowledge } from "./knowledge.ts";
import { passageQuery } from "./passage-query.ts";
import type { AskedArticle, Conversation, Query } from "./query.ts";
import { hasTasks } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import { type MeantRegulations, regulationsMeant, regulationsNamed } from "./regulations-meant.ts";

export type ArticleQuery = Extract<Query, { kind: "article" }>;

const MAY_ASK = /[条章编节款]/u;
/** Words for what only a regulation has. */
const OF_REGULATION = /规定|条文|法条|办法|条例|细则|规则|章程|法规|制度/u;
const COUNTS_PARTS: readonly (readonly [ArticleQuery["wanted"], RegExp])[] = [
  ["paragraphs", /(?:多少|几)(?:个)?款/u],
  ["items", /(?:多少|几)(?:个)?(?:分)?项/u],
  ["count", /(?:多少|几)(?:个)?(?:条文|条|法条)(?![线路例件措河街])|条数/u],
  ["chapters", /(?:多少|几)(?:个)?章/u],
];
const WHICH_ARTICLE =
  /(?:在|是|由)?(?:哪(?:一|几|些)?(?:个)?条(?:文|款)?|第几条)(?:里面|里|中)?(?:面)?(?:是)?(?:专门)?(?:讲|说|写|规定|提到|涉及|有|关于|明确)?(?:了|到|过|的)?/gu;

/** 第三条第二款, 第六条第(二)项, 第三章讲什么, 共几条, 哪一条讲了备案: what stands in the articles of regulations. */
export function articleQuery(reading: Reading, knowledge: Knowledge): Query | undefined {
  if (!MAY_ASK.test(reading.question)) return undefined;
  const meant = regulationsMeant(reading, knowledge.corpus);
  return meant && queryIn(reading, meant, knowledge.corpus);
}

function queryIn(reading: Reading, meant: MeantRegulations, corpus: Corpus): Query | undefined {
  const { question } = reading;
  const asked = findAskedArticles(question);
  const chapters = findAskedChapters(question);
  const wanted = COUNTS_PARTS.find(([, pattern]) => pattern.test(question))?.[0] ?? "text";
  const which = WHICH_ARTICLE.test(question);
  WHICH_ARTICLE.lastIndex = 0;
  if (asked.length === 0 && chapters.length === 0 && wanted === "text" && !which) return undefined;
  if (meant.foreign !== undefined)
    return asked.length > 0 ? { kind: "reference", scope: reading.scope, printed: `《${meant.foreign}》`, number: undefined, title: meant.foreign } : undefined;
  const alone = !hasTasks(reading.scope.documents, corpus);
  const certain = meant.named || alone || OF_REGULATION.test(question) || asked.some(({ paragraph, insertion }) => paragraph !== undefined || insertion > 0);
  const query = (documents: readonly DocumentId[]): ArticleQuery => ({
    kind: "article",
    scope: { documents, named: meant.named },
    asked,
    chapters: chapters.map(({ level, number }) => ({ level, number })),
    wanted,
  });
  if (asked.length > 0) {
    const having = meant.documents.filter((id) => asked.some((one) => findArticles(corpus.articlesOf(id), one).length > 0));
    if (!certain && (having.length === 0 || reading.units.named.length > 0)) return undefined;
    return query(having.length > 0 ? having : meant.documents);
  }
  if (chapters.length > 0) {
    const having = meant.documents.filter((id) => findChapter(corpus, id, chapters) !== undefined);
    return having.length > 0 || certain ? query(having.length > 0 ? having : meant.documents) : undefined;
  }
  if (!certain || reading.units.named.length > 0) return undefined;
  if (wanted !== "text") return wanted === "count" || wanted === "chapters" ? query(meant.documents) : undefined;
  return passagesIn(reading, meant, corpus);
}

/** 哪一条讲了备案: the passages of the regulations, which are quoted with their articles. */
function passagesIn(reading: Reading, meant: MeantRegulations, corpus: Corpus): Query | undefined {
  const query = passageQuery(reading, corpus);
  if (query.kind !== "passages") return undefined;
  const words = query.words.replace(WHICH_ARTICLE, " ").trim();
  return words === "" ? undefined : { ...query, words, wanted: "passage", measure: undefined, scope: { documents: meant.documents, named: meant.named } };
}

const WHOLE =
  /^(?:看看?|给我看?|要|把|发)?(?:一下)?(?:这|该|那)?(?:一)?(?:条|款|项)?(?:的)?(?:原文|原话|全文|整条|全条|完整的?(?:条文|内容)?|上下文|其他款|其他内容)(?:呢|吧|是什么|怎么写的|发我)?[?。!]*$/u;
const INSIDE_ALONE =
  /^(?:那|那么|再看看?|还有)?(?:它|该条|这条|这一条|本条|其中)?(?:的)?(?:第?\(?[零一二三四五六七八九十\d]{1,4}\)?(?:款|项|目)|最后一款|\([零一二三四五六七八九十\d]{1,4}\)){1,3}/u;
const NEXT = /^(?:那|再)?(?:看|说)?(?:它的?)?(?:下|后)(?:面)?(?:的)?一条|^下一?条/u;
const BEFORE = /^(?:那|再)?(?:看|说)?(?:它的?)?(?:上|前)(?:面)?(?:的)?一条|^上一?条/u;

/** A turn after an article: 原文, 第二款呢, 下一条, 第五条呢, or which of several regulations is meant. */
export function articleFollowUp(reading: Reading, previous: Conversation, { corpus }: Knowledge): Query | undefined {
  const { question } = reading;
  const before = previous.query.kind === "article" ? previous.query : undefined;
  const document = documentBefore(previous, corpus);
  if (before && before.scope.documents.length > 1) return chosen(reading, before, corpus);
  if (document === undefined) return undefined;
  const scope = { documents: [document], named: true };
  const last = before?.asked.at(-1) ?? articleAt(previous, document, corpus);
  const query = (asked: readonly AskedArticle[]): ArticleQuery => ({ kind: "article", scope, asked, chapters: [], wanted: "text" });
  if (last && WHOLE.test(question)) return query([{ number: last.number, insertion: last.insertion, paragraph: undefined, item: undefined, point: undefined }]);
  if (last && before && INSIDE_ALONE.test(question)) {
    const inside = findInside(question);
    return query([{ ...last, ...inside, paragraph: inside.paragraph ?? (inside.item === undefined ? undefined : last.paragraph) }]);
  }
  const step = NEXT.test(question) ? 1 : BEFORE.test(question) ? -1 : 0;
  const beside = last && step !== 0 ? neighbourOf(last, step, document, corpus) : undefined;
  if (beside) return query([beside]);
  const meant = MAY_ASK.test(question) ? regulationsMeant(reading, corpus) : undefined;
  if (!meant || meant.named || reading.units.named.length > 0) return undefined;
  if (findAskedArticles(question).length === 0 && findAskedChapters(question).length === 0) return countOf(last, before, question, scope);
  return queryIn(reading, { documents: [document], named: true, foreign: undefined }, corpus);
}

/** 它有几款 after an article. */
function countOf(last: AskedArticle | undefined, before: ArticleQuery | undefined, question: string, scope: ArticleQuery["scope"]): Query | undefined {
  const wanted = COUNTS_PARTS.find(([, pattern]) => pattern.test(question))?.[0];
  if (!last || !before || wanted === undefined || question.length > 12) return undefined;
  const whole = { number: last.number, insertion: last.insertion, paragraph: undefined, item: undefined, point: undefined };
  return { kind: "article", scope, asked: wanted === "count" || wanted === "chapters" ? [] : [whole], chapters: [], wanted };
}

/** A longer turn is a question of its own. */
const MOST_OF_NAME = 24;

/** Which of several regulations: by its name, or its place in the list. */
function chosen(reading: Reading, before: ArticleQuery, corpus: Corpus): Query | undefined {
  if (findAskedArticles(reading.question).length > 0 && !reading.numbers.some(({ positional }) => positional)) return undefined;
  const digit = /^(?:第)?([一二三四五六七八九1-9])(?:个|部|份)?(?:的|吧|呢)?[?。!]*$/u.exec(reading.question)?.[1];
  const place = digit === undefined ? -1 : "一二三四五六七八九".indexOf(digit) + 1 || Number(digit);
  const offered = before.scope.documents.flatMap((id) => corpus.document(id) ?? []);
  const documents =
    place > 0 ? before.scope.documents.slice(place - 1, place) : reading.question.length <= MOST_OF_NAME ? regulationsNamed(reading.question, offered) : [];
  return documents.length === 1 ? { ...before, scope: { documents, named: true } } : undefined;
}

/** The one regulation that the turn before was about. */
function documentBefore(previous: Conversation, corpus: Corpus): DocumentId | undefined {
  const documents = previous.query.kind === "article" ? previous.query.scope.documents : [...new Set(previous.places.map(({ document }) => document))];
  const [only] = documents;
  return documents.length === 1 && only !== undefined && corpus.articlesOf(only).length > 0 ? only : undefined;
}

/** The article that the turn before quoted first. */
function articleAt({ places }: Conversation, document: DocumentId, corpus: Corpus): AskedArticle | undefined {
  const [first] = places;
  const article = first && corpus.articlesOf(document).find(({ span }) => span.start <= first.start && first.end <= span.end);
  return article?.number === undefined
    ? undefined
    : { number: article.number, insertion: article.insertion, paragraph: undefined, item: undefined, point: undefined };
}

function neighbourOf(last: AskedArticle, step: 1 | -1, document: DocumentId, corpus: Corpus): AskedArticle | undefined {
  const articles = corpus.articlesOf(document);
  const [current] = findArticles(articles, last);
  const beside = current && articles[articles.indexOf(current) + step];
  return beside?.number === undefined
    ? undefined
    : { number: beside.number, insertion: beside.insertion, paragraph: undefined, item: undefined, point: undefined };
}
