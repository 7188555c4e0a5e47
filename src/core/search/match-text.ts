const FULL_WIDTH_START = 0xff01;
const FULL_WIDTH_END = 0xff5e;
const FULL_WIDTH_SHIFT = 0xfee0;
/** CJK unified ideographs: most of every text, and none of them changes. */
const HAN_START = 0x4e00;
const HAN_END = 0x9fff;
const SAME: Readonly<Record<string, string>> = {
  "　": " ",
  "〔": "[",
  "〕": "]",
  "【": "[",
  "】": "]",
  "“": '"',
  "”": '"',
  "‘": "'",
  "’": "'",
  "｡": "。",
  〇: "零",
  "○": "零",
};

/**
 * Text folded for matching: full-width forms, bracket and quotation styles made one, Latin letters small.
 * Length and offsets stay: character i of the result stands for character i of the text.
 */
export function matchText(text: string): string {
  let folded = "";
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= HAN_START && code <= HAN_END) || (code < 0x80 && (code < 0x41 || code > 0x5a))) continue;
    const mapped = foldCharacter(text.charAt(index), code);
    if (mapped === undefined) continue;
    folded += text.slice(from, index) + mapped;
    from = index + 1;
  }
  return from === 0 ? text : folded + text.slice(from);
}

function foldCharacter(character: string, code: number): string | undefined {
  if (code >= 0x41 && code <= 0x5a) return character.toLowerCase();
  if (code >= FULL_WIDTH_START && code <= FULL_WIDTH_END) return String.fromCharCode(code - FULL_WIDTH_SHIFT).toLowerCase();
  return SAME[character];
}
