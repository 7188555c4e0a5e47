import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../../core/document/index.ts";
import { type Corpus, createCorpus } from "../../core/ledger/corpus.ts";
import { readLedger } from "../../core/ledger/read-ledger.ts";
import { createUnitRegister } from "../../core/units/index.ts";
import { findDuties, ROLES } from "./find-duties.ts";
import { timeFigures } from "./time-figures.ts";
import { partnersOf, sharedFigures, tasksTogether, unitFigure, unitFigures } from "./unit-figures.ts";

const register = createUnitRegister(unitData);

function corpusOf(...texts: readonly (readonly [id: string, region: string, text: string])[]): Corpus {
  const documents = texts.map(([id, region, text]) => parseDocument(text, { id, file: `${id}.txt`, region }));
  return createCorpus(
    documents,
    documents.map((document) => readLedger(document, register)),
    register,
  );
}

const plan = [
  "plan",
  "云岭县",
  [
    "云岭县2021年工作要点",
    "2021年3月1日",
    "一、学习",
    "(一)每季度至少学法1次。",
    "牵头单位:县司法局;配合单位:县财政局。",
    "(二)6月15日前完成清理，2022年3月底前完成复查。",
    "责任单位:县财政局、县司法局、谭店乡人民政府。",
    "二、宣传",
    "(三)定期宣传。",
    "责任单位:县市场监管局、县司法局。",
    "(四)推进落实。",
    "责任单位:各有关部门。",
    "(五)12月底前总结。",
    "责任单位:谭店乡。",
    "",
  ].join("\n"),
] as const;
const corpus = corpusOf(plan, ["other", "青溪区", "青溪区2021年工作要点\n一、甲。(责任单位:区司法局)\n"]);

describe("一份文件里各单位的任务数", () => {
  const { units, tasks, namingNone } = unitFigures(corpus, "plan");

  test("多的在前，一样多的照文件的次序；笼统的不算单位，没有点名的另数", () => {
    expect(units.map(({ name, tasks: count }) => `${name}${count}`)).toEqual(["县司法局3", "县财政局2", "谭店乡人民政府2", "县市场监管局1"]);
    expect([tasks, namingNone]).toEqual([5, 1]);
  });

  test("按角色分开", () => {
    expect(units[0]?.byRole).toEqual({ lead: 1, responsible: 2, support: 0 });
    expect(unitFigure(corpus, "plan", "云岭县财政局")?.byRole).toEqual({ lead: 0, responsible: 1, support: 1 });
    expect(unitFigure(corpus, "plan", "县水利局")).toBeUndefined();
    expect(unitFigure(corpus, "plan", "青溪区司法局")).toBeUndefined();
  });

  test("没有的文件：什么也没有", () => {
    expect(unitFigures(corpus, "none")).toEqual({ units: [], tasks: 0, namingNone: 0 });
    expect(timeFigures(corpus, { document: "none" })).toMatchObject({ months: [], tasks: 0, undated: 0 });
  });
});

describe("共同的任务", () => {
  test("两两相同的任务，对称，对角线上是自己的", () => {
    const { units, counts, sharing } = sharedFigures(corpus, "plan", 3);
    expect(units).toEqual(["县司法局", "县财政局", "谭店乡人民政府"]);
    expect(counts).toEqual([
      [3, 2, 1],
      [2, 2, 1],
      [1, 1, 2],
    ]);
    expect(sharing).toBe(4);
  });

  test("与一个单位共同的，和这些任务", () => {
    expect(partnersOf(corpus, "plan", "司法局")).toEqual([
      { name: "县财政局", tasks: 2 },
      { name: "谭店乡人民政府", tasks: 1 },
      { name: "县市场监管局", tasks: 1 },
    ]);
    expect(tasksTogether(corpus, "plan", "县司法局", "县财政局").map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    expect(tasksTogether(corpus, "plan", "县司法局", "县水利局")).toEqual([]);
  });
});

describe("一年里的期限", () => {
  const count = (figures: ReturnType<typeof timeFigures>) =>
    figures.months.flatMap(({ from, dated, recurring, tasks }) => (tasks > 0 ? [`${from.slice(0, 7)}:${dated}+${recurring}/${tasks}`] : []));

  test("日期和每期的期末分开；没有期限的另数，一项不少", () => {
    const figures = timeFigures(corpus, { document: "plan" });
    expect(count(figures)).toEqual(["2021-03:0+1/1", "2021-06:1+1/2", "2021-09:0+1/1", "2021-12:1+1/2"]);
    expect(figures).toMatchObject({ year: 2021, tasks: 5, inYear: 3, inOtherYears: 0, undated: 2 });
  });

  test("别的年份", () => {
    const figures = timeFigures(corpus, { document: "plan", year: 2022 });
    expect(figures.years).toEqual([
      { year: 2021, tasks: 3 },
      { year: 2022, tasks: 1 },
    ]);
    expect(count(figures)).toEqual(["2022-03:1+0/1"]);
    expect(figures).toMatchObject({ year: 2022, inYear: 1, inOtherYears: 2, undated: 2 });
    expect(timeFigures(corpus, { document: "plan", year: 1999 }).year).toBe(2021);
  });

  test("一个单位的", () => expect(timeFigures(corpus, { document: "plan", unit: "县市场监管局" })).toMatchObject({ months: [], tasks: 1, undated: 1 }));
});

describe("每个数都等于台账里照样能找到的任务数", () => {
  const folder = new URL("../../../test/corpus/documents/", import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));

  test.each(files)("%s", (file) => {
    const known = corpusOf([file, "西平县", readFileSync(new URL(file, folder), "utf8")]);
    for (const { name, tasks, byRole } of unitFigures(known, file).units) {
      expect([name, findDuties(known, { document: file, units: [name] }).length]).toEqual([name, tasks]);
      for (const role of ROLES) expect([name, role, findDuties(known, { document: file, units: [name], role }).length]).toEqual([name, role, byRole[role]]);
      const time = timeFigures(known, { document: file, unit: name });
      expect(time.tasks).toBe(tasks);
      expect(partnersOf(known, file, name).every((other) => tasksTogether(known, file, name, other.name).length === other.tasks)).toBe(true);
    }
    for (const { year } of timeFigures(known, { document: file }).years) {
      const { months, tasks, inYear, inOtherYears, undated } = timeFigures(known, { document: file, year });
      for (const { from, to, tasks: due } of months) expect(findDuties(known, { document: file, dueFrom: from, dueTo: to })).toHaveLength(due);
      expect(inYear + inOtherYears + undated).toBe(tasks);
    }
  });
});
