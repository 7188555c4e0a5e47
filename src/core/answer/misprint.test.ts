import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createCorpus, readLedger } from "../ledger/index.ts";
import { matchText } from "../search/match-text.ts";
import { createUnitRegister } from "../units/index.ts";
import { labelNote, unitMisprintNote } from "./misprint.ts";

const register = createUnitRegister(unitData);
function corpusOf(...lines: readonly string[]) {
  const document = parseDocument(["云岭县2021年工作要点", ...lines].join("\n"), { id: "d", file: "d.txt", region: "云岭县", year: 2021 });
  return createCorpus([document], [readLedger(document, register)], register);
}
/** A task a label, all of the same unit. */
const labelled = (...labels: readonly string[]) => corpusOf(...labels.flatMap((label) => [`${label}做好工作。`, "责任单位:县司法局。"]));
function labelNotes(...labels: readonly string[]): readonly (string | undefined)[] {
  const corpus = labelled(...labels);
  return corpus.tasks.map((task) => {
    const note = labelNote(task, corpus);
    return note && matchText(note);
  });
}

describe("编号印错,照印的说,也照顺序说", () => {
  test("都对,没有话说", () => expect(labelNotes("(一)", "(二)", "(三)")).toEqual([undefined, undefined, undefined]));

  test("印了两次", () =>
    expect(labelNotes("(一)", "(二)", "(三)", "(三)")).toEqual([undefined, undefined, undefined, "原文印作(三),这个编号印了两次,按顺序是第4项。"]));

  test("跳了一个", () => expect(labelNotes("(一)", "(二)", "(四)").at(-1)).toBe("原文印作(四),按顺序是第3项。"));

  test("每部分从一数起的文件,不算印错", () => {
    const corpus = corpusOf(
      ...["一、甲部分", "(一)甲。", "责任单位:县司法局。", "(二)乙。", "责任单位:县司法局。"],
      ...["二、乙部分", "(一)丙。", "责任单位:县司法局。", "(二)丁。", "责任单位:县司法局。"],
    );
    expect(corpus.tasks).toHaveLength(4);
    expect(corpus.tasks.map((task) => labelNote(task, corpus))).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("单位名印错", () => {
  const noteOn = (line: string): string | undefined => {
    const note = unitMisprintNote(corpusOf("(一)甲。", `责任单位:${line}。`).tasks);
    return note && matchText(note);
  };

  test("说印的是什么,应是什么", () => expect(noteOn("县县场监管局、县司法局")).toBe('原文印作"县县场监管局",应为"县市场监管局"。'));

  test.each(["县司法局、县财政局", "云岭县司法局", "县市场监管局", "县人力资源和社会保障局"])("「%s」没有印错", (line) => expect(noteOn(line)).toBeUndefined());
});
