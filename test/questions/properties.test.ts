import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Answer, renderPlainText } from "../../src/core/answer/index.ts";
import { createSeedsAssistant, ordinalsOf } from "./assistant.ts";
import { expectHonest } from "./specification.ts";

const assistant = await createSeedsAssistant();
const SEED = 20200708;

/** What must not change when only the manner of asking does. */
function gist({ behaviour, items, units, number }: Answer): unknown {
  return { behaviour, items: items.map(({ document, ordinal }) => [document, ordinal]), units, number };
}
const ask = async (question: string): Promise<Answer> => (await assistant.assistant.ask(question, undefined)).answer;

const QUESTIONS = [
  "县审计局有哪些任务",
  "财政局负责的任务",
  "编办负责哪几项",
  "县委组织部的任务有几项",
  "司法局和财政局共同负责的任务",
  "交通局或统计局负责的任务",
  "有财政局但没有司法局的任务",
  "乡镇政府承担哪些任务",
  "第十二项是什么",
  "第24项由谁负责",
  "(二十五)",
  "第四十五项是什么",
  "第六部分有哪些任务",
  "这份安排分成哪些部分",
  "哪个部门承担的任务最多",
  "行政复议由谁负责",
  "价格改革归哪个部门管",
  "哪些任务有每季度的要求",
  "国办发〔2018〕37号在哪里提到",
  "《外商投资法》出现在哪里",
  "西平的工作安排是哪天成文的",
  "南昌醉酒驾驶查处了多少起",
  "南昌县追缴了多少税款",
  "市场准入负面清单多久修一次",
  "遂平县司法局负责哪些任务",
  "县教育局有哪些任务",
] as const;
const plain = new Map<string, unknown>();
for (const question of QUESTIONS) plain.set(question, gist(await ask(question)));

/** Full-width forms of ASCII. */
const toFullWidth = (text: string): string => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

describe("问法变,问的事不变", () => {
  test.each(["请问", "您好,", "请问一下,", "@小助手 ", "  ", "\u200b", "你好!请问"])("前面添上「%s」", async (before) => {
    for (const question of QUESTIONS) expect(gist(await ask(before + question)), before + question).toEqual(plain.get(question));
  });

  test.each(["?", "？？？", "!", "。", "呢?", ",谢谢", "😀", "  "])("后面添上「%s」", async (after) => {
    for (const question of QUESTIONS) expect(gist(await ask(question + after)), question + after).toEqual(plain.get(question));
  });

  test("全角", async () => {
    for (const question of QUESTIONS) expect(gist(await ask(toFullWidth(question))), question).toEqual(plain.get(question));
  });

  test("字与字之间有空格或零宽字符", async () => {
    for (const question of QUESTIONS) {
      expect(gist(await ask(question.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, "  "))), question).toEqual(plain.get(question));
      expect(gist(await ask([...question].join("\u200d"))), question).toEqual(plain.get(question));
    }
  });
});

const UNITS = [
  "县司法局",
  "县政府办公室",
  "县发改委",
  "县财政局",
  "县审计局",
  "县统计局",
  "县委编办",
  "县委组织部",
  "县人社局",
  "县商务局",
  "县委宣传部",
  "县水利局",
];
const singles = new Map<string, readonly number[]>();
for (const unit of UNITS) singles.set(unit, ordinalsOf(await ask(`${unit}负责哪些任务`)));
const ofUnit = (unit: string): readonly number[] => singles.get(unit) ?? [];
const pairs = UNITS.flatMap((first, index) => UNITS.slice(index + 1).map((second) => [first, second] as const));

describe("几个单位是集合的运算", () => {
  test("甲或乙是并集,甲和乙是交集,有甲没有乙是差集", async () => {
    for (const [first, second] of pairs) {
      const [a, b] = [ofUnit(first), ofUnit(second)];
      const union = [...new Set([...a, ...b])].sort((x, y) => x - y);
      expect(ordinalsOf(await ask(`${first}或${second}负责的任务`)), `${first}或${second}`).toEqual(union);
      expect(ordinalsOf(await ask(`${first}和${second}共同负责的任务`)), `${first}和${second}`).toEqual(a.filter((ordinal) => b.includes(ordinal)));
      expect(ordinalsOf(await ask(`有${first}但没有${second}的任务`)), `${first}非${second}`).toEqual(a.filter((ordinal) => !b.includes(ordinal)));
    }
  });

  test("多一个条件,不会多出一行", async () => {
    for (const unit of UNITS) {
      for (const filter of ["每季度的", "第五部分的", "年底前的", "其中也有县司法局的", "去掉县政府办公室的"]) {
        const narrowed = ordinalsOf(await assistant.ask(`${unit}负责哪些任务 ▶ 只看${filter}`));
        for (const ordinal of narrowed) expect(ofUnit(unit), `${unit},只看${filter}`).toContain(ordinal);
      }
    }
  });

  test("每个单位的任务,合起来就是全部", async () => {
    const { units } = await ask("有哪些责任单位");
    const all = new Set<number>();
    for (const unit of units) for (const ordinal of ordinalsOf(await ask(`${unit}负责哪些任务`))) all.add(ordinal);
    expect([...all].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  });
});

const PIECES = [
  ..."县司法局|发改委|西平县|南昌|遂平县|2020年|第二十五项|(二十五)|第五部分|三、|国办发〔2018〕37号|《外商投资法》|《|》|〔|〕|(|)|“|”|和|或|不含|没有|除了|只由|牵头".split(
    "|",
  ),
  ..."负责|哪些|任务|谁|多少|几|多久|什么时候|是什么|依据|每季度|年底前|最多|前三名|部分|全文|它|这项|下一项|第二个|那|呢|不是|只看|再加上|下一页|?|,|。|\n|1211|99999999999|零|负|%|/".split(
    "|",
  ),
];
const turns = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: "grapheme", maxLength: 120 }),
);

describe("什么话也问不倒", () => {
  test(
    "任意两轮话:都有回答,引文都是原文,一页放得下",
    async () =>
      fc.assert(
        fc.asyncProperty(turns, turns, async (first, second) => {
          for (const answer of await assistant.converse(first, second)) {
            expectHonest(answer, assistant);
            expect(renderPlainText(answer).length).toBeLessThanOrEqual(4096);
          }
        }),
        { seed: SEED, numRuns: 400 },
      ),
    20_000,
  );

  test.each([null, undefined])("上一轮是 %s,就当没有上一轮", async (state) => {
    for (const question of QUESTIONS) expect(gist((await assistant.assistant.ask(question, state)).answer)).toEqual(plain.get(question));
  });

  test.each([
    ["县司法局", 1250],
    ["第二十五项", 1000],
    ["《", 5000],
    ["((", 2500],
    ["〔2018〕37号", 600],
    ["哈", 5000],
    ["1", 5000],
    ["零", 5000],
    [" a", 2500],
    ["。", 5000],
    ["县", 5000],
    ["第", 5000],
    ["不含", 2500],
    ["“", 5000],
    ["<b>", 1600],
    ["县司法局负责哪些任务。", 450],
    ["多少", 2500],
  ])(
    "「%s」重复 %d 次,也很快答完",
    async (piece, times) => {
      const answer = await ask(piece.repeat(times));
      expectHonest(answer, assistant);
      // Nothing of a long text is thrown back at its writer.
      expect(answer.understood.length).toBeLessThanOrEqual(200);
    },
    2000,
  );

  test.each(QUESTIONS.filter((_, index) => index % 2 === 0))("「%s」打到一半就发", async (question) => {
    for (let length = 1; length < question.length; length += 1) expectHonest(await ask(question.slice(0, length)), assistant);
  });
});
