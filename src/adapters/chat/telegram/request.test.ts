import type { Message } from "grammy/types";
import { describe, expect, test } from "vitest";
import { readRequest } from "./request.ts";

const ME = { id: 42, username: "mingbai_bot" };
const PERSON = { id: 7, is_bot: false, first_name: "甲" };

function read(text: string, more: object = {}, chat: object = { id: -100, type: "supergroup", title: "群" }) {
  return readRequest({ message_id: 1, date: 1, chat, from: PERSON, text, ...more } as Message, ME);
}

describe("群里的话哪些是问机器人的", () => {
  test.each([
    ["县司法局负责哪些任务"],
    ["/ask@other_bot 县司法局"],
    ["/weather 西平"],
    ["@mingbai_bot2 你好"],
    ["me@mingbai_bot"],
    ["https://t.me/@mingbai_bot"],
    ["/ask/县司法局"],
    [""],
  ])("「%s」不是", (text) => expect(read(text)).toBeUndefined());

  test.each([
    ["@mingbai_bot 县司法局", "县司法局"],
    ["县司法局@mingbai_bot", "县司法局"],
    ["  @MINGBAI_BOT  县司法局  有哪些任务\n", "县司法局 有哪些任务"],
    ["@mingbai_bot /duty 县司法局", "县司法局负责哪些任务"],
    ["/ask@mingbai_bot 县司法局", "县司法局"],
    ["/ASK 县司法局", "县司法局"],
    ["/duty 县司法局负责哪些任务", "县司法局负责哪些任务"],
    ["/duty 县司法局、县教育局", "县司法局、县教育局负责哪些任务"],
    ["/item 二十一", "第二十一项"],
    ["/item 21", "第21项"],
    ["/item \uff12\uff11", "第\uff12\uff11项"],
    ["/item 第21条", "第21条"],
    ["/doc 县政办〔2020〕20号", "县政办〔2020〕20号"],
  ])("「%s」问的是「%s」", (text, question) => expect(read(text)).toEqual({ kind: "question", question }));

  test("点名字链接的提到（没有用户名时）也算", () => {
    const entities = [{ type: "text_mention", offset: 2, length: 2, user: { id: ME.id, is_bot: true, first_name: "明白" } }];
    expect(read("请问明白,县司法局", { entities })).toEqual({ kind: "question", question: "请问 ,县司法局" });
  });

  test.each([
    ["/duty", { kind: "usage", command: "duty" }],
    ["/item@mingbai_bot", { kind: "usage", command: "item" }],
    ["/weather@mingbai_bot", { kind: "unknown_command" }],
    ["/start group", { kind: "start" }],
    ["@mingbai_bot", { kind: "no_question" }],
  ])("「%s」", (text, request) => expect(read(text)).toEqual(request));

  test("别的机器人说的话不理", () => expect(read("/ask 县司法局", { from: { ...PERSON, is_bot: true } })).toBeUndefined());
});
