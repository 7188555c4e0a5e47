import { describe, expect, test } from "vitest";
import { sliceOf } from "../../../core/text/span.ts";
import { tablesInMarkdown } from "./markdown.ts";

/** The tables' cells as words; a blank cell is an empty text. */
function wordsOf(text: string): readonly string[][][] {
  return tablesInMarkdown(text).map((table) => table.rows.map((row) => row.map((cell) => (cell ? sliceOf(text, cell.span) : ""))));
}

describe("tablesInMarkdown 竖线表格", () => {
  test("单元格是原文的片段，横线行不是表格的行", () => {
    const text = "# 任务清单\n\n| 序号 | 任务 | 责任单位 |\n|:---|:---:|---|\n| 1 | 修路 | 县交通局、县财政局 |\n| 2 | 建桥 |  |\n\n备注：按月报送。\n";
    expect(wordsOf(text)).toEqual([
      [
        ["序号", "任务", "责任单位"],
        ["1", "修路", "县交通局、县财政局"],
        ["2", "建桥", ""],
      ],
    ]);
    const [table] = tablesInMarkdown(text);
    expect(table && sliceOf(text, table.span)).toBe(text.slice(text.indexOf("| 序号"), text.indexOf("\n\n备注")));
  });

  test.each([
    [
      "两端没有竖线",
      "任务 | 时限\n--- | ---\n修路 | 6月底前",
      [
        ["任务", "时限"],
        ["修路", "6月底前"],
      ],
    ],
    [
      "回车换行",
      "|任务|时限|\r\n|-|-|\r\n|修路|年内|\r\n",
      [
        ["任务", "时限"],
        ["修路", "年内"],
      ],
    ],
    [
      "转义的竖线属于单元格",
      "|任务|时限|\n|-|-|\n|修\\|路|年内|",
      [
        ["任务", "时限"],
        ["修\\|路", "年内"],
      ],
    ],
    [
      "行短一格补空，行长一格不丢",
      "|任务|时限|\n|-|-|\n|修路|\n|建桥|年内|县交通局|",
      [
        ["任务", "时限", ""],
        ["修路", "", ""],
        ["建桥", "年内", "县交通局"],
      ],
    ],
  ])("%s", (_name, text, rows) => expect(wordsOf(text)).toEqual([rows]));

  test("两张表各是一张", () =>
    expect(wordsOf("|任务|\n|-|\n|修路|\n\n|事项|\n|-|\n|建桥|")).toEqual([
      [["任务"], ["修路"]],
      [["事项"], ["建桥"]],
    ]));

  test.each([
    ["没有横线行", "|任务|时限|\n|修路|年内|"],
    ["横线行的格数不同", "|任务|时限|\n|-|\n|修路|年内|"],
    ["正文里的竖线", "责任单位：县交通局 | 县财政局\n一、修路"],
    ["代码块里", "```\n|任务|时限|\n|-|-|\n```"],
    ["分隔线", "任务\n---\n修路"],
    ["空文", ""],
  ])("不是表格：%s", (_name, text) => expect(tablesInMarkdown(text)).toEqual([]));
});
