/** Signs of the symbol fonts that documents print as boxes, ticks and stars. Other signs of these fonts are ornaments. */
const SIGNS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 111: "□", 113: "□", 114: "□", 168: "□", 171: "★", 251: "×", 252: "√", 253: "☒", 254: "☑" },
  "wingdings 2": { 79: "×", 80: "√", 81: "☒", 82: "☑", 163: "□" },
  symbol: { 177: "±", 179: "≥", 163: "≤", 180: "×", 185: "≠", 215: "·", 45: "－" },
};
const PRIVATE_FIRST = 0xf000;
const PRIVATE_LAST = 0xf0ff;

/** The character that a sign of a symbol font (w:sym; sprmCSymbol) stands for; empty for ornaments. */
export function symbolOf(font: string, code: number): string {
  const signs = SIGNS[font.trim().toLowerCase()];
  if (signs) return signs[code >= PRIVATE_FIRST ? code - PRIVATE_FIRST : code] ?? "";
  const isPrintable = code >= 0x20 && code < 0xd800;
  return isPrintable ? String.fromCodePoint(code) : "";
}

/** Text less characters that only a symbol font can print, and less control characters that no text file holds. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\u{ad}\u{feff}]/gu, (character) => ("\t\n".includes(character) ? character : "")).replace(PRIVATE, "");
}

const PRIVATE = new RegExp(`[\\u{${PRIVATE_FIRST.toString(16)}}-\\u{${PRIVATE_LAST.toString(16)}}]`, "gu");
