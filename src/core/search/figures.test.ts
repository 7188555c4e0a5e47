import { describe, expect, test } from "vitest";
import { findFigures, sameMeasure } from "./figures.ts";

const read = (text: string) => findFigures(text).map(({ value, measure }) => [value, measure]);

describe("findFigures 原文里的数", () => {
  test.each([
    ["共查处322657起", [[322657, "起"]]],
    ["追缴税款1.633亿元", [[163300000, "元"]]],
    ["投资400万元", [[4000000, "元"]]],
    ["平均减少72%", [[72, "%"]]],
    ["公开信息1,203条", [[1203, "条"]]],
    ["一张身份证", [[1, "张"]]],
    ["十五家单位", [[15, "家"]]],
    [
      "由29家调整为23家",
      [
        [29, "家"],
        [23, "家"],
      ],
    ],
    [
      "检查人员1297名,检查对象25255家",
      [
        [1297, "名"],
        [25255, "家"],
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each(["近4万人", "约2500余人", "100余人", "18600余人次", "超过30家", "逾百人次"])("约数「%s」没有确切的值", (text) =>
    expect(findFigures(text).map(({ value }) => value)).toEqual(findFigures(text).map(() => undefined)),
  );

  test.each(["2019年12月16日", "3月29日", "第三批", "没有数"])("「%s」里没有要数的数", (text) => expect(read(text)).toEqual([]));

  test.each([
    ["办理期限60日", 60],
    ["任期3年", 3],
  ])("%s 是时长,不是日期", (text, value) => expect(findFigures(text).map((figure) => figure.value)).toEqual([value]));

  test("位置是原文里的位置", () => {
    const text = "全年办结31件。";
    const [figure] = findFigures(text, 10);
    expect(figure && text.slice(figure.span.start - 10, figure.span.end - 10)).toBe("31件");
    expect(figure?.printed).toBe("31件");
  });
});

describe("sameMeasure 量词相通", () => {
  test.each([
    ["次", "期"],
    ["件", "起"],
    ["人", "名"],
    ["个", "家"],
    ["个", "处"],
    ["元", "元"],
  ])("问几%s,%s 可以答", (asked, printed) => expect(sameMeasure(asked, printed)).toBe(true));

  test.each([
    ["人", "起"],
    ["个", "元"],
    ["个", "天"],
    ["个", "%"],
    ["件", "家"],
    ["件", ""],
    ["个", ""],
  ])("问几%s,「%s」不能答", (asked, printed) => expect(sameMeasure(asked, printed)).toBe(false));
});
