import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mutationsOf } from "../../../../test/documents/mutations.ts";
import { layOut } from "../../../core/document/source-text.ts";
import { AppError } from "../../../errors.ts";
import { fileTypeOf, readableKindOf } from "./file-type.ts";
import type { FormatReader } from "./format-reader.ts";
import { readHtml } from "./html/read-html.ts";
import { tablesInMarkdown } from "./markdown.ts";
import { readXlsx } from "./xlsx/read-xlsx.ts";

const PAGE =
  '<!DOCTYPE html><html><head><meta charset="utf-8"><title>通知</title></head><body><div class="nav"><a href="/">首页</a></div><table><tr><td>索引号</td><td>000</td></tr><tr><td>有效性</td><td>失效</td></tr></table><div id="zoom"><h1>关于下达任务的通知</h1><p>各乡镇：</p><ol start="2"><li>一、宣讲<br>责任单位：县司法局</li></ol><table><tr><th rowspan="2">任务</th><th colspan="2">单位</th></tr><tr><td>甲</td><td>乙</td></tr><tr><td>修路</td><td>县交通局</td><td>&nbsp;</td></tr></table></div><p>网友评论</p></body></html>';
const MARKDOWN = "# 清单\n\n| 任务 | 单位 |\n|:--|---|\n| 修\\|路 | 县交通局 |\n\n```\n|a|\n```\n";

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("表");
  sheet.addRows([["台账"], ["任务", "单位", "时限"], ["宣讲", "县司法局", new Date(Date.UTC(2021, 5, 30))]]);
  sheet.mergeCells("A1:C1");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Reads or refuses; whatever is read lies within its text. */
async function check(read: FormatReader, bytes: Uint8Array): Promise<void> {
  try {
    const { text, tables } = layOut(await read(bytes, "文件"));
    for (const cell of tables.flatMap((table) => table.rows.flat())) {
      if (cell) expect(cell.span.end).toBeLessThanOrEqual(text.length);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toMatch(/^「文件」[^。]+。$/u);
  }
}

const RUNS = { numRuns: 300, seed: 20211202 };

describe("改坏的字节只会读出或说明，不会出别的错", () => {
  test("网页", () =>
    fc.assert(
      fc.asyncProperty(mutationsOf(Buffer.from(PAGE)), (bytes) => check(readHtml, bytes)),
      RUNS,
    ));
  test("工作簿", async () =>
    fc.assert(
      fc.asyncProperty(mutationsOf(await workbook()), (bytes) => check(readXlsx, bytes)),
      RUNS,
    ));
  test("工作表里的 XML", async () => {
    const { unzipSync, zipSync } = await import("fflate");
    const parts = unzipSync(await workbook());
    const names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
    const broken = fc.constantFrom(...names).chain((name) => mutationsOf(parts[name] ?? Buffer.from(" ")).map((part) => zipSync({ ...parts, [name]: part })));
    await fc.assert(
      fc.asyncProperty(broken, (bytes) => check(readXlsx, bytes)),
      RUNS,
    );
  });
  test("Markdown 的表格都在文内", () =>
    fc.assert(
      fc.property(mutationsOf(Buffer.from(MARKDOWN)), (bytes) => {
        const text = bytes.toString();
        for (const table of tablesInMarkdown(text))
          for (const cell of table.rows.flat()) if (cell) expect(table.span.end).toBeGreaterThanOrEqual(cell.span.end);
      }),
      RUNS,
    ));
  test("任何字节都有类型", async () => {
    const any = fc.oneof(fc.uint8Array({ maxLength: 700 }), mutationsOf(await workbook()), mutationsOf(Buffer.from(PAGE)));
    const kinds = ["text", "html", "docx", "doc", "pdf", "xlsx", "ofd", "encrypted", "unsupported", "damaged"];
    fc.assert(
      fc.property(any, fc.constantFrom("a.txt", "a.docx", "a.html", "a"), (bytes, name) => {
        expect(kinds).toContain(fileTypeOf(bytes).kind);
        try {
          readableKindOf(bytes, name);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
        }
      }),
      RUNS,
    );
  });
});
