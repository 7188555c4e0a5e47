import type { Range, WordBinary } from "./word-binary.ts";

/** A stretch of text that stands in one place of the main stream ([MS-DOC] 2.4.1). */
interface Piece {
  readonly range: Range;
  /** Bytes from the start of the main stream. */
  readonly fileStart: number;
  readonly bytesPerCharacter: 1 | 2;
}

/** Characters of a story with their places in the main stream, where their formatting is looked up. */
export interface Stretch {
  readonly text: string;
  readonly fileStart: number;
  readonly bytesPerCharacter: 1 | 2;
}

const CLX = 0x1a2;
const FORMATTING = 1;
const PIECE_TABLE = 2;
const COMPRESSED = 0x40000000;

/**
 * The text of a story, in order.
 * @throws {RangeError} the table of pieces is damaged or the text is cut off
 */
export function stretchesOf(word: WordBinary, story: Range): readonly Stretch[] {
  if (story.start === story.end) return [];
  const pieces = piecesOf(word);
  if ((pieces.at(-1)?.range.end ?? 0) < story.end) throw new RangeError("the pieces end before the text does");
  return pieces.flatMap((piece) => {
    const start = Math.max(story.start, piece.range.start);
    const end = Math.min(story.end, piece.range.end);
    if (start >= end) return [];
    const fileStart = piece.fileStart + (start - piece.range.start) * piece.bytesPerCharacter;
    const fileEnd = fileStart + (end - start) * piece.bytesPerCharacter;
    if (fileEnd > word.main.length) throw new RangeError("a piece ends behind the stream");
    const decoder = new TextDecoder(piece.bytesPerCharacter === 1 ? "windows-1252" : "utf-16le", { ignoreBOM: true });
    return [{ text: decoder.decode(word.main.subarray(fileStart, fileEnd)), fileStart, bytesPerCharacter: piece.bytesPerCharacter }];
  });
}

function piecesOf(word: WordBinary): readonly Piece[] {
  const clx = word.structure(CLX);
  const view = new DataView(clx.buffer, clx.byteOffset, clx.byteLength);
  let at = 0;
  while (view.getUint8(at) === FORMATTING) at += 3 + view.getUint16(at + 1, true);
  if (view.getUint8(at) !== PIECE_TABLE) throw new RangeError("no table of pieces");
  const count = Math.floor((view.getUint32(at + 1, true) - 4) / 12);
  const first = at + 5;
  if (first + 4 + count * 12 > clx.length) throw new RangeError("the table of pieces is cut off");
  return Array.from({ length: count }, (_, index): Piece => {
    const range = { start: view.getUint32(first + index * 4, true), end: view.getUint32(first + index * 4 + 4, true) };
    const place = view.getUint32(first + (count + 1) * 4 + index * 8 + 2, true);
    const isCompressed = (place & COMPRESSED) !== 0;
    const fileStart = place & (COMPRESSED - 1);
    return { range, fileStart: isCompressed ? fileStart / 2 : fileStart, bytesPerCharacter: isCompressed ? 1 : 2 };
  });
}
