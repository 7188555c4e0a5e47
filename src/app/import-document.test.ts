import { describe, expect, test } from "vitest";
import unitData from "../../data/units.json" with { type: "json" };
import { parseDocument } from "../core/document/index.ts";
import { readLedger } from "../core/ledger/index.ts";
import { createUnitRegister } from "../core/units/index.ts";
import { AppError } from "../errors.ts";
import { importReport, refusal } from "./import-document.ts";

const register = createUnitRegister(unitData);

describe("importReport", () => {
  const text = "青溪区2021年工作要点\n二、任务\n1．整治。排查隐患。(牵头单位:区应急管里局;责任单位:各镇(街道);完成时限:年内)\n3．调度。每月汇总。\n";
  const document = parseDocument(text, { id: "plan", file: "plan.txt" });
  const report = importReport(document, readLedger(document, register));

  test("题名等没有的是 null", () =>
    expect(report).toMatchObject({
      file: "plan.txt",
      ok: true,
      document: { id: "plan", title: "青溪区2021年工作要点", documentNumber: null, issuer: null, issuedOn: null, kind: "work_plan" },
      articles: [],
    }));

  test("任务", () =>
    expect(report.tasks[0]).toEqual({
      ordinal: 1,
      label: "1．",
      path: ["二、", "1．"],
      title: "整治",
      text: "整治。排查隐患。",
      assignments: [{ unit: "区应急管理局", role: "lead", printed: "区应急管里局" }],
      collective: [{ printed: "各镇(街道)", role: "responsible" }],
      deadline: { text: "年内", dueOn: "2021-12-31", recurring: null, minCount: null, ongoing: false, immediate: false },
      officers: [],
    }));

  test("序号和名称的错漏按先后", () =>
    expect(report.anomalies).toEqual([
      { kind: "unit_misprint", text: "区应急管里局" },
      { kind: "skipped_label", text: "2．" },
    ]));
});

test("refusal 说明原因", () =>
  expect(refusal("a.txt", new AppError("empty", "文件是空的，请换一份。"))).toEqual({
    file: "a.txt",
    ok: false,
    error: { code: "empty", message: "文件是空的，请换一份。" },
  }));
