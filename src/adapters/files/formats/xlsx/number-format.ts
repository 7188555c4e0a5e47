import { toChineseNumeral } from "../../../../core/text/numerals.ts";

/** Number formats that files name by their number alone (ECMA-376 part 1, §18.8.30), as a Chinese Excel shows them. */
const BUILT_IN: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm",
  19: "h:mm:ss",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: "yyyy年m月",
  28: "m月d日",
  29: "m月d日",
  30: "m-d-yy",
  31: "yyyy年m月d日",
  32: "h时mm分",
  33: "h时mm分ss秒",
  36: "yyyy年m月",
  37: "#,##0",
  38: "#,##0",
  39: "#,##0.00",
  40: "#,##0.00",
  45: "mm:ss",
  46: "h:mm:ss",
  47: "mm:ss",
  50: "yyyy年m月",
  51: "m月d日",
  52: "yyyy年m月",
  53: "m月d日",
  54: "m月d日",
  55: "h时mm分",
  56: "h时mm分ss秒",
  57: "yyyy年m月",
  58: "m月d日",
};

/** The format of a cell style: what the file defines itself, else the built-in one; General where there is neither. */
export function formatCodeOf(id: number, defined: ReadonlyMap<number, string>): string {
  return defined.get(id) ?? BUILT_IN[id] ?? "General";
}

/**
 * A number as a cell shows it. A date is printed `2021年6月30日` whatever its format (contract `import.md`, rule 15), without the day where the format
 * shows none; a clock time is left out beside a date.
 * @param from1904 whether the workbook counts days from 1904
 */
export function formatNumber(value: number, code: string, from1904: boolean): string {
  const section = sectionFor(value, code);
  const bare = section.replace(/"[^"]*"|\\.|_.|\*./gu, "").replace(/\[(?!h|m|s)[^\]]*\]/giu, "");
  if (isGeneral(bare, section))
    return /\[DBNum1\]/iu.test(section) && Number.isInteger(value) && value > 0 && value < 10_000 ? toChineseNumeral(value) : general(value);
  if (/[ymdhs]|a{3}|(?<![a-z])e/iu.test(bare)) return dateText(value, bare, from1904) ?? general(value);
  return numeric(value, section, section === sectionFor(1, code));
}

function isGeneral(bare: string, section: string): boolean {
  return (bare.trim() === "" && !section.includes('"')) || (/General|通用格式|@|\/|[eE][+-]/iu.test(bare) && !/[ymdh]/iu.test(bare.replace(/General/giu, "")));
}

/** A format has up to three parts for numbers: above zero, below, zero. */
function sectionFor(value: number, code: string): string {
  const sections = [...code.matchAll(/((?:"[^"]*"|\\.|[^;])*)(?:;|$)/gu)].map((match) => match[1] ?? "");
  const wanted = value < 0 ? sections[1] : value === 0 ? sections[2] : undefined;
  const isLast = sections.length < 4;
  return wanted !== undefined && !wanted.includes("@") && !(wanted === "" && isLast) ? wanted : (sections[0] ?? code);
}

/** Eleven digits, as many as a cell shows, so that no rounding of the machine is seen; whole numbers in full. */
function general(value: number): string {
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(11)));
}

const MS_PER_DAY = 86_400_000;
/** Day 0 of the usual count, which takes 1900 for a leap year. */
const DAY_ZERO_1900 = Date.UTC(1899, 11, 30);
const DAY_ZERO_1904 = Date.UTC(1904, 0, 1);
/** 9999-12-31 */
const LAST_DAY = 2_958_465;

function dateText(value: number, bare: string, from1904: boolean): string | undefined {
  if (value < 0 || value > LAST_DAY) return undefined;
  const shows = { year: /[ye]/iu.test(bare), day: /d|a{3}/iu.test(bare), time: /[hs]/iu.test(bare) };
  // The first of March 1900 is day 61.
  const day = Math.floor(value) + (!from1904 && value < 60 ? 1 : 0);
  const date = new Date((from1904 ? DAY_ZERO_1904 : DAY_ZERO_1900) + day * MS_PER_DAY);
  if (!shows.year && !shows.day && (shows.time || value < 1)) return timeText(value);
  const year = `${date.getUTCFullYear()}年`;
  const month = `${date.getUTCMonth() + 1}月`;
  if (shows.day) return `${year}${month}${date.getUTCDate()}日`;
  if (/m/iu.test(bare)) return shows.year ? `${year}${month}` : month;
  return year;
}

function timeText(value: number): string {
  const minutes = Math.round((value % 1) * 24 * 60);
  return `${Math.floor(minutes / 60) + Math.floor(value) * 24}:${String(minutes % 60).padStart(2, "0")}`;
}

/** The format with its places for digits filled, and its literals (`0"项"`) printed. */
function numeric(value: number, section: string, isOnlySection: boolean): string {
  const cleaned = section.replace(/\[[^\]]*\]|_.|\*./gu, "");
  // Literals, the first run of places for digits, and what else there is, in order.
  const tokens = cleaned.match(/"[^"]*"|\\.|[#0?][#0?,.]*|[^"\\#0?]+|./gu) ?? [];
  const places = tokens.find((token) => /^[#0?]/u.test(token)) ?? "";
  const shown = tokens.some((token) => /^[^"\\]*%/u.test(token)) ? value * 100 : value;
  const digits = places === "" ? "" : fillPlaces(places, Math.abs(shown));
  // A part for negative numbers alone prints its own sign.
  const sign = value < 0 && isOnlySection && /[1-9]/u.test(digits) ? "-" : "";
  const print = (token: string): string => {
    if (token.startsWith('"')) return token.slice(1, -1);
    if (token.startsWith("\\")) return token.slice(1);
    if (token === places) return digits;
    return /^[#0?]/u.test(token) ? "" : token;
  };
  return (sign + tokens.map(print).join("")).trim();
}

function fillPlaces(places: string, value: number): string {
  const [whole = "", fraction = ""] = places.split(".");
  const least = fraction.replace(/[^0]/gu, "").length;
  const fixed = value.toFixed(Math.min(20, fraction.replace(/[^#0?]/gu, "").length));
  const [wholeDigits = "0", fractionDigits = ""] = fixed.split(".");
  const padded = wholeDigits.padStart(whole.replace(/[^0]/gu, "").length, "0");
  const grouped = whole.includes(",") ? padded.replace(/\B(?=(?:\d{3})+$)/gu, ",") : padded;
  const kept = fractionDigits.slice(0, Math.max(least, fractionDigits.replace(/0+$/u, "").length));
  return kept === "" ? grouped : `${grouped}.${kept}`;
}
