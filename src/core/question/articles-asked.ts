import { parseNumeral } from "../text/numerals.ts";
import type { AskedArticle, AskedChapter } from "./query.ts";

const NUMBER = "[零一二三四五六七八九十百千〇两\\d]{1,8}";
const PLACE = new RegExp(
  `(?:第(?<article>${NUMBER})条(?:之(?<insertion>${NUMBER})(?!款|项|目))?|(?<fromEnd>最后|末尾|倒数第(?<back>${NUMBER}))(?:的)?一?条)(?:的|里|中|里面)?(?<inside>(?:第?(?:${NUMBER}|\\(${NUMBER}\\))款(?:的)?)?(?:第?(?:${NUMBER}|\\(${NUMBER}\\))项(?:的)?|\\(${NUMBER}\\)(?:的)?)?(?:第?${NUMBER}目)?)`,
  "gu",
);
const RANGE = new RegExp(`第(?<first>${NUMBER})条?(?:到|至|-|~|—|～)第?(?<last>${NUMBER})条`, "gu");
const PAIR = new RegExp(`第(?<first>${NUMBER})(?:、|和|与|及|跟|,)第?(?<last>${NUMBER})条`, "gu");
const PARAGRAPH = new RegExp(`第?\\(?(?<number>${NUMBER})\\)?款`, "u");
const ITEM = new RegExp(`(?:第?\\(?(?<number>${NUMBER})\\)?项|(?<!第)\\((?<bare>${NUMBER})\\)(?!款))`, "u");
const POINT = new RegExp(`第?(?<number>${NUMBER})目`, "u");
const ALSO_INSIDE = new RegExp(`^(?:(?:和|与|及|跟|、|,)(?:第?\\(?${NUMBER}\\)?(?:款|项)))+`, "u");
const ONE_INSIDE = new RegExp(`(?:和|与|及|跟|、|,)(第?\\(?${NUMBER}\\)?(?:款|项))`, "gu");
const CHAPTER = new RegExp(`第(?<number>${NUMBER})(?<level>[编章节])`, "gu");
const MOST_ARTICLES = 30;

/** Articles that a question names, in every way of writing it: 第三条第二款, 第六条第(二)项, 第十八条之一, 第三条至第五条, 最后一条. */
export function findAskedArticles(question: string): readonly AskedArticle[] {
  if (!question.includes("条")) return [];
  const found = new Map<string, AskedArticle>();
  const add = (article: AskedArticle): void => {
    if (found.size < MOST_ARTICLES) found.set(JSON.stringify([article.number, article.insertion, article.paragraph, article.item, article.point]), article);
  };
  for (const { groups } of question.matchAll(RANGE)) {
    const [first, last] = [parseNumeral(groups?.["first"] ?? ""), parseNumeral(groups?.["last"] ?? "")];
    if (first === undefined || last === undefined || last < first) continue;
    for (let number = first; number <= Math.min(last, first + MOST_ARTICLES); number += 1) add({ ...WHOLE, number });
  }
  for (const { groups } of question.matchAll(PAIR)) {
    for (const numeral of [groups?.["first"], groups?.["last"]]) {
      const number = numeralOf(numeral);
      if (number !== undefined) add({ ...WHOLE, number });
    }
  }
  for (const match of question.matchAll(PLACE)) {
    const { groups } = match;
    const number = groups?.["fromEnd"] === undefined ? parseNumeral(groups?.["article"] ?? "") : -(parseNumeral(groups["back"] ?? "一") ?? 1);
    if (number === undefined) continue;
    const place = { number, insertion: numeralOf(groups?.["insertion"]) ?? 0, ...findInside(groups?.["inside"] ?? "") };
    add(place);
    // 第六条第一项和第三项
    for (const [, more = ""] of (ALSO_INSIDE.exec(question.slice(match.index + match[0].length))?.[0] ?? "").matchAll(ONE_INSIDE)) {
      const inside = findInside(more);
      add({ ...place, ...inside, paragraph: inside.paragraph ?? place.paragraph });
    }
  }
  return [...found.values()];
}

const WHOLE = { insertion: 0, paragraph: undefined, item: undefined, point: undefined };

/** 第二款, 第(三)项, 第1目: a place inside an article. All undefined where the words name none. */
export function findInside(words: string): Pick<AskedArticle, "paragraph" | "item" | "point"> {
  const item = ITEM.exec(words)?.groups;
  return {
    paragraph: /(?:最后一|末)款/u.test(words) ? -1 : numeralOf(PARAGRAPH.exec(words)?.groups?.["number"]),
    item: numeralOf(item?.["number"] ?? item?.["bare"]),
    point: numeralOf(POINT.exec(words)?.groups?.["number"]),
  };
}

function numeralOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseNumeral(text);
}

/** 第三章第一节, outermost first. */
export function findAskedChapters(question: string): readonly AskedChapter[] {
  return [...question.matchAll(CHAPTER)].flatMap(({ groups }) => {
    const number = parseNumeral(groups?.["number"] ?? "");
    const level = groups?.["level"];
    return number !== undefined && (level === "编" || level === "章" || level === "节") ? [{ level, number }] : [];
  });
}

/** 第三条第二款第(一)项, as an answer names the place. */
export function nameOfPlace({ number, insertion, paragraph, item, point }: AskedArticle, chinese: (value: number) => string): string {
  const article =
    number < 0 ? (number === -1 ? "最后一条" : `倒数第${chinese(-number)}条`) : `第${chinese(number)}条${insertion > 0 ? `之${chinese(insertion)}` : ""}`;
  const inside = paragraph === undefined ? "" : paragraph < 0 ? "最后一款" : `第${chinese(paragraph)}款`;
  return `${article}${inside}${item === undefined ? "" : `第（${chinese(item)}）项`}${point === undefined ? "" : `第${point}目`}`;
}
