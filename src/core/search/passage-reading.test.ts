import { expect, test } from "vitest";
import { parseDocument } from "../document/index.ts";
import { matchText } from "./match-text.ts";
import type { Passage } from "./passage.ts";
import { readingOf } from "./passage-reading.ts";

const document = parseDocument("一、工作总结\n受理“行政复议”案件120件、办结98件;培训3场。\n", { id: "own", file: "own.txt" });
const passage: Passage = { id: "own#1", documentId: "own", node: 1, headings: ["Ａ县", "工作总结"], span: { start: 7, end: document.source.length } };

test("一段只读一次,句与分句的位置都是原文的位置", () => {
  const reading = readingOf(passage, document);
  expect(readingOf(passage, document)).toBe(reading);
  expect(reading.text.startsWith("a县 工作总结 受理")).toBe(true);
  for (const { span, text, clauses } of reading.sentences()) {
    expect(text).toBe(matchText(document.source.slice(span.start, span.end)));
    for (const clause of clauses()) expect(clause.words).toBe(document.source.slice(clause.span.start, clause.span.end));
  }
});

test("分句里的数,带着原文的位置", () => {
  const figures = readingOf(passage, document)
    .sentences()
    .flatMap(({ clauses }) => clauses().flatMap((clause) => clause.figures));
  expect(figures.map(({ value, measure }) => [value, measure])).toEqual([
    [120, "件"],
    [98, "件"],
    [3, "场"],
  ]);
  for (const { span, printed } of figures) expect(document.source.slice(span.start, span.end)).toBe(printed);
});
