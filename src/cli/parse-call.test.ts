import { describe, expect, test } from "vitest";
import { AppError } from "../errors.ts";
import type { Command } from "./command.ts";
import { commands } from "./commands.ts";
import type { Edge } from "./edge.ts";
import { parseCall } from "./parse-call.ts";

const edge = {} as Edge;
const command = (name: string): Command => commands.find((known) => known.name === name) ?? expect.fail(name);

function failure(name: string, args: string[]): string {
  try {
    parseCall(command(name), args, edge);
  } catch (error) {
    if (error instanceof AppError && error.code === "usage") return error.message;
    throw error;
  }
  return "";
}

describe("arguments of a command", () => {
  test.each([
    ["ask", ["县司法局", "负责什么", "--json"], { words: ["县司法局", "负责什么"], values: [], switches: ["json"] }],
    ["ask", ["--corpus=材料", "问"], { words: ["问"], values: [["corpus", "材料"]], switches: [] }],
    [
      "ledger",
      ["--unit", "县司法局", "--format", "csv"],
      {
        words: [],
        values: [
          ["unit", "县司法局"],
          ["format", "csv"],
        ],
        switches: [],
      },
    ],
    ["ask", ["--", "--json是什么"], { words: ["--json是什么"], values: [], switches: [] }],
    ["ask", ["-1号文件"], { words: [], values: [], switches: [] }],
  ] as const)("mingbai %s %j", (name, args, expected) => {
    if (args[0]?.startsWith("-1")) return expect(failure(name, [...args])).toContain("没有");
    const call = parseCall(command(name), args, edge);
    if (call === "help") return expect.fail("help");
    return expect({ words: call.words, values: [...call.values], switches: [...call.switches] }).toEqual(expected);
  });

  test.each(["ask", "chat", "ledger", "units", "index", "source", "import", "bot"])("mingbai %s --help wants its help, whatever stands beside it", (name) => {
    expect(parseCall(command(name), ["--help"], edge)).toBe("help");
    expect(parseCall(command(name), ["x", "-h"], edge)).toBe("help");
  });

  test.each([
    ["ask", ["--jsom", "问"], ["--jsom", "--json"]],
    ["ask", ["--verbose", "问"], ["--verbose"]],
    ["ask", ["--json=yes", "问"], ["--json", "不带值"]],
    ["ledger", ["--format"], ["--format", "缺少值"]],
    ["ledger", ["--unit", "--format", "csv"], ["--unit", "缺少值"]],
    ["ledger", ["--unit="], ["--unit", "缺少值"]],
    ["ledger", ["--format", "xml"], ["xml", "table", "csv", "json"]],
    ["ledger", ["--format", "cvs"], ["cvs", "是不是 csv"]],
    ["ledger", ["县司法局"], ["县司法局", "请去掉"]],
    ["source", [], ["缺少文件编号"]],
    ["source", ["a", "b"], ["1 个文件编号", "b"]],
    ["import", ["--dry-run"], ["缺少文件"]],
  ] as const)("mingbai %s %j is refused in one sentence", (name, args, parts) => {
    const message = failure(name, [...args]);
    for (const part of parts) expect(message).toContain(part);
    expect(message).not.toContain("\n");
  });

  test("what a user typed is repeated without control characters and never at length", () => {
    const message = failure("ledger", [`\x1b[31m${"很".repeat(500)}`]);
    expect(message).not.toContain("\x1b");
    expect(message.length).toBeLessThan(150);
  });
});
