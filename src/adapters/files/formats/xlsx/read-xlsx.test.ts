import ExcelJS from "exceljs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { layOut, type SourceText } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { readXlsx } from "./read-xlsx.ts";

type Fill = (workbook: ExcelJS.Workbook) => void;

async function bytesOf(fill: Fill): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
async function read(fill: Fill): Promise<SourceText> {
  return layOut(await readXlsx(await bytesOf(fill), "台账.xlsx"));
}
/** The tables' cells as words. */
function wordsOf({ text, tables }: SourceText): readonly string[][][] {
  return tables.map((table) => table.rows.map((row) => row.map((cell) => (cell ? text.slice(cell.span.start, cell.span.end) : ""))));
}
async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readXlsx(bytes, "台账.xlsx");
    return "read";
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toContain("「台账.xlsx」");
    return error.code;
  }
}
/** The same workbook with parts of it written anew. */
function withParts(bytes: Uint8Array, change: (name: string, xml: string) => string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strToU8(change(name, strFromU8(part)))] as const);
  return zipSync(Object.fromEntries(parts));
}

const HEAD = ["序号", "任务", "责任单位", "完成时限"];

describe("readXlsx 工作簿", () => {
  test("标题、填报单位在表上，备注在表下，合并的单元格站在它跨过的每一处", async () => {
    const source = await read((workbook) => {
      const sheet = workbook.addWorksheet("任务台账");
      sheet.addRows([["河口区任务台账"], ["填报单位：区普法办"], HEAD, [1, "宣讲", "区司法局", "年内"], [2, "培训", "", "6月底前"], ["备注：按月报送"]]);
      for (const range of ["A1:D1", "A2:D2", "C4:C5", "A6:D6"]) sheet.mergeCells(range);
    });
    expect(source.text).toBe(
      "任务台账\n河口区任务台账\n填报单位：区普法办\n序号\t任务\t责任单位\t完成时限\n1\t宣讲\t区司法局\t年内\n2\t培训\t6月底前\n备注：按月报送\n",
    );
    expect(wordsOf(source)[0]?.[2]).toEqual(["2", "培训", "区司法局", "6月底前"]);
    expect(source.tables[0]?.sheet).toBe("任务台账");
  });

  test("各工作表依次读出，隐藏的和空的不读", async () => {
    const source = await read((workbook) => {
      workbook.addWorksheet("甲").addRows([HEAD, [1, "宣讲", "区司法局", "年内"]]);
      workbook.addWorksheet("选项", { state: "hidden" }).addRows([["区司法局"], ["区教育局"]]);
      workbook.addWorksheet("空表");
      workbook.addWorksheet("乙").addRows([HEAD, [1, "培训", "区教育局", "年内"]]);
    });
    expect(source.tables.map((table) => table.sheet)).toEqual(["甲", "乙"]);
    expect(source.text).not.toMatch(/选项|空表/u);
  });

  test("只有隐藏的工作表时读它", async () => {
    const source = await read((workbook) => {
      workbook.addWorksheet("封面");
      workbook.addWorksheet("清单", { state: "veryHidden" }).addRows([HEAD, [1, "宣讲", "区司法局", "年内"]]);
    });
    expect(source.tables.map((table) => table.sheet)).toEqual(["清单"]);
  });

  test("手工隐藏的行列不读，筛选隐去的行要读", async () => {
    const fill =
      (filtered: boolean): Fill =>
      (workbook) => {
        const sheet = workbook.addWorksheet("表");
        sheet.addRows([HEAD, [1, "宣讲", "区司法局", "年内"], [2, "培训", "区教育局", "年内"], [3, "巡查", "区水利局", "年内"]]);
        sheet.getRow(3).hidden = true;
        if (filtered) sheet.autoFilter = "A1:D4";
        else sheet.getColumn(3).hidden = true;
      };
    expect(wordsOf(await read(fill(false)))[0]).toEqual([
      ["序号", "任务", "完成时限"],
      ["1", "宣讲", "年内"],
      ["3", "巡查", "年内"],
    ]);
    const filtered = withParts(await bytesOf(fill(true)), (_, xml) =>
      xml.replace(
        /<autoFilter ref="A1:D4"\/>/u,
        '<autoFilter ref="A1:D4"><filterColumn colId="2"><filters><filter val="区司法局"/></filters></filterColumn></autoFilter>',
      ),
    );
    expect(wordsOf(layOut(await readXlsx(filtered, "表.xlsx")))[0]).toHaveLength(4);
  });
});

describe("单元格", () => {
  /** What a cell gives beside a label cell. */
  async function cellText(value: ExcelJS.CellValue, format?: string): Promise<string> {
    const source = await read((workbook) => {
      const sheet = workbook.addWorksheet("表");
      sheet.addRows([
        ["任务", "值", "备注"],
        ["甲", null, "末"],
        ["乙", "其他", "末"],
      ]);
      sheet.getCell("B2").value = value;
      if (format !== undefined) sheet.getCell("B2").numFmt = format;
    });
    return wordsOf(source)[0]?.[1]?.[1] ?? "";
  }

  test.each<[string, ExcelJS.CellValue, string | undefined, string]>([
    ["日期", new Date(Date.UTC(2021, 5, 30)), "yyyy/m/d", "2021年6月30日"],
    ["中文格式的日期", new Date(Date.UTC(2021, 11, 1)), 'yyyy"年"m"月"d"日";@', "2021年12月1日"],
    ["日期序列号", 44561, "m/d/yy", "2021年12月31日"],
    ["整数", 30, undefined, "30"],
    ["百分数", 0.85, "0%", "85%"],
    ["公式的结果", { formula: "1+1", result: 2 }, undefined, "2"],
    ["公式的文字结果", { formula: 'A1&"局"', result: "区司法局" }, undefined, "区司法局"],
    ["没有结果的公式", { formula: "1+1" } as ExcelJS.CellValue, undefined, ""],
    ["错误值", { error: "#REF!" }, undefined, ""],
    ["分段着色的文字", { richText: [{ text: "区司法局" }, { font: { bold: true }, text: "、区教育局" }] }, undefined, "区司法局、区教育局"],
    ["超链接", { text: "区司法局", hyperlink: "http://example.invalid/" }, undefined, "区司法局"],
    ["单元格里换行", "区司法局\r\n 区教育局\n\n", undefined, "区司法局\n区教育局"],
    ["首尾空格", "　区司法局 ", undefined, "区司法局"],
    ["特殊符号", "“放管服”<改革> & 'A'", undefined, "“放管服”<改革> & 'A'"],
  ])("%s", async (_name, value, format, text) => expect(await cellText(value, format)).toBe(text));

  test("内联文字、命名空间前缀、无坐标的单元格，读音不读", async () => {
    const bytes = withParts(await bytesOf((workbook) => workbook.addWorksheet("表")), (name, xml) =>
      name === "xl/worksheets/sheet1.xml"
        ? '<x:worksheet xmlns:x="a"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>任务</x:t></x:is></x:c><x:c t="str"><x:v>单位</x:v></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:r><x:t>宣讲</x:t></x:r><x:rPh sb="0" eb="1"><x:t>jiang</x:t></x:rPh></x:is></x:c><x:c t="inlineStr"><x:is><x:t><![CDATA[区司法局_x000D_]]></x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>'
        : xml,
    );
    expect(wordsOf(layOut(await readXlsx(bytes, "表.xlsx")))).toEqual([
      [
        ["任务", "单位"],
        ["宣讲", "区司法局"],
      ],
    ]);
  });

  test("藏在合并单元格下面的旧字不读", async () => {
    const bytes = withParts(
      await bytesOf((workbook) => workbook.addWorksheet("表").addRows([HEAD, [1, "宣讲", "区司法局", "年内"], [2, "培训", "区旧局", "年内"]])),
      (_, xml) => xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="C2:C3"/></mergeCells>'),
    );
    expect(wordsOf(layOut(await readXlsx(bytes, "表.xlsx")))[0]?.[2]).toEqual(["2", "培训", "区司法局", "年内"]);
  });
});

describe("坏的和过大的工作簿", () => {
  const plain = bytesOf((workbook) => workbook.addWorksheet("表").addRows([HEAD, [1, "宣讲", "区司法局", "年内"]]));
  const withSheet = async (sheetXml: (xml: string) => string) =>
    withParts(await plain, (name, xml) => (name === "xl/worksheets/sheet1.xml" ? sheetXml(xml) : xml));

  test("一百万个空单元格不费事，有字的照读", async () => {
    const empty = Array.from({ length: 10_000 }, (_, row) => `<row r="${row + 10}">${'<c s="1"/>'.repeat(100)}</row>`).join("");
    const bytes = await withSheet((xml) =>
      xml.replace("</sheetData>", `${empty}</sheetData><mergeCells><mergeCell ref="A1:A1048576"/><mergeCell ref="B9:XFD1048576"/></mergeCells>`),
    );
    expect(wordsOf(layOut(await readXlsx(bytes, "台账.xlsx")))[0]).toHaveLength(2);
  });

  test("字散在天南地北：作文字行，不造大表", async () => {
    const far = Array.from(
      { length: 4000 },
      (_, index) =>
        `<row r="${index * 200 + 10}"><c r="${"ABCDEFGHIJKLMNOP"[index % 16]}${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[Math.floor(index / 16) % 26]}${"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[Math.floor(index / 416)] ?? "A"}${index * 200 + 10}" t="str"><v>县</v></c></row>`,
    ).join("");
    const { tables } = layOut(await readXlsx(await withSheet((xml) => xml.replace("</sheetData>", `${far}</sheetData>`)), "台账.xlsx"));
    expect(tables).toEqual([]);
  });

  test.each([
    ["工作表断在中间", (xml: string) => `${xml.slice(0, xml.length / 2)}<c r=`, "unreadable"],
    ["文档类型声明（实体不展开）", (xml: string) => xml.replace("<worksheet", '<!DOCTYPE x [<!ENTITY a "县">]><worksheet'), "unreadable"],
    ["单元格太多", (xml: string) => xml.replace("</sheetData>", `${'<row><c t="str"><v>县</v></c></row>'.repeat(200_001)}</sheetData>`), "too_large"],
    ["没有文字", () => "<worksheet><sheetData/></worksheet>", "empty"],
  ])("%s", async (_name, change, code) => expect(await codeOf(await withSheet(change))).toBe(code));

  test("截断的文件 → unreadable", async () => expect(await codeOf((await plain).subarray(0, 2000))).toBe("unreadable"));
  test("没有工作簿 → unreadable", async () => expect(await codeOf(zipSync({ "a.xml": strToU8("<a/>") }))).toBe("unreadable"));
});
