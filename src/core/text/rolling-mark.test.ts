import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findMarked, markOf } from "./rolling-mark.ts";

describe("findMarked 一段话的记号：在不在原处，不在的话搬到了哪里", () => {
  test("14 位小写字母和数字；改一个字就变", () => {
    expect(markOf("县司法局、县发改委")).toMatch(/^[0-9a-z]{14}$/u);
    expect(markOf("县司法局、县发改委")).not.toBe(markOf("县司法局、县发改局"));
    expect(markOf("\0")).not.toBe(markOf("\0\0"));
  });

  test("前面加了字也找得到；有几处一样的，取最近的一处", () => {
    expect(findMarked("新增一句。县司法局、县发改委。", markOf("县司法局"), 4, 0)).toEqual({ start: 5, end: 9 });
    expect(findMarked("甲乙甲乙甲乙", markOf("甲乙"), 2, 4)).toEqual({ start: 4, end: 6 });
  });

  test("没有了就是没有；记号写错也是没有", () => {
    expect(findMarked("县财政局", markOf("县司法局"), 4, 0)).toBeUndefined();
    expect(findMarked("县司法局", "x", 4, 0)).toBeUndefined();
    expect(findMarked("县司法局", markOf("县司法局"), 5, 0)).toBeUndefined();
    expect(findMarked("", markOf(""), 0, 0)).toBeUndefined();
  });

  test("任何文字里的任何一段，都按记号找得回来", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), fc.nat(), fc.nat(), (text, from, size) => {
        const start = from % text.length;
        const length = 1 + (size % (text.length - start));
        expect(findMarked(text, markOf(text.slice(start, start + length)), length, start)).toEqual({ start, end: start + length });
      }),
    );
  });
});
