import { describe, expect, test } from "vitest";
import { findObligations } from "./obligations.ts";

const read = (text: string) =>
  findObligations(text, { start: 0, end: text.length }, { year: 2020, issuedOn: undefined }).map(({ text: words, recurring, minCount, dueOn }) => [
    words,
    recurring,
    minCount,
    dueOn,
  ]);

describe("findObligations 量化要求", () => {
  test.each([
    [
      "制定计划,全年至少举办2期领导班子参加的讲座,1期领导干部参加的培训班,部门办公会议每季度至少学法1次。",
      [
        ["全年至少举办2期领导班子参加的讲座", "yearly", 2, undefined],
        ["1期领导干部参加的培训班", "yearly", 1, undefined],
        ["部门办公会议每季度至少学法1次", "quarterly", 1, undefined],
      ],
    ],
    [
      "通过定期调阅登记簿和有关文件、按季度对工作情况进行通报等方式,杜绝有件不备。",
      [
        ["通过定期调阅登记簿和有关文件", "irregular", undefined, undefined],
        ["按季度对工作情况进行通报等方式", "quarterly", undefined, undefined],
      ],
    ],
    ["按照“一年一修、动态调整”的要求,修订清单。", [["按照“一年一修、动态调整”的要求", "yearly", undefined, undefined]]],
    ["年内实现热点事项掌上办、随身办,办事更便捷。", [["年内实现热点事项掌上办、随身办", undefined, undefined, "2020-12-31"]]],
    ["相结合,2020年实现县平台的全面运行。", [["2020年实现县平台的全面运行", undefined, undefined, "2020-12-31"]]],
    ["选取文件不少于五件进行评估。", [["选取文件不少于五件进行评估", undefined, 5, undefined]]],
    [
      "每月确定一个主题；10月底前总结",
      [
        ["每月确定一个主题", "monthly", undefined, undefined],
        ["10月底前总结", undefined, undefined, "2020-10-31"],
      ],
    ],
  ])("%s", (text, expected) => expect(read(text)).toEqual(expected));

  test.each(["加强年度考核，完善制度。", "不定期开展抽查。", "稳步推进试点,提升服务水平。", "覆盖率不低于百分之三十。"])("「%s」没有", (text) =>
    expect(read(text)).toEqual([]),
  );
});
