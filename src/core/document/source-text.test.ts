import { describe, expect, test } from "vitest";
import { layOut } from "./source-text.ts";

describe("layOut 排成正文", () => {
  test("段落一段一行，表格一行一行，合并的单元格只写一次，每格都能找到", () => {
    const { text, tables } = layOut([
      { kind: "line", text: "附件1" },
      { kind: "sheet", name: "任务表" },
      {
        kind: "table",
        cells: [
          { row: 0, column: 0, rowSpan: 2, columnSpan: 1, text: "优化服务" },
          { row: 0, column: 1, rowSpan: 1, columnSpan: 1, text: "县司法局\n县教育局" },
          { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: "县财政局" },
        ],
      },
      { kind: "line", text: "说明" },
    ]);
    expect(text).toBe("附件1\n任务表\n优化服务\t县司法局\n县教育局\n县财政局\n说明\n");
    const [table] = tables;
    expect(table?.sheet).toBe("任务表");
    expect(table?.rows.map((row) => row.map((cell) => cell && text.slice(cell.span.start, cell.span.end)))).toEqual([
      ["优化服务", "县司法局\n县教育局"],
      ["优化服务", "县财政局"],
    ]);
    expect(table?.rows[1]?.[0]).toBe(table?.rows[0]?.[0]);
  });

  test("空的工作表连名字一起略去", () => {
    const blocks = [
      { kind: "sheet", name: "台账" },
      { kind: "line", text: "说明" },
      { kind: "sheet", name: "Sheet2" },
      { kind: "line", text: " " },
      { kind: "sheet", name: "Sheet3" },
    ] as const;
    expect(layOut(blocks).text).toBe("台账\n说明\n \n");
  });
});
