import { describe, expect, test } from "vitest";
import lookAlikes from "../../../data/look-alikes.json" with { type: "json" };
import { createLooksLike } from "./likeness.ts";

describe("data/look-alikes.json 形近字", () => {
  test.each(lookAlikes.groups)("「%s」是两个以上不同的汉字", (group) => {
    expect(group).toMatch(/^\p{Script=Han}{2,}$/u);
    expect(new Set(group).size).toBe([...group].length);
  });

  test("每组只写一次", () => {
    const groups = lookAlikes.groups.map((group) => [...group].sort().join(""));
    expect(new Set(groups).size).toBe(groups.length);
  });
});

test.each([
  ["末", "未", true],
  ["未", "末", true],
  ["末", "末", false],
  ["甲", "乙", false],
])("%s 和 %s 形近：%s", (one, other, expected) => expect(createLooksLike(lookAlikes)(one).has(other)).toBe(expected));
