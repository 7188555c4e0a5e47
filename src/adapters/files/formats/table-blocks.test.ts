import { describe, expect, test } from "vitest";
import type { GridCell, SourceBlock } from "../../../core/document/source-text.ts";
import { tableBlocks } from "./table-blocks.ts";

/** Cells of rows; `>` widens the cell before it, `^` lengthens the one above, an empty text is a blank cell. */
function gridOf(...rows: string[][]): readonly GridCell[] {
  const cells: { row: number; column: number; rowSpan: number; columnSpan: number; text: string }[] = [];
  rows.forEach((texts, row) => {
    texts.forEach((text, column) => {
      const covering = cells.findLast((cell) => (text === ">" ? cell.row === row : cell.column === column));
      if (text === ">" && covering) covering.columnSpan += 1;
      else if (text === "^" && covering) covering.rowSpan += 1;
      else cells.push({ row, column, rowSpan: 1, columnSpan: 1, text });
    });
  });
  return cells;
}

/** A line as it stands, a table as its rows of texts with spans. */
function shown(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.map((block) => {
    if (block.kind !== "table") return block.kind === "line" ? block.text : block.name;
    return block.cells
      .map((cell) => `${cell.row},${cell.column}${cell.rowSpan * cell.columnSpan > 1 ? `(${cell.rowSpan}×${cell.columnSpan})` : ""}${cell.text}`)
      .join(" ");
  });
}

const HEAD = ["序号", "任务", "责任单位"];

describe("tableBlocks 表格上下的文字", () => {
  test("标题、填报单位和日期在表上，备注在表下，都是文字行", () => {
    const blocks = tableBlocks(
      gridOf(
        ["某县任务台账", ">", ">"],
        ["填报单位：县普法办", "", "日期：2021年3月"],
        HEAD,
        ["1", "宣讲", "县司法局"],
        ["备注：按月报送。\n逾期通报。", ">", ">"],
        ["1.数字取整", ">", ">"],
      ),
    );
    expect(shown(blocks)).toEqual([
      "某县任务台账",
      "填报单位：县普法办",
      "日期：2021年3月",
      "0,0序号 0,1任务 0,2责任单位 1,01 1,1宣讲 1,2县司法局",
      "备注：按月报送。",
      "逾期通报。",
      "1.数字取整",
    ]);
  });

  test("中间的分组行、末尾只有一格的行仍在表里", () => {
    const blocks = tableBlocks(gridOf(HEAD, ["一、市场准入", ">", ">"], ["1", "宣讲", "县司法局"], ["二、市场监管", ">", ">"]));
    expect(shown(blocks)).toEqual(["0,0序号 0,1任务 0,2责任单位 1,0(1×3)一、市场准入 2,01 2,1宣讲 2,2县司法局 3,0(1×3)二、市场监管"]);
  });

  test("空行空列去掉，跨度随之收缩", () => {
    const blocks = tableBlocks(gridOf(["序号", "", "任务", "单位"], ["", "", "", ""], ["1", "", "宣讲", "县司法局"], ["2", "", "^", "县教育局"]));
    expect(shown(blocks)).toEqual(["0,0序号 0,1任务 0,2单位 1,01 1,1(2×1)宣讲 1,2县司法局 2,02 2,2县教育局"]);
  });

  test("两行表头的首行不是标题", () => {
    const blocks = tableBlocks(gridOf(["序号", "责任分工", ">"], ["^", "牵头单位", "配合单位"], ["1", "县司法局", "县教育局"]));
    expect(blocks).toHaveLength(1);
  });

  test("一张工作表里的第二张表：标题下又有表头", () => {
    const blocks = tableBlocks(gridOf(["表一", ">", ">"], HEAD, ["1", "宣讲", "县司法局"], ["附表二　整改清单", ">", ">"], HEAD, ["1", "整改", "县住建局"]));
    expect(blocks.map((block) => block.kind)).toEqual(["line", "table", "line", "table"]);
  });

  test("只有一列的是文字，不是表", () => expect(shown(tableBlocks(gridOf(["通知"], ["各乡镇："], ["请报送。"])))).toEqual(["通知", "各乡镇：", "请报送。"]));
  test("全空的格子什么都没有", () => expect(tableBlocks(gridOf(["", ""], [" ", ""]))).toEqual([]));
});
