import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../../core/document/index.ts";
import { createCorpus } from "../../core/ledger/corpus.ts";
import { readLedger } from "../../core/ledger/read-ledger.ts";
import { createUnitRegister } from "../../core/units/index.ts";
import { arrangeDuties, type DutyArrangement } from "./arrange-duties.ts";
import { groupWords } from "./duty-words.zh.ts";
import { type DutyFilter, findDuties } from "./find-duties.ts";

const register = createUnitRegister(unitData);
const plan = parseDocument(
  [
    "云岭县2021年工作要点",
    "2021年3月1日",
    "一、学习",
    "(一)组织学法。每季度至少学法1次。",
    "牵头单位:县司法局;配合单位:县财政局。",
    "(二)清理文件。6月底前完成清理。",
    "责任单位:县财政局、县司法局。",
    "二、宣传",
    "(三)安排宣传。定期宣传。",
    "责任单位:县市场监管局。",
    "(四)抓好落实。12月底前完成。",
    "责任单位:各有关部门。",
    "",
  ].join("\n"),
  { id: "plan", file: "plan.txt", region: "云岭县" },
);
const other = parseDocument("青溪区2021年工作要点\n一、办好实事。(责任单位:区司法局)\n", { id: "other", file: "other.txt", region: "青溪区" });
const corpus = createCorpus([plan, other], [readLedger(plan, register), readLedger(other, register)], register);
const PLAIN: DutyArrangement = { sort: "document", isDescending: false, group: undefined };

function arranged(arrangement: Partial<DutyArrangement>, filter: DutyFilter = {}) {
  return arrangeDuties(corpus, findDuties(corpus, filter), filter, { ...PLAIN, ...arrangement });
}

/** plan1 plan2 */
function orderOf(arrangement: Partial<DutyArrangement>, filter: DutyFilter = {}): string {
  return arranged(arrangement, filter)
    .flatMap(({ rows }) => rows.map(({ document, task }) => `${document.id}${task.ordinal}`))
    .join(" ");
}

/** 《…》: plan1 plan2 */
function groupsOf(arrangement: Partial<DutyArrangement>, filter: DutyFilter = {}): readonly string[] {
  return arranged(arrangement, filter).map(
    ({ heading, rows }) => `${heading && groupWords(heading)}: ${rows.map(({ document, task }) => `${document.id}${task.ordinal}`).join(" ")}`,
  );
}

describe("arrangeDuties 排序", () => {
  test.each<[string, Partial<DutyArrangement>, DutyFilter, string]>([
    ["文件顺序", {}, {}, "plan1 plan2 plan3 plan4 other1"],
    ["文件顺序，倒过来", { isDescending: true }, {}, "other1 plan4 plan3 plan2 plan1"],
    ["任务名称按读音", { sort: "title" }, {}, "plan3 other1 plan2 plan4 plan1"],
    ["任务名称按读音，倒过来", { sort: "title", isDescending: true }, {}, "plan1 plan4 plan2 other1 plan3"],
    ["时限：没有日期的在后面", { sort: "deadline" }, {}, "plan1 plan2 plan4 plan3 other1"],
    ["时限，倒过来：没有日期的还在后面", { sort: "deadline", isDescending: true }, {}, "plan4 plan2 plan1 plan3 other1"],
    ["时限：按筛选范围里的那一次", { sort: "deadline" }, { dueFrom: "2021-06-30" }, "plan1 plan2 plan4"],
    ["时限：范围里的那一次在后面", { sort: "deadline" }, { dueFrom: "2021-12-01" }, "plan1 plan4"],
    ["第一个单位按读音：没有点名的在后面", { sort: "unit" }, {}, "other1 plan2 plan3 plan1 plan4"],
  ])("%s", (_, arrangement, filter, expected) => expect(orderOf(arrangement, filter)).toBe(expected));

  test("没有任务就没有组", () => expect(arranged({ group: "unit" }, { words: "没有这句话" })).toEqual([]));
});

describe("arrangeDuties 分组", () => {
  test.each<[string, Partial<DutyArrangement>, DutyFilter, readonly string[]]>([
    ["文件", { group: "document" }, {}, ["《云岭县2021年工作要点》: plan1 plan2 plan3 plan4", "《青溪区2021年工作要点》: other1"]],
    [
      "部分",
      { group: "section" },
      {},
      ["《云岭县2021年工作要点》一、学习: plan1 plan2", "《云岭县2021年工作要点》二、宣传: plan3 plan4", "《青溪区2021年工作要点》不在各部分里的: other1"],
    ],
    [
      "单位：一项任务在它的每个单位下面，两个县的分开",
      { group: "unit" },
      {},
      [
        "区司法局（青溪区）: other1",
        "县财政局（云岭县）: plan1 plan2",
        "县市场监管局（云岭县）: plan3",
        "县司法局（云岭县）: plan1 plan2",
        "没有点名单位: plan4",
      ],
    ],
    ["单位：只有筛选的那些", { group: "unit" }, { units: ["云岭县财政局"] }, ["县财政局（云岭县）: plan1 plan2"]],
    [
      "月份：一项任务在到期的每个月下面",
      { group: "month" },
      {},
      ["2021年3月: plan1", "2021年6月: plan1 plan2", "2021年9月: plan1", "2021年12月: plan1 plan4", "没有写明日期: plan3 other1"],
    ],
    ["月份：只有筛选范围里的", { group: "month" }, { dueTo: "2021-06-30", dueFrom: "2021-04-01" }, ["2021年6月: plan1 plan2"]],
    [
      "按时限倒序，月份也倒序",
      { group: "month", sort: "deadline", isDescending: true },
      { dueFrom: "2021-07-01" },
      ["2021年12月: plan4 plan1", "2021年9月: plan1"],
    ],
    ["组里面照排序", { group: "document", sort: "title" }, { document: "plan" }, ["《云岭县2021年工作要点》: plan3 plan2 plan4 plan1"]],
  ])("%s", (_, arrangement, filter, expected) => expect(groupsOf(arrangement, filter)).toEqual(expected));

  test("月份组里的行是那个月的那一次", () => {
    const days = arranged({ group: "month" }, { document: "plan" }).map(({ rows }) => rows[0]?.dueOn);
    expect(days).toEqual(["2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31", undefined]);
  });
});
