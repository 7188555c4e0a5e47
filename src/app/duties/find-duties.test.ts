import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../../core/document/index.ts";
import { createCorpus } from "../../core/ledger/corpus.ts";
import { readLedger } from "../../core/ledger/read-ledger.ts";
import { createUnitRegister } from "../../core/units/index.ts";
import { type DutyFilter, findDuties } from "./find-duties.ts";

const register = createUnitRegister(unitData);
const plan = parseDocument(
  [
    "云岭县2021年工作要点",
    "2021年3月1日",
    "一、学习",
    "(一)每季度至少学法1次。",
    "牵头单位:县司法局;配合单位:县财政局。",
    "(二)6月底前完成清理。",
    "责任单位:县财政局、县司法局。",
    "二、宣传",
    "(三)定期宣传。",
    "责任单位:县市场监管局。",
    "(四)推进落实。",
    "责任单位:各有关部门。",
    "",
  ].join("\n"),
  { id: "plan", file: "plan.txt", region: "云岭县" },
);
const other = parseDocument("青溪区2021年工作要点\n一、甲。(责任单位:区司法局)\n", { id: "other", file: "other.txt", region: "青溪区" });
const corpus = createCorpus([plan, other], [readLedger(plan, register), readLedger(other, register)], register);
const found = (filter: DutyFilter): string =>
  findDuties(corpus, filter)
    .map(({ document, task }) => `${document.id}${task.ordinal}`)
    .join(" ");
const section = corpus.sectionsOf("plan")[1]?.node;

describe("findDuties 按单位、角色、时间、要求和词找任务", () => {
  test.each<[string, DutyFilter, string]>([
    ["不限", {}, "plan1 plan2 plan3 plan4 other1"],
    ["一份文件", { document: "plan" }, "plan1 plan2 plan3 plan4"],
    ["没有的文件", { document: "none" }, ""],
    ["一份文件的一部分", { document: "plan", section }, "plan3 plan4"],
    ["一个单位", { units: ["司法局"] }, "plan1 plan2 other1"],
    ["一个县的单位", { units: ["云岭县司法局"] }, "plan1 plan2"],
    ["任一单位", { units: ["县市场监管局", "县财政局"] }, "plan1 plan2 plan3"],
    ["没有点名的单位", { units: ["县水利局"] }, ""],
    ["单位的角色", { units: ["县财政局"], role: "support" }, "plan1"],
    ["有人牵头", { role: "lead" }, "plan1"],
    ["六月底前到期", { dueTo: "2021-06-30" }, "plan1 plan2"],
    ["下半年到期", { dueFrom: "2021-07-01" }, "plan1"],
    ["每季度", { obligation: "quarterly" }, "plan1"],
    ["有日期", { obligation: "dated" }, "plan2"],
    ["有次数", { obligation: "counted" }, "plan1"],
    ["定期", { obligation: "irregular" }, "plan3"],
    ["没有可以量的要求", { obligation: "none" }, "plan4 other1"],
    ["同名的单位只算写明的那个县", { units: ["云岭县司法局", "青溪区财政局"], role: "support" }, ""],
    ["词", { words: "清理 财政局" }, "plan2"],
    ["词的全角半角不论", { words: "６月底前" }, "plan2"],
    ["合起来", { units: ["县司法局"], obligation: "dated", words: "清理" }, "plan2"],
  ])("%s", (_, filter, expected) => expect(found(filter)).toBe(expected));
});
