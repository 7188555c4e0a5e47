import { describe, expect, test } from "vitest";
import type { Answer } from "../../../core/answer/index.ts";
import { renderTerminal } from "./render.ts";

const answer: Answer = {
  behaviour: "text",
  understood: "所问",
  blocks: [
    { kind: "text", text: "答案", strong: true },
    { kind: "quote", citation: 0, place: "《文件》一、" },
    { kind: "note", text: "说明一\n说明二" },
  ],
  items: [],
  units: [],
  collective: [],
  number: null,
  citations: [{ document: "d", file: "d.txt", documentNumber: null, path: ["一、"], start: 0, end: 9, quote: "原\x1b[2J文\x07\u009b\t尾\n二" }],
  suggestions: [],
};

describe("renderTerminal", () => {
  test("plain: blocks in order, the understanding line last; control characters of a document never reach the terminal", () => {
    expect(renderTerminal(answer, false)).toBe("答案\n「原[2J文\t尾\n二」\n  ——《文件》一、\n※ 说明一\n说明二\n〔理解为：所问〕");
  });

  test("with colour: the answer bold, remarks dim line by line, quotes plain", () => {
    expect(renderTerminal(answer, true).split("\n")).toEqual([
      "\x1b[1m答案\x1b[0m",
      "「原[2J文\t尾",
      "二」",
      "  ——《文件》一、",
      "\x1b[2m※ 说明一\x1b[0m",
      "\x1b[2m说明二\x1b[0m",
      "\x1b[2m〔理解为：所问〕\x1b[0m",
    ]);
  });
});
