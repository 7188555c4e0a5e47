import ExcelJS from "exceljs";
import { describe, expect, test } from "vitest";
import { renderXlsx } from "./xlsx.ts";

async function read(bytes: Uint8Array) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("没有工作表");
  return sheet;
}

describe("xlsx 表格", () => {
  test("每格原样是文字，不会变成公式", async () => {
    const cells = ["=1+1", "+8610", "-3", "@all", '<b>&"引号"', "两\n行", "0086", "\u0000控制符\uD800", "＝SUM(A1)", ""];
    const sheet = await read(renderXlsx("办理情况", [["表头"], ...cells.map((cell) => [cell])], [20]));
    expect(sheet.name).toBe("办理情况");
    const rows = cells.map((_, index) => sheet.getCell(index + 2, 1));
    expect(rows.map(({ value }) => value ?? "")).toEqual(["=1+1", "+8610", "-3", "@all", '<b>&"引号"', "两\n行", "0086", "控制符", "＝SUM(A1)", ""]);
    expect(rows.filter(({ formula }) => formula)).toEqual([]);
  });
  test("表头加粗并固定，列宽如给出", async () => {
    const sheet = await read(
      renderXlsx(
        "表",
        [
          ["甲", "乙"],
          ["一", "二"],
        ],
        [10, 30],
      ),
    );
    expect(sheet.getCell("A1").font?.bold).toBe(true);
    expect(sheet.getCell("A2").font?.bold).toBeFalsy();
    expect(sheet.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
    expect(sheet.getColumn(2).width).toBe(30);
  });
  test("第27列叫 AA", async () => {
    const sheet = await read(renderXlsx("表", [Array.from({ length: 28 }, (_, index) => String(index))], []));
    expect(sheet.getCell("AA1").value).toBe("26");
  });
});
