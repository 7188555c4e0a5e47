import { parseNumeral, toChineseNumeral } from "../text/numerals.ts";

/**
 * How a label is printed (层次序数, GB/T 9704-2012 §7.3.3, and what documents really print):
 * book 第一编 · chapter 第一章, 第一部分 · division 第一节 · article 第一条 · comma 一、 · paren (一) · arabic 1. 1． 1、 · arabic-paren (1) ⑴ 1) ·
 * circled ① · shi 一是 · ordinal 第一, · attachment 附件1 · named 问题1 · decimal 1.1 · subdecimal 1.1.1
 */
export type LabelStyle =
  | "attachment"
  | "book"
  | "named"
  | "decimal"
  | "subdecimal"
  | "chapter"
  | "division"
  | "article"
  | "comma"
  | "paren"
  | "arabic"
  | "arabic-paren"
  | "circled"
  | "shi"
  | "ordinal";

/** A label found at some place of a text. */
export interface Label {
  readonly style: LabelStyle;
  /** As printed, without the comma after 第一 and without white space. */
  readonly text: string;
  readonly number: number | undefined;
  /** UTF-16 code units up to the words that it labels, punctuation and white space after it included. */
  readonly length: number;
  /** True where its form is broken and its number alone says what it is: (三 without the closing bracket. */
  readonly misprinted: boolean;
}

/** Styles that begin inside a paragraph as a rule. */
export const RUN_IN_STYLES: ReadonlySet<LabelStyle> = new Set(["shi", "ordinal"]);

const CN = "[〇零一二三四五六七八九十百]{1,6}";
const DIGITS = "[0-9０-９]{1,3}";

/** After 1.1 its words begin; 1.5万元, 2.3公里 and 8.15 are figures. */
const DECIMAL_END = "[\\s　]*(?=\\p{Script=Han})(?![万亿元个倍米度%％]|公里|千米|公顷|平方|百分|毫|厘|吨|小时|分钟)";

/** Examples and non-examples are in the test. Each captures the printed label (1) and its number (2). */
const PATTERNS: readonly (readonly [LabelStyle, RegExp])[] = [
  ["attachment", new RegExp(`^(附\\s*件\\s*((?:${CN}|${DIGITS})?))\\s*[:：]?$`, "u")],
  ["book", new RegExp(`^(第\\s*(${CN}|${DIGITS})\\s*分?编)(?=[\\s　:：]|\\p{Script=Han}|$)[\\s　:：]*`, "u")],
  ["chapter", new RegExp(`^(第\\s*(${CN}|${DIGITS})\\s*(?:章|部分))(?=[\\s　:：]|\\p{Script=Han}|$)[\\s　:：]*`, "u")],
  ["division", new RegExp(`^(第\\s*(${CN}|${DIGITS})\\s*节)(?=[\\s　:：]|\\p{Script=Han}|$)[\\s　:：]*`, "u")],
  ["article", new RegExp(`^(第\\s*([〇零一二三四五六七八九十百千]{1,9}|${DIGITS})\\s*条(?:之${CN})?)(?![、，,和至的]|第|规定|所称|款)[\\s　:：]*`, "u")],
  ["named", new RegExp(`^((?:问题|任务|事项|项目|措施|案件|线索|专项行动)\\s*(${CN}|${DIGITS}))\\s*[:：、．.\\s　][\\s　]*`, "u")],
  ["subdecimal", new RegExp(`^([0-9０-９]{1,2}[．.][0-9０-９]{1,2}[．.](${DIGITS}))${DECIMAL_END}`, "u")],
  ["decimal", new RegExp(`^([0-9０-９]{1,2}[．.]([0-9０-９]{1,2}))${DECIMAL_END}`, "u")],
  ["comma", new RegExp(`^((${CN})\\s*(?:、|[．.](?![0-9０-９])))[\\s　]*`, "u")],
  ["paren", new RegExp(`^([（(〔]\\s*(${CN})\\s*[）)〕]|([㈠-㈩]))[、．.]?[\\s　]*`, "u")],
  ["arabic", new RegExp(`^((${DIGITS})\\s*[．.、])(?![0-9０-９])[\\s　]*`, "u")],
  ["arabic", /^([⒈-⒛])[\s　]*/u],
  ["arabic-paren", new RegExp(`^([（(]\\s*(${DIGITS})\\s*[）)]|(${DIGITS})\\s*[）)])[、．.]?[\\s　]*`, "u")],
  ["arabic-paren", /^([⑴-⒇])[、．.]?[\s　]*/u],
  ["circled", /^([①-⑳])[、．.]?[\s　]*/u],
  ["shi", new RegExp(`^((${CN})是)(?![\\s]*[，,。；;])`, "u")],
  ["ordinal", new RegExp(`^(第(${CN}))\\s*[，,：:、]\\s*(?!第|[一二三四五六七八九十]+[产类批])`, "u")],
];

/** Labels whose brackets are broken, or with a letter for a digit: (三 · 三) · (三] · l2. ; read only where the number is the next of a running series. */
const BROKEN_PATTERNS: readonly (readonly [LabelStyle, RegExp])[] = [
  ["paren", new RegExp(`^([（(](${CN})(?:[〕\\]】}｝])?)(?=\\p{Script=Han})(?![是个项])`, "u")],
  ["paren", new RegExp(`^([〔\\[【{｛]?(${CN})[）)])[\\s　]*`, "u")],
  ["comma", new RegExp(`^((${CN})[，,。；;:：])[\\s　]*`, "u")],
  ["arabic", new RegExp(`^((${DIGITS})[，,。])(?![0-9０-９])[\\s　]*`, "u")],
  ["arabic", /^(([0-9lIOo]{1,3})[．.、])(?![0-9０-９])[\s　]*(?=\p{Script=Han})/u],
];

/** Characters misprinted for a numeral that they look like. Which one is meant where several are alike, the series says. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  丨: "一",
  亍: "二",
  彡: "三",
  西: "四",
  匹: "四",
  囚: "四",
  王: "三五",
  正: "五",
  互: "五",
  大: "六",
  穴: "六",
  匕: "七",
  己: "二三五七九",
  已: "二三五七九",
  巳: "二三五七九",
  入: "八",
  人: "八",
  乂: "八",
  丸: "九",
  力: "九",
  几: "九七",
  士: "十",
  土: "十",
  干: "十",
  千: "十",
};
const ALIKE = `[${Object.keys(LOOK_ALIKES).join("")}]`;
/** (入) for (八), 十入、 for 十八、: a numeral of which one character is another that looks like it. */
const ALIKE_PATTERNS: readonly (readonly [LabelStyle, RegExp])[] = ["[（(〔]\\s*N\\s*[）)〕]", "N、"].map((form, index) => [
  index === 0 ? "paren" : "comma",
  new RegExp(`^(${form.replace("N", `((?:${CN})?${ALIKE}(?:${CN})?)`)})[、．.]?[\\s　]*(?=\\p{Script=Han})`, "u"),
]);

const LONGEST_LABEL = 24;
const MAY_BEGIN_LABEL =
  /^[丨亍彡西匹囚王正互大穴匕己已巳入人乂丸力几士土干千lIOo附问任事项措案线专第〇零一二三四五六七八九十百（(〔[【{｛㈠-㈩0-9０-９⒈-⒛⑴-⒇①-⑳]/u;

/** The well-formed label at the start of a text, or undefined. */
export function findLabel(text: string): Label | undefined {
  if (!MAY_BEGIN_LABEL.test(text)) return undefined;
  const isShort = text.length <= LONGEST_LABEL;
  const head = isShort ? text : text.slice(0, LONGEST_LABEL);
  for (const [style, pattern] of PATTERNS) {
    if (style === "attachment" && !isShort) continue;
    const match = pattern.exec(head);
    if (match) return behindListNumber(text, toLabel(style, match, false));
  }
  return undefined;
}

/** 1. (一)指导思想: the number of a list that a page put before the printed label. */
function behindListNumber(text: string, label: Label): Label {
  const rest = text.slice(label.length, label.length + LONGEST_LABEL);
  if (label.style !== "arabic" || !/^[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]/u.test(rest)) return label;
  const printed = findLabel(rest);
  return printed?.style === "paren" ? { ...printed, length: label.length + printed.length } : label;
}

/** Readings of a label with a broken form at the start of a text. The reader of the outline decides by the number whether one is right. */
export function brokenLabels(text: string): readonly Label[] {
  if (!MAY_BEGIN_LABEL.test(text)) return [];
  const head = text.slice(0, LONGEST_LABEL);
  const broken = BROKEN_PATTERNS.flatMap(([style, pattern]) => {
    const match = pattern.exec(head);
    return match ? [toLabel(style, match, true)] : [];
  });
  return [...broken, ...ALIKE_PATTERNS.flatMap(([style, pattern]) => alikeLabels(style, pattern.exec(head)))];
}

function alikeLabels(style: LabelStyle, match: RegExpExecArray | null): readonly Label[] {
  const [whole = "", printed = "", number = ""] = match ?? [];
  const wrong = new RegExp(ALIKE, "u").exec(number)?.[0];
  if (wrong === undefined) return [];
  return [...(LOOK_ALIKES[wrong] ?? "")].map((meant) => ({
    style,
    text: printed.replace(/\s+/gu, ""),
    number: parseNumeral(number.replace(wrong, meant)),
    length: whole.length,
    misprinted: true,
  }));
}

function toLabel(style: LabelStyle, match: RegExpExecArray, misprinted: boolean): Label {
  const [whole, printed = "", number = match[3] ?? match[1] ?? ""] = match;
  const digits = misprinted ? number.replace(/[lI]/gu, "1").replace(/[Oo]/gu, "0") : number;
  return { style, text: printed.replace(/\s+/gu, ""), number: parseNumeral(digits), length: whole.length, misprinted };
}

/** A label that prints another number in the same way: `（六）` like `（七）`, `4．` like `3．`. */
export function labelLike(printed: string, number: number): string {
  if (/^[①-⑳]/u.test(printed)) return number <= 20 ? String.fromCodePoint(0x245f + number) : String(number);
  if (/^[⑴-⒇]/u.test(printed)) return number <= 20 ? String.fromCodePoint(0x2473 + number) : `(${number})`;
  if (/^[㈠-㈩]/u.test(printed)) return number <= 10 ? String.fromCodePoint(0x321f + number) : `(${toChineseNumeral(number)})`;
  if (/^[⒈-⒛]/u.test(printed)) return number <= 20 ? String.fromCodePoint(0x2487 + number) : `${number}.`;
  const withoutInsertion = printed.replace(new RegExp(`之${CN}$`, "u"), "");
  // Of 2.4 the last number is the label's own.
  return withoutInsertion.replace(new RegExp(`(?:${CN}|[0-9]+|[０-９]+)(?![^]*[0-9０-９])`, "u"), (old) => {
    if (/[0-9]/u.test(old)) return String(number);
    if (/[０-９]/u.test(old)) return [...String(number)].map((digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0)).join("");
    return toChineseNumeral(number);
  });
}
