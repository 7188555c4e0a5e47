import { describe, expect, test } from "vitest";
import { brokenLabels, findLabel, labelLike } from "./labels.ts";

describe("findLabel 层次序数", () => {
  test.each([
    ["一、总体要求", "comma", "一、", 1],
    ["二、2020年工作计划", "comma", "二、", 2],
    ["十二．保障措施", "comma", "十二．", 12],
    ["(二十五)加强监督。", "paren", "(二十五)", 25],
    ["（三）压实责任。", "paren", "（三）", 3],
    ["㈢压实责任", "paren", "㈢", 3],
    ["1.优化机构。", "arabic", "1.", 1],
    ["１．优化机构。", "arabic", "１．", 1],
    ["3、完成清理", "arabic", "3、", 3],
    ["⒊完成清理", "arabic", "⒊", 3],
    ["(2)逐户登记;", "arabic-paren", "(2)", 2],
    ["2）逐户登记", "arabic-paren", "2）", 2],
    ["⑵逐户登记", "arabic-paren", "⑵", 2],
    ["③逐户登记", "circled", "③", 3],
    ["一是完善制度", "shi", "一是", 1],
    ["第一,交通违法", "ordinal", "第一", 1],
    ["第二，涉税违法", "ordinal", "第二", 2],
    ["第三章 监督", "chapter", "第三章", 3],
    ["第二节　程序", "division", "第二节", 2],
    ["第十八条　县人民政府应当", "article", "第十八条", 18],
    ["第十八条之一　乡镇人民政府应当", "article", "第十八条之一", 18],
    ["附件1", "attachment", "附件1", 1],
    ["第一部分　健全体系", "chapter", "第一部分", 1],
    ["问题1：污水直排", "named", "问题1", 1],
    ["任务三、补植补造", "named", "任务三", 3],
    ["1.2 汇聚数据", "decimal", "1.2", 2],
    ["2.3.1汇聚数据", "subdecimal", "2.3.1", 1],
    ["1. (一)指导思想", "paren", "(一)", 1],
    ["附件：", "attachment", "附件", undefined],
  ])("%s", (text, style, label, number) => expect(findLabel(text)).toMatchObject({ style, text: label, number, misprinted: false }));

  test.each([
    "2019年,在省委正确领导下",
    "1.5万元以上",
    "1.5公里管网",
    "8.15 专项行动".slice(0, 4),
    "问题导向",
    "3、4季度",
    "二〇二一年三月五日",
    "一般事故起数下降",
    "(试行)",
    "（2015-2020年）",
    "第一、二产业",
    "第三条规定的情形",
    "第五条、第六条的罚款",
    "一是一，二是二".slice(1),
    "附件：1.任务分解表",
    "十二五规划",
  ])("「%s」不是序号", (text) => expect(findLabel(text)).toBeUndefined());

  test("序号之后的空白不算正文", () => expect(findLabel("第一条　为了")?.length).toBe(4));
});

describe("brokenLabels 印坏的序号", () => {
  test.each([
    ["（三加强领导", "paren", 3],
    ["三）加强领导", "paren", 3],
    ["（三]加强领导", "paren", 3],
    ["三，加强领导", "comma", 3],
    ["3，加强领导", "arabic", 3],
    ["l2.发放贷款", "arabic", 12],
    ["1O、发放贷款", "arabic", 10],
  ])("%s", (text, style, number) => expect(brokenLabels(text)).toContainEqual(expect.objectContaining({ style, number, misprinted: true })));
});

describe("labelLike 同样写法的另一个数", () => {
  test.each([
    ["（七）", 6, "（六）"],
    ["(二十五)", 23, "(二十三)"],
    ["3．", 4, "4．"],
    ["３．", 4, "４．"],
    ["④", 3, "③"],
    ["⑷", 3, "⑶"],
    ["第十条", 9, "第九条"],
    ["五是", 4, "四是"],
    ["2.4", 3, "2.3"],
    ["问题3", 2, "问题2"],
  ])("像 %s 的 %d 是 %s", (printed, number, label) => expect(labelLike(printed, number)).toBe(label));
});
