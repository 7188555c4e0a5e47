import ExcelJS from "exceljs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SheetTable } from "../../app/spreadsheets.ts";
import { renderXlsx } from "./xlsx.ts";

async function read(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  return workbook;
}

/** A table of one column. */
const oneColumn = (cells: readonly string[]): SheetTable => ({
  name: "办理情况",
  columns: [{ title: "表头", width: 20 }],
  rows: cells.map((cell) => [cell]),
  about: [["内容", "任务台账"]],
});

async function sheetOf(table: SheetTable): Promise<ExcelJS.Worksheet> {
  const [sheet] = (await read(await renderXlsx(table))).worksheets;
  if (!sheet) throw new Error("没有工作表");
  return sheet;
}

describe("xlsx 表格", () => {
  test("每格原样是文字，不会变成公式", async () => {
    const cells = ["=1+1", "+8610", "-3", "@all", '<b>&"引号"', "两\n行", "0086", "\u0000控制符\uD800", "＝SUM(A1)", "", " 前后空格 ", "2020-12-31"];
    const sheet = await sheetOf(oneColumn(cells));
    expect(sheet.name).toBe("办理情况");
    const rows = cells.map((_, index) => sheet.getCell(index + 2, 1));
    expect(rows.map(({ value }) => value ?? "")).toEqual(cells.with(7, "控制符"));
    expect(rows.filter(({ formula }) => formula)).toEqual([]);
    expect(new Set(rows.filter(({ value }) => value !== null).map(({ numFmt }) => numFmt))).toEqual(new Set(["@"]));
  });

  test("任何文字都只是文字", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", ""), fc.string({ unit: "grapheme" })), {
          minLength: 1,
          maxLength: 20,
        }),
        async (parts) => {
          const sheet = await sheetOf(oneColumn(parts.map((part) => part.join(""))));
          for (let row = 2; row <= parts.length + 1; row += 1) {
            const { value, formula } = sheet.getCell(row, 1);
            expect(formula).toBeUndefined();
            expect(["string", "object"]).toContain(typeof value);
            if (typeof value === "object") expect(value).toBeNull();
          }
        },
      ),
      { numRuns: 15 },
    );
  });

  test("长的格子也是文字，不用旧版本显示不了的格式；太长的截到格子的上限", async () => {
    const sheet = await sheetOf(oneColumn([`=${"文".repeat(300)}`, "文".repeat(40_000)]));
    expect([sheet.getCell("A2").value, sheet.getCell("A2").numFmt]).toEqual([`=${"文".repeat(300)}`, undefined]);
    expect(String(sheet.getCell("A3").value)).toHaveLength(32_767);
  });

  test("表头加粗、固定、可以筛选，列宽如给出；下面一行话不在筛选里", async () => {
    const sheet = await sheetOf({
      ...oneColumn([]),
      columns: [
        { title: "甲", width: 10 },
        { title: "乙", width: 30 },
      ],
      rows: [["一", "二"]],
      note: "自愿填写",
    });
    expect(sheet.getCell("A1").font?.bold).toBe(true);
    expect(sheet.getCell("A2").font?.bold).toBeFalsy();
    expect(sheet.getCell("A2").alignment).toMatchObject({ wrapText: true, vertical: "top" });
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.getColumn(2).width).toBe(30);
    expect(sheet.autoFilter).toBe("A1:B2");
    expect(sheet.getCell("A3").value).toBe("自愿填写");
  });

  test("另一张表说明是什么表，文件属性写明标题", async () => {
    const workbook = await read(await renderXlsx(oneColumn(["一"])));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(["办理情况", "说明"]);
    expect(workbook.worksheets[1]?.getRow(1).values).toEqual([undefined, "内容", "任务台账"]);
    expect(workbook).toMatchObject({ title: "办理情况", subject: "任务台账", creator: "明白" });
  });

  test("写一张长的表，别的事情照样有机会做", async () => {
    let turns = 0;
    const counting = setInterval(() => {
      turns += 1;
    }, 0);
    await renderXlsx(oneColumn(Array.from({ length: 4000 }, (_, index) => `第${index}项`)));
    clearInterval(counting);
    expect(turns).toBeGreaterThan(5);
  });
});
