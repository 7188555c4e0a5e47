import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../errors.ts";
import { fileTypeOf, readableKindOf } from "./file-type.ts";

const text = (words: string) => Buffer.from(words, "utf8");
const zipOf = (...names: string[]) => zipSync(Object.fromEntries(names.map((name) => [name, strToU8("<a/>".repeat(200))])));
const docx = zipOf("[Content_Types].xml", "_rels/.rels", "word/document.xml");
const xlsx = zipOf("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml");
const ofd = zipOf("OFD.xml", "Doc_0/Document.xml");
const PAGE = "<!DOCTYPE html><html><body><p>关于开展检查的通知</p></body></html>";

/** An OLE compound file's mark and a directory with streams of these names. */
function oleOf(...streams: string[]): Uint8Array {
  const bytes = Buffer.alloc(512 + 128 * streams.length);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(bytes);
  streams.forEach((name, index) => {
    const at = 512 + 128 * index;
    bytes.write(name, at, "utf16le");
    bytes.writeUInt16LE(name.length * 2 + 2, at + 64);
    bytes[at + 66] = 2;
  });
  return bytes;
}

function outcome(bytes: Uint8Array, file: string): string {
  try {
    return readableKindOf(bytes, file);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toContain(`「${file}」`);
    expect(error.message.match(/。/gu)).toHaveLength(1);
    return error.code;
  }
}

describe("fileTypeOf 由内容定类型", () => {
  test.each([
    ["纯文本", text("一、加强领导。\n"), "text"],
    ["Markdown", text("# 办法\n\n第一条　……"), "text"],
    ["有尖括号的文字", text("<关于开展检查的通知>\n一、检查"), "text"],
    ["网页", text(PAGE), "html"],
    ["网页，前有 BOM、空白和注释", text(`\u{FEFF}\n<!-- saved from url -->\n${PAGE}`), "html"],
    ["UTF-16 网页", Buffer.from(`\u{FEFF}${PAGE}`, "utf16le"), "html"],
    ["XHTML", text(`<?xml version="1.0" encoding="utf-8"?>\n${PAGE}`), "html"],
    ["网页的一段", text('<div id="zoom"><p>一</p><p>二</p></div>'), "html"],
    ["PDF", text("%PDF-1.7\n"), "pdf"],
    ["PDF，前有空行", text("\r\n\r\n%PDF-1.4\n"), "pdf"],
    ["docx", docx, "docx"],
    ["xlsx", xlsx, "xlsx"],
    ["ofd", ofd, "ofd"],
    ["截断的 docx", docx.subarray(0, docx.length - 120), "docx"],
    ["doc", oleOf("WordDocument", "1Table"), "doc"],
    ["嵌有工作簿的 doc", oleOf("Workbook", "WordDocument"), "doc"],
    ["加密的 docx", oleOf("EncryptionInfo", "EncryptedPackage"), "encrypted"],
    ["xls", oleOf("Workbook"), "unsupported"],
    ["ppt", oleOf("PowerPoint Document"), "unsupported"],
    ["别的 OLE", oleOf("VisioDocument"), "unsupported"],
    ["别的 zip", zipOf("照片/1.jpg"), "unsupported"],
    ["odt", zipOf("mimetype", "content.xml", "META-INF/manifest.xml"), "unsupported"],
    ["PNG", Buffer.from("89504e470d0a1a0a", "hex"), "unsupported"],
    ["RTF", text("{\\rtf1\\ansi}"), "unsupported"],
    ["rar", Buffer.from("526172211a0700", "hex"), "unsupported"],
    ["mht", text('MIME-Version: 1.0\nContent-Type: multipart/related; type="text/html"\n\n'), "unsupported"],
    ["只剩开头的 Office 文件", zipOf("[Content_Types].xml").subarray(0, 60), "damaged"],
    ["三个字节", Buffer.from("504b03", "hex"), "text"],
    ["没有字节", Buffer.alloc(0), "text"],
  ])("%s → %s", (_name, bytes, kind) => expect(fileTypeOf(bytes).kind).toBe(kind));
});

describe("readableKindOf 文件名与内容不符", () => {
  test.each([
    ["计划.txt", text("一、检查"), "text"],
    ["计划", docx, "docx"],
    ["计划.WPS", oleOf("WordDocument"), "doc"],
    ["办法.MD", text("# 办法"), "text"],
    ["计划.txt", text("%PDF-1.7"), "type_mismatch"],
    ["计划.pdf", docx, "type_mismatch"],
    ["计划.doc", docx, "type_mismatch"],
    ["台账.xlsx", oleOf("Workbook"), "type_mismatch"],
    ["通知.txt", text(PAGE), "type_mismatch"],
    ["计划.docx", text("一、检查"), "type_mismatch"],
    ["扫描.pdf", Buffer.from("ffd8ffe0", "hex"), "type_mismatch"],
    ["台账.xls", oleOf("Workbook"), "unsupported"],
    ["材料.zip", zipOf("a.txt"), "unsupported"],
    ["计划.docx", oleOf("EncryptedPackage"), "encrypted"],
    ["计划.docx", zipOf("[Content_Types].xml").subarray(0, 60), "unreadable"],
    ["计划.docx", Buffer.from("81010203fefd8007", "hex"), "unreadable"],
    ["计划.docx", Buffer.alloc(0), "empty"],
  ])("%s → %s", (file, bytes, expected) => expect(outcome(bytes, file)).toBe(expected));

  test("旧版表格说清该怎么办", () => expect(() => readableKindOf(oleOf("Workbook"), "台账.xls")).toThrow("另存为 xlsx"));
});
