/** Turns traditional characters into simplified ones. The dictionary is loaded on the first text that may need it. */
export async function toSimplified(text: string): Promise<string> {
  if (!hasUncommonHan(text)) return text;
  convert ??= import("opencc-js/t2cn").then(({ Converter }) => Converter({ from: "t", to: "cn" }));
  return (await convert)(text);
}

let convert: Promise<(text: string) => string> | undefined;

/** Simplified characters in use are those of GB 2312 (1980); a Han character outside it may be traditional. */
function hasUncommonHan(text: string): boolean {
  for (const character of text) {
    if (character < FIRST_HAN || everydayHan().includes(character)) continue;
    if (HAN.test(character) && !rareHan().includes(character)) return true;
  }
  return false;
}

/** The first of the blocks that hold Han characters, radicals included. */
const FIRST_HAN = "\u2e80";
const HAN = /\p{Script=Han}/u;
let everyday: string | undefined;
let rare: string | undefined;

/** The 3,755 characters of level 1 of GB 2312, which most questions do with. */
function everydayHan(): string {
  everyday ??= decodeRows(0xb0, 0xd7);
  return everyday;
}

/** The 3,008 characters of level 2. */
function rareHan(): string {
  rare ??= decodeRows(0xd8, 0xf7);
  return rare;
}

/** The characters of rows of GB 2312, decoded from their codes, so that no table has to be kept. */
function decodeRows(first: number, last: number): string {
  const codes = new Uint8Array((last - first + 1) * CELLS * 2);
  let at = 0;
  for (let row = first; row <= last; row += 1) {
    for (let cell = FIRST_CELL; cell < FIRST_CELL + CELLS; cell += 1) {
      codes[at++] = row;
      codes[at++] = cell;
    }
  }
  return new TextDecoder("gb18030").decode(codes);
}

const FIRST_CELL = 0xa1;
/** Characters of a row. */
const CELLS = 94;
