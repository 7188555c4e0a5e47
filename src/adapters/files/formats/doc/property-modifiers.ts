/** One property of a paragraph, a run of characters or a table row as a .doc stores it: a Prl ([MS-DOC] 2.9.210) with the modifier's code. */
export interface Modifier {
  readonly code: number;
  /** Its operand, without a length before it. */
  readonly operand: DataView;
}

const TABLE_DEFINITION = 0xd608;
const TAB_STOPS = 0xc615;
/** Bytes of an operand by the three top bits of the code; 6 says that the length stands before the operand. */
const OPERAND_BYTES: readonly number[] = [1, 1, 2, 4, 2, 2, 0, 3];

/**
 * The modifiers of a grpprl in order. One that runs over the end ends the list.
 */
export function modifiersOf(bytes: Uint8Array): readonly Modifier[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const modifiers: Modifier[] = [];
  let at = 0;
  while (at + 3 <= bytes.length) {
    const code = view.getUint16(at, true);
    const { start, length } = operandPlace(view, at + 2, code);
    if (start + length > bytes.length) break;
    modifiers.push({ code, operand: new DataView(bytes.buffer, bytes.byteOffset + start, length) });
    at = start + length;
  }
  return modifiers;
}

function operandPlace(view: DataView, at: number, code: number): { start: number; length: number } {
  if (code === TABLE_DEFINITION) {
    const stated = at + 2 <= view.byteLength ? view.getUint16(at, true) : 0;
    return { start: at + 2, length: Math.max(0, stated - 1) };
  }
  const kind = code >> 13;
  if (kind !== 6) return { start: at, length: OPERAND_BYTES[kind] ?? 0 };
  const stated = view.getUint8(at);
  // More tab stops than fit are counted by the operand itself; nothing behind them matters for reading.
  if (code === TAB_STOPS && stated === 0xff) return { start: at + 1, length: view.byteLength };
  return { start: at + 1, length: stated };
}
