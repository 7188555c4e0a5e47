import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { createCorpus } from "./corpus.ts";
import { readLedger } from "./read-ledger.ts";

const register = createUnitRegister(unitData);
const plan = parseDocument(
  "云岭县2021年工作要点\n一、甲\n(一)乙。\n责任单位:县司法局、各有关部门。\n(二)丙。\n责任单位:县财政局、县司法局、各有关部门。\n二、丁\n(三)戊。\n责任单位:县县场监管局。\n三、己\n",
  { id: "plan", file: "plan.txt", region: "云岭县" },
);
const other = parseDocument("青溪区2021年工作要点\n一、甲。(责任单位:区司法局)\n", { id: "other", file: "other.txt", region: "青溪区" });
const corpus = createCorpus([plan, other], [readLedger(other, register), readLedger(plan, register)], register);
const justice = register.readName("县司法局").unit;

describe("createCorpus 各文件的任务合在一起", () => {
  test("任务按文件的次序", () => expect(corpus.tasks.map((task) => `${task.documentId} ${task.ordinal}`)).toEqual(["plan 1", "plan 2", "plan 3", "other 1"]));
  test("按文件和序数查", () => expect(corpus.task("plan", 3)?.label).toBe("(三)"));
  test.each([
    ["plan", 0],
    ["plan", 4],
    ["none", 1],
  ])("没有 %s 第 %d 项", (id, ordinal) => expect(corpus.task(id, ordinal)).toBeUndefined());
  test("点名一个单位的任务，全部或一份文件", () => {
    expect(corpus.tasksNaming(justice).map((task) => `${task.documentId} ${task.ordinal}`)).toEqual(["plan 1", "plan 2", "other 1"]);
    expect(corpus.tasksNaming(justice, "other")).toHaveLength(1);
    expect(corpus.tasksNaming("no-such-unit")).toEqual([]);
  });
  test("一级标题和其中的任务，没有任务的也在", () =>
    expect(corpus.sectionsOf("plan").map(({ label, title, tasks }) => [label, title, tasks.length])).toEqual([
      ["一、", "甲", 2],
      ["二、", "丁", 1],
      ["三、", "己", 0],
    ]));
  test("单位按初次出现，用印出的简称，印错的改正", () => expect([...corpus.namesOf("plan").values()]).toEqual(["县司法局", "县财政局", "县市场监管局"]));
  test("笼统点名各一次", () => expect(corpus.collectiveOf("plan")).toEqual(["各有关部门"]));
  test("没有的文件什么也没有", () =>
    expect([corpus.document("none"), corpus.tasksOf("none"), corpus.sectionsOf("none"), corpus.namesOf("none").size]).toEqual([undefined, [], [], 0]));
});
