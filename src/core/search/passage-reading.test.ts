import { expect, test } from "vitest";
import { parseDocument } from "../document/index.ts";
import type { Span } from "../text/span.ts";
import { matchText } from "./match-text.ts";
import type { Passage } from "./passage.ts";
import { readingOf } from "./passage-reading.ts";

const document = parseDocument("一、工作总结\n受理“行政复议”案件120件、办结98件;培训3场。\n", { id: "own", file: "own.txt" });
const passage: Passage = { id: "own#1", documentId: "own", node: 1, headings: ["Ａ县", "工作总结"], span: { start: 7, end: document.source.length } };

test("一段只读一次,句子的位置是原文的位置", () => {
  const reading = readingOf(passage, document);
  expect(readingOf(passage, document)).toBe(reading);
  expect(reading.text.startsWith("a县 工作总结 受理")).toBe(true);
  for (const { span, text } of reading.sentences()) expect(text).toBe(matchText(document.source.slice(span.start, span.end)));
});

test("有数的分句,连同前一分句和其中的数,带着原文的位置", () => {
  const clauses = readingOf(passage, document)
    .sentences()
    .flatMap(({ figureClauses }) => figureClauses());
  const printed = ({ start, end }: Span): string => document.source.slice(start, end);
  expect(clauses.map(({ before, span }) => [printed(before), printed(span)])).toEqual([
    ["受理“行政复议”案件120件、", "受理“行政复议”案件120件、"],
    ["受理“行政复议”案件120件、", "办结98件;"],
    ["培训3场。", "培训3场。"],
  ]);
  expect(clauses.map(({ words }) => words)).toEqual(clauses.map(({ span }) => printed(span)));
  const figures = clauses.flatMap((clause) => clause.figures);
  expect(figures.map(({ value, measure }) => [value, measure])).toEqual([
    [120, "件"],
    [98, "件"],
    [3, "场"],
  ]);
  expect(figures.map((figure) => figure.printed)).toEqual(figures.map(({ span }) => printed(span)));
});
