import { describe, expect, test } from "vitest";
import { answer, read } from "../../test/county.ts";
import { nextConversation, stateAt, withPlace } from "./conversation.ts";

const turn = (question: string, previous?: ReturnType<typeof nextConversation>) => {
  const query = read(question, previous);
  return nextConversation(question, query, answer(query), previous);
};

describe("nextConversation 留给下一轮的是条件,不是事实", () => {
  test("留下问题、条件、列出的任务和引文的位置", () => {
    const left = turn("县教育局有哪些任务");
    expect(left).toMatchObject({ question: "县教育局有哪些任务", query: { kind: "tasks" }, shown: [{ document: "yunling-2021", ordinal: 4 }] });
    expect(left?.places).toHaveLength(1);
    expect(JSON.stringify(left)).not.toContain("推广电子证照");
  });

  test("能写成 JSON,读回来还能接着谈", () => {
    const stored = JSON.parse(JSON.stringify(turn("县公安局有哪些任务")));
    expect(answer(read("那教育局呢", stored)).items.map(({ ordinal }) => ordinal)).toEqual([4]);
  });

  test("列得再多,位置也只留开头三处", () => expect(turn("有哪些任务")?.places).toHaveLength(3));

  test.each(["。。。", "下一页"])("「%s」之后,留的还是上一轮的", (question) => {
    const before = turn("县公安局有哪些任务");
    expect(turn(question, before)).toBe(before);
  });

  test("没找到的一轮也记着问了什么,好让人换一个问", () =>
    expect(answer(read("那教育局呢", turn("县气象局有哪些任务"))).items.map(({ ordinal }) => ordinal)).toEqual([4]));
});

describe("stateAt 从哪里接着问", () => {
  const record = { state: turn("县公安局有哪些任务"), updatedAtMs: 1_000_000 };
  const minutes = (count: number) => record.updatedAtMs + count * 60_000;

  test("半小时之内接着上一轮，过了从头开始；没有上一轮也从头开始", () => {
    expect(stateAt(record, minutes(29))).toBe(record.state);
    expect(stateAt(record, minutes(30))).toBeNull();
    expect(stateAt(undefined, minutes(1))).toBeNull();
  });

  test("说定的县不因时间久了而忘掉；取消了就没有", () => {
    const settled = { ...record, state: withPlace(record.state, "云岭县") };
    expect(stateAt(settled, minutes(31))).toEqual({ here: "云岭县" });
    expect(withPlace(settled.state, undefined)).toEqual(record.state);
    expect(withPlace(null, undefined)).toBeNull();
    expect(withPlace(null, "青石县")).toEqual({ here: "青石县" });
  });
});
