import { describe, expect, test } from "vitest";
import units from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createCorpus, readLedger } from "../ledger/index.ts";
import { everyTask, findTasks } from "../question/filters.ts";
import { createUnitRegister } from "../units/index.ts";
import { otherYears } from "./other-years.ts";

const register = createUnitRegister(units);
const plan = (year: number, duties: readonly string[]) =>
  parseDocument(
    `云岭县${year}年法治政府建设工作要点\n一、依法行政\n${duties.map((duty, index) => `(${"一二三四"[index]})${duty}。做好有关工作。\n责任单位:县司法局。`).join("\n")}`,
    { id: `yunling-${year}`, file: `${year}.txt`, region: "云岭县", year },
  );
const documents = [plan(2020, ["推进政务公开", "加强行政复议"]), plan(2021, ["推进政务公开"])];
const corpus = createCorpus(
  documents,
  documents.map((document) => readLedger(document, register)),
  register,
);
const filter = { ...everyTask({ documents: ["yunling-2021"], named: false }), allOf: [{ unit: "justice-bureau", name: "县司法局", printed: "司法局" }] };

describe("otherYears 其他年份", () => {
  test("只数没有问到的年份", () => {
    expect(findTasks(filter, corpus)).toHaveLength(1);
    const found = otherYears(filter, corpus);
    expect(found).toMatchObject({ note: "其他年份的文件里还有2项（2020年2项）。", question: "县司法局历年的任务", total: 2 });
    expect(found && findTasks(found.filter, corpus).map(({ documentId }) => documentId)).toEqual(["yunling-2020", "yunling-2020"]);
  });
  test("没有别的年份，或问的是某一部分，就不提", () => {
    expect(otherYears({ ...filter, scope: { documents: ["yunling-2020", "yunling-2021"], named: false } }, corpus)).toBeUndefined();
    expect(otherYears({ ...filter, sections: [{ document: "yunling-2021", node: 1 }] }, corpus)).toBeUndefined();
  });
});
