import { describe, expect, test } from "vitest";
import type { OfficialDocument, OutlineNode, OutlineNodeKind } from "../document/official-document.ts";
import type { LedgerEntry, Task } from "../ledger/task.ts";
import { sliceOf } from "../text/span.ts";
import { MAX_PASSAGE_CHARACTERS, passagesOf } from "./passages-of.ts";

/** One part: its kind, its own words as they stand in the text, its title, and the position of the part it stands in. */
interface Part {
  readonly kind: OutlineNodeKind;
  readonly words: string;
  readonly label?: string;
  readonly title?: string;
  readonly parent?: number;
}

function documentOf(parts: readonly Part[]): OfficialDocument {
  const source = parts.map((part) => part.words).join("");
  let end = 0;
  const nodes = parts.map(({ kind, words, label = "", title = "", parent }, index): OutlineNode => {
    const own = { start: end, end: end + words.length };
    end = own.end;
    return { index, kind, depth: label === "" ? 0 : 1, label, number: undefined, path: label === "" ? [] : [label], title, own, span: own, parent };
  });
  return {
    id: "plan",
    file: "plan.txt",
    source,
    kind: "work_plan",
    region: undefined,
    year: undefined,
    lapsed: undefined,
    nodes,
    tables: [],
    anomalies: [],
    title: "工作安排",
    documentNumber: undefined,
    issuer: undefined,
    primaryRecipients: [],
    issuedOn: undefined,
  };
}

/** A ledger entry whose tasks have these words as their unit lines. */
function entryWithUnitLines(document: OfficialDocument, lines: readonly string[]): LedgerEntry {
  const tasks = lines.map((line, index): Task => {
    const start = document.source.indexOf(line);
    const span = { start, end: start + line.length };
    return {
      documentId: document.id,
      ordinal: index + 1,
      node: 0,
      label: "",
      number: undefined,
      path: [],
      title: "",
      body: span,
      span,
      unitLine: span,
      assignments: [],
      collective: [],
      deadline: undefined,
      officers: [],
      obligations: [],
      policyReferences: [],
    };
  });
  return { documentId: document.id, tasks };
}

function quotes(document: OfficialDocument, unitLines: readonly string[] = []): readonly string[] {
  return passagesOf(document, entryWithUnitLines(document, unitLines)).map((passage) => sliceOf(document.source, passage.span));
}

describe("passagesOf 段", () => {
  test("任务正文成一段,责任单位行不在段内", () => {
    const document = documentOf([
      { kind: "section", label: "一、", title: "依法全面履行政府职能", words: "一、依法全面履行政府职能\n" },
      { kind: "section", label: "(一)", title: "优化服务", words: "(一)优化服务。推行一网通办。\n", parent: 0 },
      { kind: "line", words: "责任单位:县司法局、各有关部门。\n", parent: 1 },
    ]);
    expect(quotes(document, ["责任单位:县司法局、各有关部门。"])).toEqual(["(一)优化服务。推行一网通办。"]);
  });

  test("写在括号里的责任单位从段中剪去,两边的话都留下,编号各不相同", () => {
    const document = documentOf([{ kind: "section", label: "1.", title: "推行公示", words: "1.推行公示。上半年完成。(牵头单位:县司法局)逾期的通报批评。\n" }]);
    const passages = passagesOf(document, entryWithUnitLines(document, ["(牵头单位:县司法局)"]));
    expect(passages.map((passage) => sliceOf(document.source, passage.span))).toEqual(["1.推行公示。上半年完成。", "逾期的通报批评。"]);
    expect(passages.map((passage) => passage.id)).toEqual(["plan#0", "plan#0.2"]);
  });

  test("只有标题的部分不成段,标题归入下面各段", () => {
    const document = documentOf([
      { kind: "section", label: "一、", title: "行政复议", words: "一、行政复议\n" },
      { kind: "section", label: "(一)", title: "案件办理", words: "(一)案件办理。今年受理三件。\n", parent: 0 },
      { kind: "item", words: "一是维持两件;", label: "一是", parent: 1 },
      { kind: "item", words: "二是终止一件。\n", label: "二是", parent: 1 },
    ]);
    const passages = passagesOf(document, entryWithUnitLines(document, []));
    expect(passages.map(({ node, headings }) => ({ node, headings }))).toEqual([
      { node: 1, headings: ["行政复议", "案件办理"] },
      { node: 2, headings: ["行政复议", "案件办理"] },
      { node: 3, headings: ["行政复议", "案件办理"] },
    ]);
    expect(quotes(document)).toEqual(["(一)案件办理。今年受理三件。", "一是维持两件;", "二是终止一件。"]);
  });

  test("标题之外没有正文的任务,标题就是它的话,仍成一段", () => {
    const document = documentOf([
      { kind: "section", label: "(一)", title: "加强组织领导", words: "(一)加强组织领导。\n" },
      { kind: "line", words: "责任单位:县政府办公室。\n", parent: 0 },
    ]);
    expect(quotes(document, ["责任单位:县政府办公室。"])).toEqual(["(一)加强组织领导。"]);
  });

  test.each([
    ["发文字号", "西政办〔2020〕20号\n", []],
    ["主送机关", "各乡镇人民政府,县直有关单位:\n", []],
    ["成文日期", "2020年7月8日\n", []],
    ["通知的正文", "现将工作安排印发给你们,请认真贯彻执行。\n", ["现将工作安排印发给你们,请认真贯彻执行。"]],
  ])("文首的%s", (_name, words, expected) => expect(quotes(documentOf([{ kind: "front", words }]))).toEqual(expected));

  test.each(["", "\n \n", "。\n", "—3—\n"])("没有话的 %j 不成段", (words) => expect(quotes(documentOf([{ kind: "lead", words }]))).toEqual([]));

  test("过长的段在句末分开,各段不相叠、不漏字", () => {
    const sentence = "各部门要按照职责分工抓好落实并及时报告进展情况。";
    const words = sentence.repeat(60);
    const document = documentOf([{ kind: "lead", words }]);
    const found = quotes(document);
    expect(found.join("")).toBe(words);
    expect(found.length).toBeGreaterThan(1);
    for (const quote of found) {
      expect(quote.length).toBeLessThanOrEqual(MAX_PASSAGE_CHARACTERS);
      expect(quote.endsWith("。")).toBe(true);
    }
  });

  test("没有句末标点的长句不硬切", () => {
    const words = "甲乙".repeat(MAX_PASSAGE_CHARACTERS);
    expect(quotes(documentOf([{ kind: "lead", words }]))).toEqual([words]);
  });
});
