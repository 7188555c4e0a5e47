import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";

const assistant = await createSeedsAssistant();

/** Nothing may take more than this many times as long as a usual free question beside it. */
const MOST_TIMES_USUAL = 25;
const USUAL = "农民工工资被拖欠了可以找谁帮忙";
const RUNS = 9;

async function millisecondsOf(question: string): Promise<number> {
  const startedAt = performance.now();
  await assistant.ask(question);
  return performance.now() - startedAt;
}

/** The middle of several rounds, the usual question asked beside each; one round alone where it is clear. */
async function timesUsual(question: string): Promise<number> {
  const ratios: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const usual = await millisecondsOf(USUAL);
    ratios.push((await millisecondsOf(question)) / usual);
    if (run === 0 && (ratios[0] ?? 0) <= MOST_TIMES_USUAL / 2) break;
  }
  return ratios.sort((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
}

async function expectFast(questions: readonly string[]): Promise<void> {
  for (const question of questions) {
    const start = `${question.length} characters: ${question.slice(0, 60)}`;
    expect(await timesUsual(question), start).toBeLessThanOrEqual(MOST_TIMES_USUAL);
  }
}

const REAL = [
  "县司法局负责哪些任务",
  "司法局和财政局共同负责的任务有哪些",
  "有财政局但没有司法局的任务有几项",
  "除了县政府办公室,和县司法局一起负责任务的还有谁",
  "第二十五项由谁负责,内容是什么",
  "第三到第五项分别归哪些单位管",
  "第五部分一共有多少项任务",
  "哪个单位承担的任务最多,前三名是谁",
  "“放管服”改革这项工作由哪几家单位承担",
  "《外商投资法》出现在哪里,第几条",
  "国办发〔2018〕37号文件在哪里提到",
  "行政复议归谁管",
  "老板欠农民工工资找哪个部门",
  "2020年底前要完成的任务有哪些",
  "南昌县查处饮酒驾车多少起,醉酒驾驶多少起",
  "投资项目审批时间平均减少了百分之多少",
  "西平县和南昌县在行政复议上各写了什么",
  "发改名下的活有几项,水利、交通、住建三家都在的有没有",
  "What tasks does the Finance Bureau of Xiping County have?",
  "縣司法局負責哪些任務,請列一下",
] as const;

const PIECES = [
  ..."县司法局|财正局|省市州盟|乡镇|第999999999999项|第二十五项|1|零|和多少|多少人、|几项|〔2018〕37号|“「『|《《》》|((|<b>|不含|和跟与|、|。|的|谁| a|item 21 |tasks of the bureau |縣財政局|مهمة|タスク|задача |한국어|👨‍👩‍👧|\u202e|e\u0301|行政复议".split(
    "|",
  ),
];
const repeated = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

describe(`什么话也不用等过平常一问的 ${MOST_TIMES_USUAL} 倍`, () => {
  test.each(REAL)("「%s」打到任何一个字", (question) => expectFast([...question].map((_, index) => question.slice(0, index + 1))));

  test.each(PIECES)("%j 写个不停", (piece) => expectFast([30, 120, 199, 200, 201, 1000, 5000].map((length) => repeated(piece, length))));

  test.each(PIECES)("%j 和别的混着写", (piece) => expectFast(PIECES.map((other) => repeated(piece + other, 200))));

  test("五千字的文件原文,问与不问", async () => {
    for (const { source } of assistant.stored.documents) {
      for (let start = 0; start < source.length; start += 4900) {
        const text = source.slice(start, start + 4900);
        await expectFast([text, text.replace(/\s/gu, ""), `${text}\n县审计局有哪些任务?`, `${text}\n县审计局有哪些任务?\n县财政局有哪些任务?`]);
      }
    }
  });
});
