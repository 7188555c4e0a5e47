import { describe, expect, test } from "vitest";
import { answer, county, read } from "../../../test/county.ts";
import { matchText } from "../search/match-text.ts";
import type { Answer } from "./answer.ts";
import { pagesOf, renderPlainText } from "./render.ts";

const ask = (question: string): Answer => answer(read(question));
const ordinals = (question: string): readonly number[] => ask(question).items.map(({ ordinal }) => ordinal);
/** All that a reader sees, marks folded. */
const text = (question: string): string => {
  const given = ask(question);
  return matchText(
    pagesOf(given)
      .map(({ number }) => renderPlainText(given, number))
      .join("\n"),
  );
};

describe("清单", () => {
  test("头一行说谁、几项、出自哪份文件、文件共几项", () => {
    const [first] = text("县公安局有哪些任务").split("\n");
    expect(first).toContain("县公安局:4项");
    expect(first).toContain("《云岭县2021年数字政府建设工作要点》(云政办发[2021]15号)");
    expect(first).toContain("全文共7项");
  });

  test("每一项一行,按部分分开,行的次序就是任务的次序", () => {
    const { blocks, items } = ask("县公安局有哪些任务");
    const rows = blocks.flatMap((block) => (block.kind === "entry" ? [block] : []));
    expect(rows.map(({ text: row }) => row.replace(/^\d+\. /u, ""))).toEqual(items.map(({ label, title }) => `${label}${title}`));
    expect(rows.map(({ item }) => item)).toEqual(items.map((_, index) => index));
    expect(text("县公安局有哪些任务")).toContain("三、强化网络安全");
  });

  test("问时间,就把说时间的原话放在行里,也放在引文里", () => {
    expect(text("每季度的任务")).toContain("每季度至少开展1次满意度调查");
    expect(ask("9月底前要完成的任务").citations.map(({ quote }) => quote)).toEqual(["2021年6月底前", "2021年9月底前"]);
  });

  test("没有这样的任务,说是零项,并说各有几项", () => {
    const given = ask("自然资源局和教育局共同的任务");
    expect(given).toMatchObject({ behaviour: "list", items: [], citations: [] });
    const shown = text("自然资源局和教育局共同的任务");
    for (const words of ["0项", "县自然资源局1项", "县教育局1项"]) expect(shown).toContain(words);
  });
});

describe("牵头与配合", () => {
  test.each<readonly [string, readonly number[], string]>([
    ["县大数据局牵头哪些任务", [1, 2], "县大数据局牵头"],
    ["县大数据局配合的任务有哪些", [7], "县大数据局配合"],
  ])("%s", (question, expected, understood) => {
    expect(ordinals(question)).toEqual(expected);
    expect(ask(question).understood).toContain(understood);
  });

  test("一项任务的单位,分着角色说", () => {
    expect(text("第七项由谁负责")).toContain("牵头:县委网信办;配合:县公安局、县大数据局");
    expect(ask("第七项由谁负责").units).toEqual(["县委网信办", "县公安局", "县大数据局"]);
  });

  test("问谁牵头,只给牵头的", () => expect(ask("电子证照由谁牵头")).toMatchObject({ behaviour: "units", units: ["县公安局"] }));
  test("问谁负责,牵头的配合的都给", () => expect(ask("电子证照由谁负责").units).toEqual(["县公安局", "县卫健委", "县教育局"]));
});

describe("没有点名的单位", () => {
  test("不是答案,也不拿笼统的说法充数", () => {
    expect(ask("县气象局负责哪些")).toMatchObject({ behaviour: "not_found", items: [], units: [], number: null });
    const shown = text("县气象局负责哪些");
    for (const words of ["没有点名县气象局", '"各有关部门"', "不能算作它的任务", "《云岭县2021年数字政府建设工作要点》"]) expect(shown).toContain(words);
  });

  test("与点名的一起问,说另一个有几项", () => expect(text("县气象局和县公安局共同的任务")).toContain("县公安局有4项"));
  test("有一个就行的,照有的答", () => expect(ordinals("县气象局或县教育局的任务")).toEqual([4]));
});

describe("印了两次的编号", () => {
  test("两个都给出来,请人挑", () => {
    expect(ask("第六项是什么")).toMatchObject({ behaviour: "clarify" });
    expect(ordinals("第六项是什么")).toEqual([6, 7]);
  });
  test("按顺序的那个数只有一项,就答那一项,并说印作什么", () => {
    expect(ordinals("第七项是什么")).toEqual([7]);
    expect(text("第七项是什么")).toContain("原文印作(六),这个编号印了两次,按顺序是第7项");
  });
});

describe("文件和引用", () => {
  test.each<readonly [string, readonly string[]]>([
    ["云政发〔2020〕7号在哪里", ["在1份文件里出现1处", "《政务数据归集办法》(云政发[2020]7号)", "第1项", "没有提到它的:《青石县2020年法治政府建设年度报告》"]],
    ["《政务数据归集办法》在哪里", ["在1份文件里出现1处"]],
    ["云政办发〔2021〕15号是什么", ["就是《云岭县2021年数字政府建设工作要点》", "云岭县人民政府办公室印发", "成文2021-03-05"]],
    ["这份文件什么时候印发的", ["成文日期:2021-03-05", "「2021年3月5日」"]],
    ["云岭的通知主送哪些单位", ["各乡镇人民政府、县直各部门"]],
    ["国发〔2019〕1号在哪里", ["没有提到国发[2019]1号"]],
  ])("%s", (question, words) => {
    for (const shown of words) expect(text(question)).toContain(shown);
  });
});

describe("印着的数", () => {
  test.each<readonly [string, number | null]>([
    ["青石县公开信息多少条", 1203],
    ["公开平台调整为几个", 3],
    ["公开平台调整前有几个", 5],
    ["执法培训办了几期", 4],
    ["培训执法人员多少人", null],
    ["罚没款项多少钱", 125000],
    ["结案率多少", 98],
    ["不予公开多少件", 16],
    ["清理停用系统多少个", 20],
  ])("%s → %s", (question, number) => expect(ask(question)).toMatchObject({ behaviour: "number", number }));

  test("约数没有值,原话要看得见", () => expect(text("培训执法人员多少人")).toContain("近600人"));
  test("几个数一起问,一个一个答", () => {
    const shown = text("予以公开多少件,不予公开多少件");
    expect(shown).toContain("30件");
    expect(shown).toContain("16件");
  });
});

describe("数一数", () => {
  test.each<readonly [string, number]>([
    ["县公安局有几项任务", 4],
    ["一共有多少项任务", 7],
    ["一共点名了多少家单位", 11],
    ["文件分几个部分", 3],
  ])("%s → %d", (question, number) => expect(ask(question)).toMatchObject({ behaviour: "number", number }));

  test("任务最多的单位", () => expect(ask("哪个单位任务最多")).toMatchObject({ behaviour: "units", units: ["县公安局"], number: 4 }));
});

test("每条引文都是原文的一段", () => {
  const questions = [
    "县公安局有哪些任务",
    "第六项是什么",
    "第三项是什么",
    "电子证照由谁负责",
    "每月要做的",
    "文件分哪几个部分",
    "云政发〔2020〕7号在哪里",
    "结案率多少",
  ];
  for (const question of questions) {
    const { citations } = ask(question);
    expect(citations.length, question).toBeGreaterThan(0);
    for (const { document, start, end, quote } of citations) expect(county.corpus.document(document)?.source.slice(start, end), question).toBe(quote);
  }
});
