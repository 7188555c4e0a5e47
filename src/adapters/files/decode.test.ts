import { describe, expect, test } from "vitest";
import { AppError } from "../../errors.ts";
import { decodeText } from "./decode.ts";

const TEXT = "县司法局负责推行行政执法公示制度,全年至少举办2期培训班。\r\n";
const utf8 = (text: string) => Buffer.from(text, "utf8");
/** 县司法局 in GB 18030. */
const GB18030 = Buffer.from("cfd8cbbeb7a8bed6", "hex");

function codeOf(bytes: Uint8Array): string {
  try {
    decodeText(bytes, "计划.txt");
    return "read";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toContain("「计划.txt」");
    expect(error.message.match(/。/gu)).toHaveLength(1);
    return error.code;
  }
}

describe("decodeText 文字编码", () => {
  test.each([
    ["UTF-8", utf8(TEXT), TEXT],
    ["UTF-8 带 BOM", utf8(`\u{FEFF}${TEXT}`), TEXT],
    ["UTF-16LE 带 BOM", Buffer.from(`\u{FEFF}${TEXT}`, "utf16le"), TEXT],
    ["GB 18030", GB18030, "县司法局"],
    ["GB 18030 四字节字", Buffer.from("9534b235", "hex"), "𠮷"],
  ])("%s：文字不变", (_name, bytes, expected) => expect(decodeText(bytes, "计划.txt")).toBe(expected));

  test.each([
    ["没有字节", Buffer.alloc(0), "empty"],
    ["只有空白", utf8(" \r\n\u{3000}\n"), "empty"],
    ["末尾的字缺了字节", utf8(TEXT).subarray(0, 50), "unreadable"],
    ["只有几个字，末尾缺字节", utf8("县司法局").subarray(0, 11), "unreadable"],
    ["中间坏了一个字节", Buffer.from(utf8(TEXT).map((byte, index) => (index === 30 ? 0xff : byte))), "unreadable"],
    ["二进制（含 NUL）", Buffer.from([0x41, 0, 0, 0x42, 0x1f, 0]), "unreadable"],
    ["没有 NUL 的乱字节", Buffer.from([0x81, 0x01, 0xfe, 0xfd, 0x80, 0x07, 0x03, 0x99]), "unreadable"],
    ["PDF", utf8("%PDF-1.7\n…"), "type_mismatch"],
    ["docx 或 zip", Buffer.from("504b0304140006", "hex"), "type_mismatch"],
    ["旧版 doc", Buffer.from("d0cf11e0a1b11ae1", "hex"), "type_mismatch"],
  ])("%s → 一句话说明", (_name, bytes, code) => expect(codeOf(bytes)).toBe(code));
});
