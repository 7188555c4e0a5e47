import { describe, expect, test } from "vitest";
import { splitPages } from "./pages.ts";

const SCREEN = { rows: 12, columns: 20 };

describe("splitPages", () => {
  test("what fits is one page", () => expect(splitPages("一\n二", SCREEN)).toEqual(["一\n二"]));

  test("nothing is lost, and no page is higher than the screen", () => {
    const text = Array.from({ length: 45 }, (_, at) => `第${at + 1}项`).join("\n");
    const pages = splitPages(text, SCREEN);
    expect(pages.join("\n")).toBe(text);
    expect(Math.max(...pages.map((page) => page.split("\n").length))).toBe(10);
  });

  test("a line that the terminal folds counts as the rows that it takes, Chinese characters as two columns", () => {
    const folded = "法".repeat(25);
    expect(splitPages([folded, folded, folded, folded].join("\n"), SCREEN)).toEqual([`${folded}\n${folded}\n${folded}`, folded]);
  });

  test("a line longer than the screen is a page of its own", () => {
    const long = "法".repeat(500);
    expect(splitPages(`前\n${long}\n后`, SCREEN)).toEqual(["前", long, "后"]);
  });
});
