/** Turns traditional characters into simplified ones. The dictionary is loaded on the first text that may need it. */
export async function toSimplified(text: string): Promise<string> {
  if (!hasUncommonHan(text)) return text;
  convert ??= import("opencc-js/t2cn").then(({ Converter }) => Converter({ from: "t", to: "cn" }));
  return (await convert)(text);
}

let convert: Promise<(text: string) => string> | undefined;

/** Simplified characters in use are those of GB 2312 (1980); a Han character outside it may be traditional. */
function hasUncommonHan(text: string): boolean {
  for (const character of text) if (HAN.test(character) && !commonHan().has(character)) return true;
  return false;
}

const HAN = /\p{Script=Han}/u;
let common: ReadonlySet<string> | undefined;

/** The 6,763 characters of GB 2312 rows 16–87, decoded from their codes, so that no table has to be kept. */
function commonHan(): ReadonlySet<string> {
  if (common) return common;
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  common = new Set(new TextDecoder("gb18030").decode(Uint8Array.from(bytes)));
  return common;
}
