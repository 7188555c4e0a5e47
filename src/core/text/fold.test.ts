import { describe, expect, test } from "vitest";
import { foldWidth } from "./fold.ts";

describe("foldWidth 只为比较", () => {
  test.each([
    ["（一）", "(一)"],
    ["２０２１年", "2021年"],
    ["云政发〔2021〕5号", "云政发[2021]5号"],
    ["“放管服”，改革：", '"放管服",改革:'],
    ["县 司法　局\u200b", "县司法局"],
  ])("%s 与 %s 相同", (printed, typed) => expect(foldWidth(printed)).toBe(foldWidth(typed)));

  test("不同的字仍然不同", () => expect(foldWidth("县司法局")).not.toBe(foldWidth("市司法局")));
});
