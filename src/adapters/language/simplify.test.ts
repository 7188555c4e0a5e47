import { describe, expect, test } from "vitest";
import { toSimplified } from "./simplify.ts";

describe("toSimplified 繁体写成简体", () => {
  test.each([
    ["縣司法局負責哪些任務", "县司法局负责哪些任务"],
    ["第２４項由誰負責", "第２４项由谁负责"],
    ["西平縣2020年度", "西平县2020年度"],
    ["縣发改委", "县发改委"],
    ["县司法局负责哪些任务", "县司法局负责哪些任务"],
    ["abc 123 《》", "abc 123 《》"],
    ["", ""],
  ])("%s → %s", async (text, expected) => expect(await toSimplified(text)).toBe(expected));

  test("简体再转,没有变化", async () => {
    for (const text of ["乾坤朗朗", "发展改革委员会", "了解情况", "于是"]) expect(await toSimplified(text)).toBe(text);
  });
});
