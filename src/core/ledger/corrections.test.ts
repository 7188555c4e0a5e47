import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { applyCorrections, type Correction } from "./corrections.ts";
import { correctionsTemplate } from "./corrections-template.ts";
import { readLedger } from "./read-ledger.ts";

const register = createUnitRegister(unitData);
const SOURCE = [
  "云岭县2021年工作要点",
  "(一)核对权责清单。6月底前完成核对。",
  "责任单位:县司法局、县财政局。",
  "(二)核对权责清单续。",
  "责任单位:县发改委。",
  "(三)压减证明。会同县税务局办理。",
  "责任单位:县市场监管局。",
  "(四)办公室值班。12月底前轮换。",
].join("\n");
const document = parseDocument(SOURCE, { id: "d", file: "d.txt" });
const reading = readLedger(document, register);
type Given = Correction extends infer One ? (One extends Correction ? Omit<One, "line"> : never) : never;
const apply = (...given: readonly Given[]) =>
  applyCorrections(reading, { items: given.map((one, index) => ({ ...one, line: index + 1 }) as Correction) }, document, register);
const FIRST = { ordinal: 1, startsWith: "核对权责清单" };
const THIRD = { ordinal: 3, startsWith: "（三）压减证明" };
const rows = (tasks: ReturnType<typeof apply>["reading"]["tasks"]) =>
  tasks.map(({ ordinal, label, corrected }) => `${ordinal}${label}${corrected ? "改" : ""}`);

test("读出来四项，没有更正", () => expect(rows(reading.tasks)).toEqual(["1(一)", "2(二)", "3(三)", "4(四)"]));

describe("每一种更正", () => {
  test("合并相邻两项：单位、时限归到一项，序号重新数，文字是连着的一段", () => {
    const { reading: after, applied, unused } = apply({ kind: "merge", task: { ordinal: 2, startsWith: "核对权责清单续" }, into: FIRST });
    expect(rows(after.tasks)).toEqual(["1(一)改", "2(三)", "3(四)"]);
    expect(after.tasks[0]?.assignments.map(({ name }) => name)).toEqual(["县司法局", "县财政局", "县发改委"]);
    expect(after.tasks[0] && SOURCE.slice(after.tasks[0].span.start, after.tasks[0].span.end)).toBe(
      SOURCE.slice(SOURCE.indexOf("(一)"), SOURCE.indexOf("\n(三)")),
    );
    expect([applied, unused]).toEqual([["第2项并入第1项。"], []]);
  });

  test("单位改名：一项之内，或者处处", () => {
    const rename = { kind: "rename", printed: "县财政局", name: "县水利局" } as const;
    const { reading: after } = apply({ ...rename, task: FIRST });
    expect(after.tasks[0]?.assignments.map(({ name, unit, printed }) => [name, unit, printed])[1]).toEqual([
      "县水利局",
      register.readName("县水利局").unit,
      "县财政局",
    ]);
    expect(apply({ ...rename, task: undefined }).applied).toEqual(["1项任务：单位“县财政局”改为“县水利局”。"]);
  });

  test("改角色；原文写了而没有读成单位的，补上", () => {
    const { reading: after } = apply(
      { kind: "role", task: FIRST, unit: "县司法局", role: "lead" },
      { kind: "role", task: THIRD, unit: "县税务局", role: "support" },
    );
    expect(after.tasks[0]?.assignments.map(({ name, role }) => [name, role])).toEqual([
      ["县司法局", "lead"],
      ["县财政局", "responsible"],
    ]);
    const added = after.tasks[2]?.assignments.find(({ name }) => name === "县税务局");
    expect(added).toMatchObject({ role: "support", printed: "县税务局" });
    expect(added && SOURCE.slice(added.span.start, added.span.end)).toBe("县税务局");
  });

  test("不是任务的去掉", () =>
    expect(rows(apply({ kind: "drop", task: { ordinal: 4, startsWith: "办公室" } }).reading.tasks)).toEqual(["1(一)", "2(二)", "3(三)"]));

  test("时限：照原文的字、只给日子、没有时限", () => {
    const task = { ordinal: 4, startsWith: "办公室值班" };
    const deadlineOf = (given: Given) => apply(given).reading.tasks[3]?.deadline;
    expect(deadlineOf({ kind: "deadline", task, words: "12月底前", dueOn: undefined })).toMatchObject({ text: "12月底前", dueOn: "2021-12-31" });
    expect(deadlineOf({ kind: "deadline", task, words: undefined, dueOn: "2021-11-30" })).toMatchObject({ text: "12月底前", dueOn: "2021-11-30" });
    expect(deadlineOf({ kind: "deadline", task, words: undefined, dueOn: undefined })).toBeUndefined();
  });
});

describe("对不上的不用，并说明为什么", () => {
  const task = { ordinal: 2, startsWith: "压减证明" };
  test.each<readonly [string, Given, string]>([
    ["开头不合", { kind: "drop", task }, "更正单第1行没有用上：第2项不是以“压减证明”开头，这样开头的现在是第3项，请核对。"],
    ["没有这么多项", { kind: "drop", task: { ordinal: 9, startsWith: "压减" } }, "更正单第1行没有用上：只有4项任务，没有第9项。"],
    ["单位没有点名", { kind: "rename", task: FIRST, printed: "县公安局", name: "县水利局" }, "更正单第1行没有用上：第1项没有点名“县公安局”。"],
    ["原文没有的单位", { kind: "role", task: FIRST, unit: "县公安局", role: "lead" }, "更正单第1行没有用上：第1项的原文里没有“县公安局”。"],
    ["原文没有的时限", { kind: "deadline", task: FIRST, words: "9月底前", dueOn: undefined }, "更正单第1行没有用上：第1项的原文里没有“9月底前”。"],
    ["并入自己", { kind: "merge", task: FIRST, into: FIRST }, "更正单第1行没有用上：第1项不能并入它自己。"],
    ["不相邻", { kind: "merge", task: THIRD, into: FIRST }, "更正单第1行没有用上：第1项和第3项之间还有别的任务，不能合并。"],
  ])("%s", (_, given, said) => {
    const { reading: after, applied, unused } = apply(given);
    expect([applied, unused]).toEqual([[], [said]]);
    expect(after.tasks).toEqual(reading.tasks);
  });
});

test("更正按原来的序号写，先后无关", () => {
  const drop: Given = { kind: "drop", task: { ordinal: 4, startsWith: "办公室" } };
  const merge: Given = { kind: "merge", task: { ordinal: 2, startsWith: "核对" }, into: FIRST };
  const role: Given = { kind: "role", task: THIRD, unit: "县市场监管局", role: "lead" };
  expect(apply(drop, merge, role).reading).toEqual(apply(role, merge, drop).reading);
  expect(rows(apply(drop, merge, role).reading.tasks)).toEqual(["1(一)改", "2(三)改"]);
});

test("样张列出读到的任务，一条更正也没有", () => {
  const template = correctionsTemplate(document, reading);
  for (const words of ["#   1  (一)核对权责清单", "县司法局、县财政局", "合并:", "单位改名:", "改角色:", "不是任务:", "改时限:"])
    expect(template).toContain(words);
});
