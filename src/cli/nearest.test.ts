import { describe, expect, test } from "vitest";
import { findNearest } from "./nearest.ts";

describe("findNearest", () => {
  test.each([
    ["legder", ["ledger", "units", "ask"], "ledger"],
    ["asj", ["ask", "chat", "bot"], "ask"],
    ["unit", ["units", "index"], "units"],
    ["soruce", ["source", "index"], "source"],
    ["impotr", ["import", "bot"], "import"],
  ])("%s → %s", (word, candidates, expected) => expect(findNearest(word, candidates)).toBe(expected));

  test.each([
    ["weather", ["ledger", "units", "ask"]],
    ["xyz", ["ask", "bot"]],
    ["ba", ["bat", "bar"]],
    ["", ["ask"]],
  ])("%j has nothing near, or too much", (word, candidates) => expect(findNearest(word, candidates)).toBeUndefined());
});
