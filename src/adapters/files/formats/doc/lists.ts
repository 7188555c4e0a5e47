import type { ListLevel, NumberedList } from "../word/list-labels.ts";
import type { WordBinary } from "./word-binary.ts";

const LIST_TEMPLATES = 0x2e2;
const LIST_OVERRIDES = 0x2ea;
const TEMPLATE_BYTES = 28;
const OVERRIDE_BYTES = 16;
const LEVEL_BYTES = 28;

/** Number formats by their codes (MSONFC, [MS-OSHARED] 2.2.1.3), under the names of ST_NumberFormat; those left out print digits. */
const FORMATS: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  10: "ideographDigital",
  11: "japaneseCounting",
  14: "decimalFullWidth",
  17: "japaneseDigitalTenThousand",
  18: "decimalEnclosedCircle",
  19: "decimalFullWidth2",
  22: "decimalZero",
  23: "bullet",
  26: "decimalEnclosedFullstop",
  27: "decimalEnclosedParen",
  28: "decimalEnclosedCircleChinese",
  29: "ideographEnclosedCircle",
  30: "ideographTraditional",
  31: "ideographZodiac",
  32: "ideographZodiacTraditional",
  33: "taiwaneseCounting",
  34: "ideographLegalTraditional",
  35: "taiwaneseCountingThousand",
  36: "taiwaneseDigital",
  37: "chineseCounting",
  38: "chineseLegalSimplified",
  39: "chineseCountingThousand",
  57: "numberInDash",
  255: "none",
};

/** Reads on from one place in the table stream. */
interface Cursor {
  readonly view: DataView;
  at: number;
}

/**
 * The lists of a document, by the number that paragraphs give (ilfo, from 1).
 * @throws {RangeError} damaged
 */
export function readLists(word: WordBinary): ReadonlyMap<number, NumberedList> {
  const lists = new Map<number, NumberedList>();
  if (word.structure(LIST_TEMPLATES).length === 0 || word.structure(LIST_OVERRIDES).length === 0) return lists;
  const view = new DataView(word.table.buffer, word.table.byteOffset, word.table.byteLength);
  const templates = readTemplates(view, word.structureStart(LIST_TEMPLATES));
  const start = word.structureStart(LIST_OVERRIDES);
  const count = view.getUint32(start, true);
  const cursor: Cursor = { view, at: start + 4 + count * OVERRIDE_BYTES };
  for (let index = 0; index < count; index += 1) {
    const at = start + 4 + index * OVERRIDE_BYTES;
    const family = view.getInt32(at, true);
    const list = readOverrides(cursor, view.getUint8(at + 12), templates.get(family) ?? []);
    lists.set(index + 1, { id: index + 1, family, ...list });
  }
  return lists;
}

/** The levels of the templates by their ids. They stand behind all templates, one level for simple lists, nine for others. */
function readTemplates(view: DataView, start: number): ReadonlyMap<number, readonly ListLevel[]> {
  const templates = new Map<number, readonly ListLevel[]>();
  const count = view.getUint16(start, true);
  const cursor: Cursor = { view, at: start + 2 + count * TEMPLATE_BYTES };
  for (let index = 0; index < count; index += 1) {
    const at = start + 2 + index * TEMPLATE_BYTES;
    const isSimple = (view.getUint8(at + 26) & 1) !== 0;
    const levels = Array.from({ length: isSimple ? 1 : 9 }, (_, level) => readLevel(cursor, level));
    templates.set(view.getInt32(at, true), levels);
  }
  return templates;
}

function readOverrides(cursor: Cursor, count: number, template: readonly ListLevel[]): Pick<NumberedList, "levels" | "startOverrides"> {
  cursor.at += 4;
  const levels: (ListLevel | undefined)[] = [...template];
  const startOverrides = new Map<number, number>();
  for (let index = 0; index < count; index += 1) {
    const start = cursor.view.getInt32(cursor.at, true);
    const flags = cursor.view.getUint32(cursor.at + 4, true);
    cursor.at += 8;
    const level = flags & 0xf;
    const own = flags & 0x20 ? readLevel(cursor, level) : undefined;
    if (own) levels[level] = own;
    if (flags & 0x10) startOverrides.set(level, own?.start ?? start);
  }
  return { levels, startOverrides };
}

function readLevel(cursor: Cursor, index: number): ListLevel {
  const { view, at } = cursor;
  const flags = view.getUint8(at + 5);
  const follow = view.getUint8(at + 15);
  const textAt = at + LEVEL_BYTES + view.getUint8(at + 24) + view.getUint8(at + 25);
  const length = view.getUint16(textAt, true);
  cursor.at = textAt + 2 + length * 2;
  return {
    start: Math.max(0, view.getInt32(at, true)),
    format: FORMATS[view.getUint8(at + 4)] ?? "decimal",
    text: levelText(view, textAt + 2, length),
    suffix: follow === 1 ? "space" : follow === 2 ? "nothing" : "tab",
    restartBelow: flags & 0x08 ? view.getUint8(at + 26) : index,
    legal: (flags & 0x04) !== 0,
  };
}

/** A character below 9 stands for the number of that level. */
function levelText(view: DataView, at: number, length: number): string {
  let text = "";
  for (let index = 0; index < length; index += 1) {
    const code = view.getUint16(at + index * 2, true);
    text += code < 9 ? `%${code + 1}` : String.fromCharCode(code);
  }
  return text;
}
