import type { FormattedRun } from "./formatting-pages.ts";
import { type Modifier, modifiersOf } from "./property-modifiers.ts";
import type { StyleSheet } from "./styles.ts";

/** How a table row is cut into cells, in twips from the margin ([MS-DOC] 2.9.321). */
export interface RowLayout {
  /** Left edges of the cells, and the right edge of the last. */
  readonly edges: readonly number[];
  readonly continues: readonly ("above" | "left" | undefined)[];
}

/** What a paragraph's formatting says that matters for reading. */
export interface ParagraphProperties {
  /** 0 outside tables, 1 in a table, 2 in a table inside a cell. */
  readonly tableDepth: number;
  /** Its mark ends a row rather than a cell or paragraph. */
  readonly endsRow: boolean;
  /** Its mark ends a cell of an inner table. */
  readonly endsInnerCell: boolean;
  /** The list's number (ilfo), 0 for none. */
  readonly list: number;
  readonly level: number;
  /** Of the paragraph that ends a row. */
  readonly row: RowLayout | undefined;
}

const IN_TABLE = 0x2416;
const ENDS_ROW = 0x2417;
const TABLE_DEPTH = 0x6649;
const ENDS_INNER_CELL = 0x244b;
const ENDS_INNER_ROW = 0x244c;
const LEVEL = 0x260a;
const LIST = 0x460b;
const TABLE_DEFINITION = 0xd608;
const VERTICAL_MERGE = 0xd62b;
const HORIZONTAL_MERGE = 0x5624;
const CELL_BYTES = 20;

/** The properties of a paragraph: its style's, and its own over them. */
export function paragraphProperties(run: FormattedRun | undefined, styles: StyleSheet): ParagraphProperties {
  const modifiers = [...styles.propertiesOf(run?.style ?? 0), ...(run ? [run.properties] : [])].flatMap(modifiersOf);
  const last = new Map(modifiers.map((modifier) => [modifier.code, modifier]));
  const flag = (code: number) => (number(last.get(code)) ?? 0) !== 0;
  const stated = number(last.get(TABLE_DEPTH));
  return {
    tableDepth: flag(IN_TABLE) ? Math.max(1, stated ?? 1) : 0,
    endsRow: flag(ENDS_ROW) || flag(ENDS_INNER_ROW),
    endsInnerCell: flag(ENDS_INNER_CELL),
    list: number(last.get(LIST)) ?? 0,
    level: number(last.get(LEVEL)) ?? 0,
    row: rowLayout(modifiers),
  };
}

function number(modifier: Modifier | undefined): number | undefined {
  switch (modifier?.operand.byteLength) {
    case 1:
      return modifier.operand.getUint8(0);
    case 2:
      return modifier.operand.getUint16(0, true);
    case 4:
      return modifier.operand.getUint32(0, true);
    default:
      return undefined;
  }
}

function rowLayout(modifiers: readonly Modifier[]): RowLayout | undefined {
  let layout: { edges: readonly number[]; continues: ("above" | "left" | undefined)[] } | undefined;
  for (const { code, operand } of modifiers) {
    if (code === TABLE_DEFINITION) layout = tableDefinition(operand) ?? layout;
    else if (!layout) continue;
    else if (code === VERTICAL_MERGE && operand.byteLength === 2) {
      const cell = operand.getUint8(0);
      if (cell < layout.continues.length) layout.continues[cell] = operand.getUint8(1) === 1 ? "above" : undefined;
    } else if (code === HORIZONTAL_MERGE && operand.byteLength === 2) {
      const end = Math.min(operand.getUint8(1), layout.continues.length);
      for (let cell = operand.getUint8(0) + 1; cell < end; cell += 1) layout.continues[cell] = "left";
    }
  }
  return layout;
}

function tableDefinition(operand: DataView): { edges: readonly number[]; continues: ("above" | "left" | undefined)[] } | undefined {
  const count = operand.byteLength === 0 ? 0 : operand.getUint8(0);
  const cellsAt = 1 + (count + 1) * 2;
  if (count === 0 || cellsAt > operand.byteLength) return undefined;
  const edges = Array.from({ length: count + 1 }, (_, index) => operand.getInt16(1 + index * 2, true));
  const continues = Array.from({ length: count }, (_, index) => {
    const at = cellsAt + index * CELL_BYTES;
    return at + 2 <= operand.byteLength ? cellMerge(operand.getUint16(at, true)) : undefined;
  });
  return { edges, continues };
}

/** A first merged cell has the bit of merged cells or of a restart set beside the first bit. */
function cellMerge(flags: number): "above" | "left" | undefined {
  if ((flags & 0x3) === 0x2) return "left";
  return (flags & 0x60) === 0x20 ? "above" : undefined;
}
