import { describe, expect, test } from "vitest";
import { renderCsv } from "./csv.ts";

describe("renderCsv", () => {
  test("begins with a byte order mark, ends every row with CRLF", () => {
    expect(
      renderCsv([
        ["序号", "任务"],
        [1, "学法"],
      ]),
    ).toBe("\ufeff序号,任务\r\n1,学法\r\n");
  });

  test.each([
    ["a,b", '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ["一\n二", '"一\n二"'],
    ["平常", "平常"],
    ["", ""],
  ])("%j is quoted as RFC 4180 says: %j", (cell, expected) => expect(renderCsv([[cell]])).toBe(`\ufeff${expected}\r\n`));

  test.each(["=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20a"])("%j cannot become a formula", (cell) =>
    expect(renderCsv([[cell]])).toBe(`\ufeff'${cell}\r\n`),
  );

  test.each(["\r=1", "\n=1", '=HYPERLINK("http://x","y")'])("%j is made harmless before it is quoted", (cell) =>
    expect(renderCsv([[cell]])).toBe(`\ufeff"'${cell.replaceAll('"', '""')}"\r\n`),
  );

  test("a number of ours stays a number", () => expect(renderCsv([[-1]])).toBe("\ufeff-1\r\n"));
});
