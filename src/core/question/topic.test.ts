import { describe, expect, test } from "vitest";
import { county } from "../../../test/county.ts";
import { knownTopic, sectionsTitled, tasksTitled } from "./headings.ts";
import { fits, headingFit, isGeneric, topicOf, withoutGeneric } from "./topic.ts";

const topic = (words: string) => topicOf(words, county.lexicon);
const terms = (words: string) => topic(words).terms.map(({ text }) => text);

describe("topicOf 问的是什么事", () => {
  test.each([
    ["电子证照由谁负责", ["电子证照"]],
    ["请问网络安全检查归哪个部门管呀", ["网络安全检查"]],
    ["由谁负责", []],
    ["", []],
  ])("%s → %j", (words, expected) => expect(terms(words)).toEqual(expected));

  test("口头的说法带着规范的说法", () => {
    const [first] = topic("酒驾").terms;
    expect(first?.text).toBe("酒驾");
    expect(first?.official.length).toBeGreaterThan(0);
  });
});

describe("headingFit 标题是不是这件事", () => {
  test.each([
    ["电子证照", "推广电子证照", true],
    ["行政复议", "持续做好行政复议工作", true],
    ["行政复议", "持续加强行政应诉工作", false],
    ["信访", "持续做好行政复议工作", false],
    ["工作", "持续做好行政复议工作", false],
  ])("「%s」与「%s」→ %s", (words, heading, expected) => expect(fits(headingFit(withoutGeneric(topic(words)), heading))).toBe(expected));

  test.each([
    ["进一步加强工作", true],
    ["健全完善机制", true],
    ["行政复议", false],
  ])("「%s」只由处处都有的字组成:%s", (text, expected) => expect(isGeneric(text)).toBe(expected));
});

describe("tasksTitled 题目是这件事的任务", () => {
  const titled = (words: string) => tasksTitled(topic(words), county.corpus.tasks).map(({ ordinal }) => ordinal);
  test.each([
    ["电子证照", [4]],
    ["不动产登记", [3]],
    ["网络安全检查", [7]],
    ["数据孤岛", [2]],
    ["天气预报", []],
    ["", []],
  ])("%s → %j", (words, expected) => expect(titled(words)).toEqual(expected));
});

test("sectionsTitled 题目是这件事的部分", () =>
  expect(sectionsTitled(topic("网络安全"), county.corpus, ["yunling-2021"]).map(({ section }) => section.label)).toEqual(["三、"]));

test("knownTopic 资料里从不说的字,不算话题", () =>
  expect(knownTopic(topic("飞碟电子证照"), county.corpus, ["yunling-2021"]).terms.map(({ text }) => text)).toEqual(["电子证照"]));
