import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../../../test/questions/assistant.ts";
import { arrangeDuties, type DutyArrangement } from "./arrange-duties.ts";
import { exportLedger, exportRows, exportTurn } from "./export-duties.ts";
import { type DutyFilter, findDuties } from "./find-duties.ts";

const { assistant } = await createSeedsAssistant();
const corpus = await assistant.corpus();
const NOW = Date.parse("2026-11-22T08:00:00+08:00");

function ledger(filter: DutyFilter, group?: DutyArrangement["group"]) {
  const arrangement: DutyArrangement = { sort: "document", isDescending: false, group };
  return exportLedger(corpus, { filter, arrangement, groups: arrangeDuties(corpus, findDuties(corpus, filter), filter, arrangement) }, NOW);
}

async function stateAfter(...turns: readonly string[]): Promise<unknown> {
  let state: unknown = null;
  for (const turn of turns) ({ state } = await assistant.ask(turn, state));
  return state;
}

describe("exportLedger 导出台账", () => {
  test("一项任务一行，写明文件、编号、单位、时限、原文", () => {
    const { name, table } = ledger({ units: ["县司法局"] });
    const [row] = [...table.rows];
    expect(name).toBe("任务台账-县司法局-2026-11-22");
    expect([...table.rows]).toHaveLength(29);
    const cells = Object.fromEntries(table.columns.map(({ title }, index) => [title, row?.[index]]));
    expect(cells).toMatchObject({
      文件: "西平县2020年度法治政府建设工作安排",
      发文字号: "西政办〔2020〕20号",
      序号: "1",
      编号: "(一)",
      部分: "一、依法全面履行政府职能",
      任务: "为推动经济高质量发展提供法治保障",
      笼统点名: "各有关部门、乡镇人民政府",
    });
    expect(cells["责任单位"]).toContain("县司法局");
    expect(cells["原文"]).toMatch(/^\(一\)为推动经济高质量发展提供法治保障[\s\S]+按职责分工分别负责。$/u);
  });

  test("说明写着文件、筛选、排列、行数和日期", () => {
    expect(ledger({ units: ["县司法局"], words: "复议" }).table.about).toEqual([
      ["内容", "任务台账"],
      ["文件", "《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）"],
      ["筛选", "单位：县司法局；写到：复议"],
      ["排列", "按文件顺序"],
      ["行数", "2"],
      ["导出日期", "2026-11-22"],
      ["说明", expect.stringContaining("以“原文”一列和文件原件为准")],
    ]);
    expect(ledger({}).table.about).toContainEqual(["筛选", "没有筛选，全部任务"]);
  });

  test("分组的多一列，写明是哪一组", () => {
    const { table } = ledger({ units: ["县统计局", "县审计局"] }, "unit");
    expect(table.columns[0]?.title).toBe("分组");
    expect([...table.rows].map(([group]) => group)).toEqual(["县审计局", "县审计局", "县统计局"]);
  });
});

describe("exportTurn 导出上一个回答", () => {
  test.each([
    [["县司法局负责哪些任务"], 29, "任务清单-西平县2020年-县司法局参与-2026-11-22"],
    [["县司法局负责哪些任务", "那财政局呢"], 4, "任务清单-西平县2020年-县财政局参与-2026-11-22"],
    [["每季度要做的有哪些"], 3, "任务清单-西平县2020年-每季度-2026-11-22"],
  ])("%j → %i 行", async (turns, rows, name) => {
    const exported = exportTurn(corpus, await stateAfter(...turns), NOW);
    expect([exported?.table.rows.length, exported?.name]).toEqual([rows, name]);
  });

  test("行就是回答列出的那些，顺序也一样", async () => {
    const { answer, state } = await assistant.ask("县司法局或县财政局负责的任务有哪些", null);
    const { table } = exportTurn(corpus, state, NOW) ?? {};
    const column = table?.columns.findIndex(({ title }) => title === "序号") ?? -1;
    expect([...(table?.rows ?? [])].map((row) => Number(row[column]))).toEqual(answer.items.map(({ ordinal }) => ordinal));
  });

  test.each<[string, unknown]>([
    ["还没有问过", null],
    ["不是对话", { what: 1 }],
  ])("%s → 没有可以导出的", (_, state) => expect(exportTurn(corpus, state, NOW)).toBeUndefined());

  test("没有列出任务的回答 → 没有可以导出的", async () => {
    expect(exportTurn(corpus, await stateAfter("投资项目审批时间平均减少了百分之多少"), NOW)).toBeUndefined();
    expect(exportTurn(corpus, await stateAfter("县司法局负责哪些任务", "今天天气怎么样"), NOW)).toBeUndefined();
  });
});

test("文件名里没有路径、换行和控制符，不会太长", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (subject) => {
      const { name } = exportRows({ sheet: "表", subject: `任务${subject}`, rows: [], conditions: [], order: "" }, NOW);
      expect(name).toMatch(/^任务[^\s\p{C}\\/:;*?"<>|]*-2026-11-22$/u);
      expect(Buffer.byteLength(name)).toBeLessThan(251);
    }),
  );
});
