import { Readable } from "node:stream";
import { describe, expect, test } from "vitest";
import { splitLines } from "./json-lines.ts";

async function split(chunks: (string | Buffer)[], mostBytes = 1000): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of splitLines(Readable.from(chunks.map((chunk) => Buffer.from(chunk))), mostBytes))
    lines.push("bytes" in line ? line.bytes.toString("utf8") : "(too long)");
  return lines;
}

describe("splitLines", () => {
  test.each([
    [["a\nb\n"], ["a", "b"]],
    [["a\nb"], ["a", "b"]],
    [["a\n\nb\n"], ["a", "", "b"]],
    [
      ["", "a", "", "b\nc"],
      ["ab", "c"],
    ],
    [[], []],
    [['{"q":"一\u2028二\u2029三"}\r\n'], ['{"q":"一\u2028二\u2029三"}\r']],
  ])("%j → %j", async (chunks, lines) => expect(await split(chunks)).toEqual(lines));

  test("a character that two chunks share stays whole", async () => {
    const bytes = Buffer.from("明白\n");
    expect(await split([bytes.subarray(0, 1), bytes.subarray(1, 4), bytes.subarray(4)])).toEqual(["明白"]);
  });

  test("a line beyond the limit is reported, and the next one is read", async () => {
    expect(await split(["12345", "67890", "1\nabc\n", "12345678901"], 10)).toEqual(["(too long)", "abc", "(too long)"]);
  });

  test("a line of exactly the limit is read", async () => expect(await split(["1234567890\n"], 10)).toEqual(["1234567890"]));
});
