import { describe, expect, test } from "vitest";
import { toChineseNumeral } from "../text/numerals.ts";
import { findAskedArticles, findAskedChapters, nameOfPlace } from "./articles-asked.ts";

const places = (question: string) => findAskedArticles(question.normalize("NFKC")).map((asked) => nameOfPlace(asked, toChineseNumeral));

describe("问题里的条、款、项", () => {
  test.each([
    ["第三条第二款怎么规定", ["第三条第二款"]],
    ["第六条第（二）项规定了什么", ["第六条第（二）项"]],
    ["第六条的第二项", ["第六条第（二）项"]],
    ["第六条（二）", ["第六条第（二）项"]],
    ["第6条第1款第3项", ["第六条第一款第（三）项"]],
    ["第十八条之一", ["第十八条之一"]],
    ["第十八条之一第二款", ["第十八条之一第二款"]],
    ["第四条第一项第2目", ["第四条第（一）项第2目"]],
    ["第二十条怎么规定", ["第二十条"]],
    ["第三条至第五条", ["第三条", "第四条", "第五条"]],
    ["第3到5条", ["第三条", "第四条", "第五条"]],
    ["第三条和第七条", ["第三条", "第七条"]],
    ["第二、三条", ["第二条", "第三条"]],
    ["第六条第一项和第三项", ["第六条第（一）项", "第六条第（三）项"]],
    ["最后一条说的啥", ["最后一条"]],
    ["倒数第二条", ["倒数第二条"]],
    ["县司法局负责哪几条", []],
    ["这条路有几条车道", []],
    ["第三项由谁负责", []],
  ])("%s → %j", (question, expected) => expect(places(question)).toEqual(expected));

  test("章、节由外到内", () => {
    expect(findAskedChapters("第三章第一节讲什么")).toEqual([
      { level: "章", number: 3 },
      { level: "节", number: 1 },
    ]);
    expect(findAskedChapters("第三部分讲什么")).toEqual([]);
  });

  test("再长的数字也读得完", () => expect(findAskedArticles(`第${"一".repeat(5000)}条第${"9".repeat(5000)}款`)).toEqual([]));
});
