const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  "○": 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const TEN_THOUSAND = 10_000;

/**
 * Reads a whole numeral: `二十一`, `二百`, `二〇二一`, `21`, `２１`, `⑴`, `①`, `(一)`.
 * @returns undefined for anything else, an empty text included
 */
export function parseNumeral(text: string): number | undefined {
  const bare = text.trim().replace(/^[（(]([^（）()]+)[）)]$/u, "$1");
  if (bare.length === 0 || bare.length > 12) return undefined;
  const enclosed = bare.length === 1 ? readEnclosed(bare.charCodeAt(0)) : undefined;
  if (enclosed !== undefined) return enclosed;
  const digits = bare.normalize("NFKC");
  if (/^\d+$/u.test(digits)) return Number(digits);
  return readChinese(bare);
}

/** The numeral as official documents print it: 21 → 二十一. Whole numbers from 0 to 9999; others as digits. */
export function toChineseNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 9999) return String(value);
  if (value === 0) return "零";
  let words = "";
  let skippedZero = false;
  for (const [power, word] of [
    [1000, "千"],
    [100, "百"],
    [10, "十"],
    [1, ""],
  ] as const) {
    const digit = Math.floor(value / power) % 10;
    if (digit === 0) {
      skippedZero = words !== "";
      continue;
    }
    if (skippedZero) words += "零";
    skippedZero = false;
    words += `${"零一二三四五六七八九"[digit] ?? ""}${word}`;
  }
  return words.startsWith("一十") ? words.slice(1) : words;
}

/** ①–⑳, ⑴–⒇, ⒈–⒛ and ㈠–㈩ stand in blocks of their own. */
function readEnclosed(code: number): number | undefined {
  if (code >= 0x2460 && code <= 0x249b) return ((code - 0x2460) % 20) + 1;
  if (code >= 0x3220 && code <= 0x3229) return code - 0x3220 + 1;
  return undefined;
}

function readChinese(text: string): number | undefined {
  const characters = [...text];
  if (characters.every((character) => character in DIGITS)) {
    return characters.reduce((value, character) => value * 10 + (DIGITS[character] ?? 0), 0);
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const power = POWERS[character];
    if (character === "万") {
      total += (section + (digit ?? 0)) * TEN_THOUSAND;
      section = 0;
      digit = undefined;
    } else if (power !== undefined) {
      section += (digit || 1) * power;
      digit = undefined;
    } else if (character in DIGITS) digit = DIGITS[character];
    else return undefined;
  }
  return total + section + (digit ?? 0);
}
