import { parseNumeral } from "../text/numerals.ts";
import type { Span } from "../text/span.ts";

/** A figure as a text prints it. */
export interface Figure {
  readonly printed: string;
  readonly span: Span;
  /** In base units (1.633亿元 → 163300000, 72% → 72); undefined for an approximate one (近4万人). */
  readonly value: number | undefined;
  /** 起, 件, 名, 元, %; empty where none is printed. */
  readonly measure: string;
}

const MEASURES =
  "平方公里|平方米|人次|场次|批次|公里|个|名|人|件|起|次|场|期|家|项|条|处|辆|宗|类|种|批|所|座|倍|轮|届|篇|册|户|元|块|位|分|天|日|年|月|号|张|笔|亩|部|%|成|米|吨|级|大|步|篇|支|队|只|台|套|份|村|社区|县|镇|岁|小时|工作日";
const FIGURE = new RegExp(
  `(近|约|超过|超|逾|大约|约为|至少|不少于|最多|将近|第)?((?:\\d[\\d,]*(?:\\.\\d+)?)|[一二三四五六七八九十百两][一二三四五六七八九十百千零]{0,6})(余|多)?(万|亿|千|百)?(余|多)?(${MEASURES})?(余|多)?`,
  "gu",
);
/** Every figure has one. Most clauses have none, and are done with at once. */
const ANY_DIGIT = /[\d一二三四五六七八九十百两]/u;
const SCALE: Readonly<Record<string, number>> = { 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };
const APPROXIMATE = /近|约|超|逾|将近/u;

/** Figures in a text, left to right. Ordinals (第三) and dates' parts come too, with their measure; the caller chooses. */
/** 由29家调整为23家: which side of the change is asked, unless the words before say 之前. */
export const CHANGED_TO = /^(?:\p{Script=Han}{0,3})?(?:调整|增加|减少|下降|降低|提高|上升|压缩|精简|扩大|变|增|减|升|降)(?:为|到|至|成)$/u;

export function findFigures(text: string, offset = 0): readonly Figure[] {
  if (!ANY_DIGIT.test(text)) return [];
  const found: Figure[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const [printed, before, digits = "", more, scale, more2, measure = "", more3] = match;
    const arabic = /^\d/u.test(digits);
    if (digits === "一" && VAGUE.test(measure)) continue;
    if (isDatePart(text, match.index, printed, measure)) continue;
    if (before === "第" || (!arabic && measure === "")) continue;
    const number = arabic ? Number(digits.replaceAll(",", "")) : parseNumeral(digits);
    if (number === undefined || Number.isNaN(number)) continue;
    const approximate = (before !== undefined && APPROXIMATE.test(before)) || more !== undefined || more2 !== undefined || more3 !== undefined;
    const value = Math.round(number * (scale ? (SCALE[scale] ?? 1) : 1) * 1e6) / 1e6;
    found.push({ printed, span: { start: offset + match.index, end: offset + match.index + printed.length }, value: approximate ? undefined : value, measure });
  }
  return found;
}

/** 进一步, 一批, 一级: no count. */
const VAGUE = /^[步批级大]$/u;

/** 2019年, 12月 and 16日 of a date count nothing; 3年 and 60日 do. */
function isDatePart(text: string, start: number, printed: string, measure: string): boolean {
  const after = text.slice(start + printed.length, start + printed.length + 2);
  if (measure === "年") return /^(?:19|20)\d{2}年/u.test(printed) || /^\d{1,2}月/u.test(text.slice(start + printed.length, start + printed.length + 4));
  if (measure === "月") return true;
  return (
    (measure === "日" || measure === "号") &&
    (text.charAt(start - 1) === "月" || (measure === "号" && /[\])〕]/u.test(text.charAt(start - 1))) || after === "前后")
  );
}

/** Measure words that count the same things. */
const KIN: readonly string[] = [
  "个项条类种大",
  "人名位人次",
  "件起宗",
  "次期场场次回批批次轮",
  "家个所户",
  "元块",
  "天日工作日",
  "年",
  "月",
  "分",
  "%成",
  "辆台",
];

/** Whether a figure counted in `printed` can answer a question in `asked`: 几次 is answered by 2期. An unprinted measure never is. */
export function sameMeasure(asked: string, printed: string): boolean {
  if (asked === printed) return true;
  if (asked === "个") return printed !== "" && !/[年月日天元%分次]/u.test(printed);
  return printed !== "" && KIN.some((kin) => kin.includes(asked) && kin.includes(printed));
}
