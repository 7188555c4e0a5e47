import { expect, test } from "vitest";
import { noticeOfWords, wordsOfNotice } from "./notice-of-words.ts";

test.each([
  ["会议通知\n请于周五前报送。", "会议通知", ["请于周五前报送。"]],
  ["各单位：\n请于周五前报送。", "通知", ["各单位：\n请于周五前报送。"]],
  ["会议通知\n\n一、时间\n\n二、地点", "会议通知", ["一、时间", "二、地点"]],
  ["只有一句话", "通知", ["只有一句话"]],
])("%j：标题和段落", (words, title, paragraphs) => {
  const notice = noticeOfWords(words);
  expect(notice).toEqual({ title, paragraphs });
  expect(notice && noticeOfWords(wordsOfNotice(notice))).toEqual(notice);
});

test("没有字：没有通知", () => expect(noticeOfWords(" \n ")).toBeUndefined());
