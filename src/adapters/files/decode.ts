import { AppError } from "../../errors.ts";
import { refuseOtherThanText } from "./formats/file-type.ts";

/** Damaged UTF-8 has a few bad bytes among many good characters; text in GB 18030 has bad bytes nearly everywhere. */
const MAX_DAMAGED_SHARE = 0.1;
/** Private, unassigned and control characters, more than this share of a text, mean that it was decoded wrongly or is no text. */
const MAX_UNREADABLE_SHARE = 0.02;

/**
 * Decodes a text file: UTF-8, UTF-16 where its mark says so, else GB 18030 (which holds GB 2312 and GBK). The text is
 * left as it stands, less a byte order mark.
 * @param file base name, for the message
 * @throws {AppError} `empty`, `type_mismatch`, `unreadable`
 */
export function decodeText(bytes: Uint8Array, file: string): string {
  if (bytes.length === 0) throw new AppError("empty", `「${file}」是空文件：请换成有内容的文件。`);
  refuseOtherThanText(bytes, file);
  const text = decodeAny(bytes, file);
  if (text.trim() === "") throw new AppError("empty", `「${file}」里只有空白，没有文字：请换成有内容的文件。`);
  if (text.includes("\0") || unreadableShare(text) > MAX_UNREADABLE_SHARE) {
    throw new AppError("unreadable", `「${file}」不是可读的文字：请用 UTF-8 或 GB 18030 编码另存为纯文本后再用。`);
  }
  return text;
}

/**
 * Decodes a web page, whatever it says of its own encoding: pages saved as UTF-8 still name gb2312. A damaged character becomes U+FFFD, since it may
 * stand in the site's own lines.
 */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const utf8 = decodeOr(bytes, "utf-8");
  if (utf8 !== undefined) return utf8;
  return new TextDecoder(isDamagedUtf8(bytes) ? "utf-8" : "gb18030").decode(bytes);
}

function decodeAny(bytes: Uint8Array, file: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeOr(bytes, "utf-16le") ?? unreadable(file);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeOr(bytes, "utf-16be") ?? unreadable(file);
  const utf8 = decodeOr(bytes, "utf-8");
  if (utf8 !== undefined) return utf8;
  if (isDamagedUtf8(bytes)) {
    throw new AppError("unreadable", `「${file}」残缺不全（UTF-8 编码在中途断开或损坏）：请重新取得完整的文件。`);
  }
  return decodeOr(bytes, "gb18030") ?? unreadable(file);
}

function decodeOr(bytes: Uint8Array, encoding: "utf-8" | "utf-16le" | "utf-16be" | "gb18030"): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Decoded as GB 18030, a damaged UTF-8 text would give wrong characters without an error. */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  const damaged = text.match(/\u{FFFD}/gu)?.length ?? 0;
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han > 0 && damaged <= Math.max(1, han * MAX_DAMAGED_SHARE);
}

function unreadableShare(text: string): number {
  const unreadableCharacters = text.match(/[\p{Co}\p{Cn}\p{Cs}\u{FFFD}]|(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  return unreadableCharacters / text.length;
}

function unreadable(file: string): never {
  throw new AppError("unreadable", `「${file}」的文字编码无法识别：请用 UTF-8 或 GB 18030 编码另存为纯文本后再用。`);
}
