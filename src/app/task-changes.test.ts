import { describe, expect, test } from "vitest";
import type { TaskReport } from "./import-document.ts";
import { compareTasks, isUnchanged } from "./task-changes.ts";

function task(ordinal: number, label: string, title: string, text: string, units: readonly string[] = ["县司法局"], due?: string): TaskReport {
  return {
    ordinal,
    label,
    path: ["一、", label],
    title,
    text,
    assignments: units.map((unit) => ({ unit, role: "responsible", printed: unit })),
    collective: [],
    deadline: due === undefined ? null : { text: due, dueOn: null, recurring: null, minCount: null, ongoing: false, immediate: false },
    officers: [],
  };
}

const OLD = [
  task(1, "1.", "清理河道", "清理河道。全县清淤二十公里。"),
  task(2, "2.", "植树造林", "植树造林。新造林一千亩。"),
  task(3, "3.", "", "对主要道路两侧的广告牌进行集中整治,年内完成。"),
];
const labelsOf = (tasks: readonly TaskReport[]) => tasks.map(({ label }) => label);

describe("compareTasks 新旧两版的任务", () => {
  test("一样就没有变化", () => expect(isUnchanged(compareTasks(OLD, OLD))).toBe(true));

  test("只是编号顺延：没有变化，新增的才算", () => {
    const added = task(1, "1.", "普法宣传", "普法宣传。进村入户。");
    const {
      added: more,
      removed,
      reworded,
    } = compareTasks(OLD, [added, ...OLD.map((old) => ({ ...old, ordinal: old.ordinal + 1, label: `${old.ordinal + 1}.` }))]);
    expect([labelsOf(more), labelsOf(removed), reworded]).toEqual([["1."], [], []]);
  });

  test.each([
    ["措施", task(1, "1.", "清理河道", "清理河道。全县清淤三十公里。")],
    ["单位", task(1, "1.", "清理河道", "清理河道。全县清淤二十公里。", ["县水利局"])],
    ["时限", task(1, "1.", "清理河道", "清理河道。全县清淤二十公里。", ["县司法局"], "6月底前")],
    ["题目", task(1, "1.", "治理河道", "治理河道。全县清淤二十公里。")],
  ])("改了%s：算改动", (_name, changed) => {
    const { added, removed, reworded } = compareTasks(OLD, [changed, ...OLD.slice(1)]);
    expect([added, removed]).toEqual([[], []]);
    expect(reworded).toEqual([{ before: OLD[0], after: changed }]);
  });

  test("没有题目的任务按文字认", () => {
    const moved = { ...task(1, "(一)", "", "对主要道路两侧的广告牌进行集中整治,9月底前完成。"), path: ["二、", "(一)"] };
    expect(
      compareTasks(
        OLD,
        [OLD[0], OLD[1], moved].filter((one) => one !== undefined),
      ).reworded,
    ).toHaveLength(1);
  });

  test("换成了别的事：去掉一项，新增一项", () => {
    const other = task(2, "2.", "垃圾分类", "在城区全面推行垃圾分类。");
    const { added, removed, reworded } = compareTasks(OLD, [...OLD.slice(0, 1), other, ...OLD.slice(2)]);
    expect([added, removed, reworded]).toEqual([[other], [OLD[1]], []]);
  });
});
