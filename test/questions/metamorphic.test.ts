import fc from "fast-check";
import { Converter } from "opencc-js/cn2t";
import { describe, expect, test } from "vitest";
import type { Answer } from "../../src/core/answer/index.ts";
import { createSeedsAssistant, createTestAssistant, ordinalsOf, type TestAssistant } from "./assistant.ts";
import { districtSnapshot } from "./district.ts";

const SEED = 20220318;

/** Documents, and what is asked about them. */
interface Place {
  readonly name: string;
  readonly assistant: TestAssistant;
  readonly units: readonly string[];
  readonly questions: readonly string[];
}

const PLACES: readonly Place[] = [
  {
    name: "随程序的两份文件",
    assistant: await createSeedsAssistant(),
    units: "县司法局|县政府办公室|县发改委|县财政局|县审计局|县统计局|县委编办|县委组织部|县人社局|县商务局|县委宣传部|县水利局".split("|"),
    questions: [
      ..."县司法局负责哪些任务|财政局负责的任务|编办负责哪几项|县委组织部的任务有几项|司法局和财政局共同负责的任务|交通局或统计局负责的任务|有财政局但没有司法局的任务".split(
        "|",
      ),
      ..."乡镇政府承担哪些任务|第十二项是什么|第24项由谁负责|第三到第五项分别归哪些单位管|第六部分有哪些任务|第五部分一共有多少项任务|这份安排分成哪些部分".split(
        "|",
      ),
      ..."哪个部门承担的任务最多|任务数前三名是哪些单位|点名的责任单位有多少家|行政复议由谁负责|价格改革归哪个部门管|哪些任务有每季度的要求|西平县司法局负责哪些任务".split(
        "|",
      ),
      ..."国办发〔2018〕37号在哪里提到|《外商投资法》出现在哪里|西平的工作安排是哪天成文的|南昌醉酒驾驶查处了多少起|南昌县追缴了多少税款|市场准入负面清单多久修一次".split(
        "|",
      ),
      ..."遂平县司法局负责哪些任务|县教育局有哪些任务|放管服改革由哪些单位负责|行政执法三项制度归谁管|投资项目审批时间减少了百分之多少|县司法局电话多少".split(
        "|",
      ),
    ],
  },
  {
    name: "青禾区",
    assistant: await createTestAssistant(districtSnapshot),
    units: "区司法局|区市场监管局|区发改委|区财政局|区生态环境局|区城管局|区住建局|区公安局|区人社局|区信访局".split("|"),
    questions: [
      ..."区司法局负责哪些任务|生态环境局的任务有几项|住建局和城管局共同负责的任务|信访局或人社局负责的任务|有公安局但没有司法局的任务|第六项由谁负责|第9项是什么".split(
        "|",
      ),
      ..."第二部分有哪些任务|哪个单位任务最多|点名的责任单位有多少家|工地扬尘由谁整治|拖欠工资归哪个部门管|哪些任务有每季度的要求|9月底前要完成的任务有哪些".split(
        "|",
      ),
      ..."《行政执法公示办法》在哪里提到|青禾区培训了多少执法人员|受理行政复议案件多少件|调解成功率是多少|区教育局有哪些任务|各镇人民政府承担哪些任务|青禾的要点是哪天成文的".split(
        "|",
      ),
    ],
  },
];

/** What must not change when only the manner of asking does. */
function gist({ behaviour, items, units, number, citations }: Answer): unknown {
  return {
    behaviour,
    items: items.map(({ document, ordinal }) => [document, ordinal]),
    units,
    number,
    quoted: citations.map(({ document, start }) => [document, start]),
  };
}

const toTraditional = Converter({ from: "cn", to: "t" });
const toFullWidth = (text: string): string => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

/** Ways to ask the same, in the order in which they are put on. */
const MANNERS: Readonly<Record<string, readonly ((question: string) => string)[]>> = {
  问号: ["?", "？", "??", "。", ""].map((end) => (question) => question + end),
  客气: [
    ...["请问", "您好,", "你好,请问一下", "麻烦问一下,", "想问一下", "帮我查一下", "劳驾,"].map((start) => (question: string) => start + question),
    ...[",谢谢", "。谢谢!", ",麻烦您了", " 多谢啦", ",辛苦"].map((end) => (question: string) => question + end),
    (question) => question,
  ],
  字形: [toTraditional, (question) => question],
  宽度: [toFullWidth, (question) => question],
  空白: [(question) => ` ${question}\n`, (question) => question.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " "), (question) => question],
};

describe.each([...PLACES])("$name", ({ assistant, units, questions }) => {
  const ask = async (question: string): Promise<Answer> => (await assistant.assistant.ask(question, undefined)).answer;
  const rowsOf = async (question: string): Promise<readonly number[]> => ordinalsOf(await ask(question));

  test.each(Object.entries(MANNERS))("%s变,答的不变", async (_, ways) => {
    for (const question of questions) {
      const plain = gist(await ask(question));
      for (const way of ways) expect(gist(await ask(way(question))), way(question)).toEqual(plain);
    }
  });

  test("几样一起变,也不变", () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...questions), fc.tuple(...Object.values(MANNERS).map((ways) => fc.constantFrom(...ways))), async (question, ways) => {
        const asked = ways.reduce((words, way) => way(words), question);
        expect(gist(await ask(asked)), asked).toEqual(gist(await ask(question)));
      }),
      { seed: SEED, numRuns: 300 },
    ));

  const someUnits = fc.shuffledSubarray([...units], { minLength: 2, maxLength: 3 });
  const inOrder = (all: Iterable<number>): readonly number[] => [...new Set(all)].sort((a, b) => a - b);

  test("或是并集,和是交集,单位的先后不要紧", () =>
    fc.assert(
      fc.asyncProperty(someUnits, async (some) => {
        const rows = await Promise.all(some.map((unit) => rowsOf(`${unit}负责哪些任务`)));
        const [first = [], ...others] = rows;
        expect(await rowsOf(`${some.join("或")}负责的任务`), some.join("或")).toEqual(inOrder(rows.flat()));
        const shared = first.filter((ordinal) => others.every((other) => other.includes(ordinal)));
        expect(await rowsOf(`${some.join("和")}共同负责的任务`), some.join("和")).toEqual(shared);
        expect(await rowsOf(`${some.join("、")}都参与的任务有哪些`), some.join("、")).toEqual(shared);
      }),
      { seed: SEED, numRuns: 120 },
    ));

  test("多一个条件,不会多出一行", () =>
    fc.assert(
      fc.asyncProperty(
        someUnits,
        fc.constantFrom("每季度的", "第二部分的", "年底前的", "9月底前完成的", "上半年的"),
        async ([unit = "", other = ""], filter) => {
          const all = await rowsOf(`${unit}负责哪些任务`);
          const narrowed = [`${unit}负责的任务里,${other}也参与的有哪些`, `有${unit}但没有${other}的任务有哪些`, `只由${unit}一家负责的任务有哪些`];
          for (const question of narrowed) for (const ordinal of await rowsOf(question)) expect(all, question).toContain(ordinal);
          const refined = await assistant.ask(`${unit}负责哪些任务 ▶ 只看${filter}`);
          for (const ordinal of ordinalsOf(refined)) expect(all, `${unit},只看${filter}`).toContain(ordinal);
        },
      ),
      { seed: SEED, numRuns: 120 },
    ));
});
