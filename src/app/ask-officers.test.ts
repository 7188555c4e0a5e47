import { beforeAll, describe, expect, test } from "vitest";
import { createTestAssistant, textOf } from "../../test/questions/assistant.ts";

const CASES = `云岭县2021年信访积案化解工作方案
一、重点积案
1.东湖安置房办证问题。
责任单位：县自然资源局、县住建局
包案领导：罗静
联系人：王小五
完成时限：2021年9月底前
2.老城区供水问题。
责任单位：县水利局
包案领导：陈明、俞悦
联系人：赵六
3.粮站职工社保问题。
责任单位：县人社局
包案领导：罗静
4.张庄道路问题。
责任单位：县交通运输局
责任领导：罗静
`;
const cases = createTestAssistant(() => ({
  stamp: "cases",
  digest: () => Promise.resolve("cases"),
  read: () =>
    Promise.resolve({ files: [{ id: "cases", file: "cases.txt", text: CASES, tables: [], region: "云岭县", year: 2021, title: undefined }], problems: [] }),
}));
beforeAll(async () => {
  await cases;
}, 60_000);
const ask = async (question: string) => (await cases).ask(question);
const ordinals = async (question: string) => (await ask(question)).items.map(({ ordinal }) => ordinal);

describe("按人问任务：人不是单位", () => {
  test.each<readonly [string, readonly number[]]>([
    ["罗静包案的信访事项有哪些", [1, 3]],
    ["罗静负责的任务", [1, 3, 4]],
    ["罗静", [1, 3, 4]],
    ["赵六联系的事项有哪些", [2]],
    ["陈明和俞悦包案的事项", [2]],
    ["罗静包案的9月底前要完成的有哪些", [1]],
    ["罗静包案的有哪些 ▶ 那陈明呢", [2]],
  ])("%s → %j", async (question, expected) => expect(await ordinals(question)).toEqual(expected));

  test("每一行写明身份", async () => {
    const text = textOf(await ask("罗静负责的任务"));
    expect(text).toContain("东湖安置房办证问题（包案领导罗静）");
    expect(text).toContain("张庄道路问题（责任领导罗静）");
  });

  test("几件、由哪些单位负责", async () => {
    expect(await ask("罗静包案的有几件")).toMatchObject({ behaviour: "number", number: 2 });
    expect((await ask("罗静包案的由哪些责任单位负责")).units).toEqual(["县自然资源局", "县住建局", "县人社局"]);
  });
});

describe("问是谁", () => {
  test.each([
    ["第3项的包案领导是谁", "包案领导罗静", [3]],
    ["第2项的联系人是谁", "联系人赵六", [2]],
    ["老城区供水谁包案", "包案领导陈明；包案领导俞悦", [2]],
    ["县水利局的事项谁包案", "包案领导陈明", [2]],
    ["谁包案", "罗静（包案领导）2项、陈明（包案领导）1项、俞悦（包案领导）1项", [1, 2, 3]],
  ])("%s → %s", async (question, said, expected) => {
    const answer = await ask(question);
    expect(textOf(answer)).toContain(said);
    expect(answer.items.map(({ ordinal }) => ordinal)).toEqual(expected);
    for (const { start, end, quote } of answer.citations) expect(CASES.slice(start, end)).toBe(quote);
  });

  test.each([
    ["张三包案的有哪些", "没有写张三"],
    ["第4项的联系人是谁", "没有写明联系人。写了的有：责任领导罗静。"],
    ["第2项联系人电话多少", "资料里没有人员姓名、电话"],
    ["县水利局局长是谁", "资料里没有人员姓名、电话"],
  ])("%s：没有就说没有", async (question, said) => {
    const answer = await ask(question);
    expect([answer.behaviour, answer.items]).toEqual(["not_found", []]);
    expect(textOf(answer)).toContain(said);
  });
});
