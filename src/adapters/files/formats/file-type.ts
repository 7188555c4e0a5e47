import { AppError } from "../../../errors.ts";
import { oleKindOf } from "./ole-kind.ts";
import { zipKindOf } from "./zip-kind.ts";

/** The types that are read. */
export type ReadableKind = "text" | "html" | "docx" | "doc" | "pdf" | "xlsx" | "ofd";

/** What a file is by its bytes. `name` says it to the user. */
export type FileType =
  | { readonly kind: ReadableKind; readonly name: string }
  /** Protected by a password as a whole. */
  | { readonly kind: "encrypted"; readonly name: string }
  /** A known type that is not read. `advice` is what to do instead. */
  | { readonly kind: "unsupported"; readonly name: string; readonly advice: string }
  /** A zip archive that breaks off before it shows what it is. */
  | { readonly kind: "damaged"; readonly name: string };

const NAMES: Readonly<Record<ReadableKind, string>> = {
  text: "纯文本",
  html: "网页",
  docx: "Word 文档（docx）",
  doc: "旧版 Word 文档（doc）",
  pdf: "PDF",
  xlsx: "Excel 工作簿（xlsx）",
  ofd: "OFD 版式文件",
};

const UNPACK = "请先解压，再导入其中的文件";
const AS_TEXT_LAYER = "请改用带文字的 Word、PDF 或网页文件";
const AS_DOCX = "请用 Word 或 WPS 另存为 docx 后再导入";

const SIGNATURES: readonly { readonly name: string; readonly advice: string; readonly bytes: readonly number[]; readonly at?: number }[] = [
  { name: "RTF 文档", advice: AS_DOCX, bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0xff, 0xd8, 0xff] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0x49, 0x49, 0x2a, 0x00] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { name: "图片", advice: AS_TEXT_LAYER, bytes: [0x57, 0x45, 0x42, 0x50], at: 8 },
  { name: "压缩包", advice: UNPACK, bytes: [0x1f, 0x8b, 0x08] },
  { name: "压缩包", advice: UNPACK, bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { name: "压缩包", advice: UNPACK, bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: "压缩包", advice: UNPACK, bytes: [0x42, 0x5a, 0x68, 0x39] },
  { name: "压缩包", advice: UNPACK, bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { name: "压缩包", advice: UNPACK, bytes: [0x75, 0x73, 0x74, 0x61, 0x72], at: 257 },
];

const PDF_MARK = "%PDF-";
/** Readers of PDF allow some bytes before the mark (ISO 32000, implementation note 13). */
const PDF_MARK_WITHIN = 1024;
const HTML_HEAD_BYTES = 4096;

/**
 * What a file is, from its bytes and never from its name. What has no other type's mark is `text`; whether it is readable text shows when it is
 * decoded. Never throws.
 */
export function fileTypeOf(bytes: Uint8Array): FileType {
  if (startsWith(bytes, [0x50, 0x4b])) {
    const kind = zipKindOf(bytes);
    if (kind !== undefined) return typeOfKind(kind);
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return typeOfKind(oleKindOf(bytes));
  const found = SIGNATURES.find((signature) => startsWith(bytes, signature.bytes, signature.at));
  if (found) return { kind: "unsupported", name: found.name, advice: found.advice };
  const head = headOf(bytes);
  const mark = head.indexOf(PDF_MARK);
  if (mark >= 0 && mark < PDF_MARK_WITHIN && !/[\u0080-\uffff]/u.test(head.slice(0, mark))) return typeOfKind("pdf");
  if (isMhtml(head)) return { kind: "unsupported", name: "单个文件网页（mht）", advice: "请在浏览器里另存为“网页，仅 HTML”后再导入" };
  if (isHtml(head)) return typeOfKind("html");
  return typeOfKind(/^\s*<\?xml\s/u.test(head) ? "xml" : "text");
}

function typeOfKind(kind: string): FileType {
  if (isReadable(kind)) return { kind, name: NAMES[kind] };
  if (kind === "encrypted") return { kind, name: "加密的 Office 文档" };
  if (kind === "damaged") return { kind, name: "残缺的压缩包或 Office 文档" };
  const [name, advice] = OTHERS[kind] ?? ["压缩包", UNPACK];
  return { kind: "unsupported", name, advice };
}

const OTHERS: Readonly<Record<string, readonly [name: string, advice: string]>> = {
  xls: ["旧版 Excel 工作簿（xls）", "请用 Excel 或 WPS 另存为 xlsx 后再导入"],
  xlsb: ["二进制 Excel 工作簿（xlsb）", "请用 Excel 或 WPS 另存为 xlsx 后再导入"],
  ppt: ["演示文稿", "请把正文另存为 docx 或 PDF 后再导入"],
  odf: ["OpenDocument 文档", "请另存为 docx 或 xlsx 后再导入"],
  ole: ["旧版 Office 格式的文件", "请另存为 docx、xlsx 或 PDF 后再导入"],
  xml: ["XML 文件", "请用原来的软件另存为 docx、xlsx 或 PDF 后再导入"],
};

function isReadable(kind: string): kind is ReadableKind {
  return Object.hasOwn(NAMES, kind);
}

function startsWith(bytes: Uint8Array, mark: readonly number[], at = 0): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte);
}

/** The first bytes as text, a sign a byte; UTF-16 by its mark. */
function headOf(bytes: Uint8Array): string {
  const first = bytes.subarray(0, HTML_HEAD_BYTES);
  if (startsWith(first, [0xff, 0xfe])) return new TextDecoder("utf-16le").decode(first);
  if (startsWith(first, [0xfe, 0xff])) return new TextDecoder("utf-16be").decode(first);
  return new TextDecoder("latin1").decode(startsWith(first, [0xef, 0xbb, 0xbf]) ? first.subarray(3) : first);
}

function isMhtml(head: string): boolean {
  return /^(?:From|Subject|Date|MIME-Version|Snapshot-Content-Location):[^\n]*\n/iu.test(head) && /Content-Type:\s*multipart\/related/iu.test(head);
}

/** A page begins with its document type or one of its outer tags; a part of a page begins with a tag and closes several. */
function isHtml(head: string): boolean {
  const start = head.replace(/^(?:\s+|<\?xml[^>]{0,200}>|<!--[\s\S]{0,2000}?-->)+/u, "");
  if (/^<(?:!doctype\s+html|html|head|body)[\s>]/iu.test(start)) return true;
  return (
    /^<(?:meta|title|script|style|link|base|table|div|section|article|main|center|form|h[1-6]|p|span|font|ul|ol)[\s>]/iu.test(start) &&
    (start.match(/<\/[a-z]|<(?:meta|link|br)\b/giu)?.length ?? 0) >= 3
  );
}

const KIND_OF_EXTENSION: Readonly<Record<string, ReadableKind>> = {
  txt: "text",
  text: "text",
  md: "text",
  markdown: "text",
  csv: "text",
  html: "html",
  htm: "html",
  shtml: "html",
  xhtml: "html",
  docx: "docx",
  docm: "docx",
  doc: "doc",
  wps: "doc",
  pdf: "pdf",
  xlsx: "xlsx",
  xlsm: "xlsx",
  ofd: "ofd",
};

/**
 * The type by which a file is read. The bytes decide; a name that claims another of the types is refused (contract `import.md`, rule 19), since one of
 * the two is a mistake. A name without a known extension claims nothing.
 * @param file base name
 * @throws {AppError} `empty`, `type_mismatch`, `unsupported`, `encrypted`, `unreadable`
 */
export function readableKindOf(bytes: Uint8Array, file: string): ReadableKind {
  if (bytes.length === 0) throw new AppError("empty", `「${file}」是空文件：请换成有内容的文件。`);
  const type = fileTypeOf(bytes);
  const claimed = KIND_OF_EXTENSION[/\.([^.]+)$/u.exec(file)?.[1]?.toLowerCase() ?? ""];
  if (type.kind === "encrypted") throw new AppError("encrypted", `「${file}」加了密码，不能读取：请取消密码后另存再用。`);
  if (type.kind === "damaged") throw damaged(file);
  if (type.kind === "text" && claimed !== undefined && claimed !== "text" && !looksLikeText(bytes)) throw damaged(file);
  if (claimed !== undefined && claimed !== type.kind) throw mismatch(file, type, claimed);
  if (type.kind === "unsupported") throw new AppError("unsupported", `「${file}」是${type.name}，不能读取：${type.advice}。`);
  return type.kind;
}

/**
 * For a reader of plain text: whatever the file's name, its bytes must be text.
 * @throws {AppError} `type_mismatch`
 */
export function refuseOtherThanText(bytes: Uint8Array, file: string): void {
  const type = fileTypeOf(bytes);
  if (type.kind !== "text") throw mismatch(file, type, "text");
}

function mismatch(file: string, type: FileType, claimed: ReadableKind): AppError {
  return new AppError("type_mismatch", `「${file}」的内容其实是${type.name}，不是${NAMES[claimed]}：请用它原来的扩展名，或另存为${NAMES[claimed]}后再用。`);
}

function damaged(file: string): AppError {
  return new AppError("unreadable", `「${file}」不完整或已损坏：请重新取得完整的文件。`);
}

/** Whether bytes of no known type are text at all: few control characters. */
function looksLikeText(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, HTML_HEAD_BYTES);
  const controls = head.reduce((count, byte) => count + (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 ? 1 : 0), 0);
  return controls === 0 || startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}
