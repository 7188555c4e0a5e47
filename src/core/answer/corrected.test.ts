import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { applyCorrections } from "../ledger/corrections.ts";
import { createCorpus, readLedger } from "../ledger/index.ts";
import { everyTask } from "../question/filters.ts";
import { createUnitRegister } from "../units/index.ts";
import { answerQuery } from "./answer-query.ts";
import { renderPlainText } from "./render.ts";

const register = createUnitRegister(unitData);
const document = parseDocument("云岭县2021年工作要点\n(一)甲事项。\n责任单位:县司法局。\n(二)乙事项。\n责任单位:县财政局。\n", { id: "d", file: "d.txt" });
const { reading } = applyCorrections(
  readLedger(document, register),
  { items: [{ line: 1, kind: "role", task: { ordinal: 2, startsWith: "乙事项" }, unit: "县财政局", role: "lead" }] },
  document,
  register,
);
const corpus = createCorpus([document], [reading], register);
const context = { corpus, register, passage: () => undefined, passagesOf: () => [], found: undefined };
const scope = { documents: ["d"], named: false };

describe("更正过的任务在回答里标出", () => {
  test("清单里标在那一行后面，别的行不标", () => {
    const text = renderPlainText(answerQuery({ kind: "tasks", filter: everyTask(scope), projection: "list" }, context));
    expect(text).toContain("2. (二)乙事项（经更正）");
    expect(text).toContain("1. (一)甲事项\n");
    expect(text).toContain("标“经更正”的，台账按更正单改过");
  });

  test("单问一项，另说一句；没有更正的不说", () => {
    const ask = (ordinal: number) =>
      renderPlainText(answerQuery({ kind: "task", scope, number: ordinal, printed: "", found: [{ document: "d", ordinal }], projection: "units" }, context));
    expect(ask(2)).toContain("这一项经更正");
    expect(ask(2)).toContain("县财政局");
    expect(ask(1)).not.toContain("更正");
  });
});
