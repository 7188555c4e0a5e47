import type { WordBinary } from "./word-binary.ts";

const STYLE_SHEET = 0xa2;
const PARAGRAPH_STYLE = 1;
const NO_BASE = 0xfff;
/** Word itself stops at about a dozen. */
const MAX_BASES = 30;

interface ParagraphStyle {
  readonly base: number;
  readonly properties: Uint8Array;
}

/** The paragraph styles of a document, by their place in the style sheet ([MS-DOC] 2.9.271). */
export class StyleSheet {
  readonly #styles: readonly (ParagraphStyle | undefined)[];

  /** @throws {RangeError} a damaged style sheet */
  constructor(word: WordBinary) {
    const bytes = word.structure(STYLE_SHEET);
    this.#styles = bytes.length === 0 ? [] : readStyles(bytes);
  }

  /** The properties (grpprl) of a style, those of the styles that it is based on first. */
  propertiesOf(style: number): readonly Uint8Array[] {
    const chain: ParagraphStyle[] = [];
    for (let one = this.#styles[style]; one && chain.length < MAX_BASES; one = this.#styles[one.base]) chain.unshift(one);
    return chain.map((one) => one.properties);
  }
}

function readStyles(bytes: Uint8Array): readonly (ParagraphStyle | undefined)[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerBytes = view.getUint16(0, true);
  const count = view.getUint16(2, true);
  const baseBytes = view.getUint16(4, true);
  const styles: (ParagraphStyle | undefined)[] = [];
  let at = 2 + headerBytes;
  for (let index = 0; index < count && at + 2 <= bytes.length; index += 1) {
    const length = view.getUint16(at, true);
    styles.push(length === 0 ? undefined : readStyle(bytes.subarray(at + 2, at + 2 + length), baseBytes));
    at += 2 + length + (length % 2);
  }
  return styles;
}

function readStyle(bytes: Uint8Array, baseBytes: number): ParagraphStyle | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kind = view.getUint16(2, true);
  if ((kind & 0xf) !== PARAGRAPH_STYLE) return undefined;
  const afterName = baseBytes + 2 + (view.getUint16(baseBytes, true) + 1) * 2;
  const at = afterName + (afterName % 2);
  const length = view.getUint16(at, true);
  const base = kind >> 4;
  return { base: base === NO_BASE ? -1 : base, properties: bytes.subarray(at + 4, at + 2 + length) };
}
