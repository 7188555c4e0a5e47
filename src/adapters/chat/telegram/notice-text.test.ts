import { expect, test } from "vitest";
import { renderNotice } from "./notice-text.ts";

const title = "今日提醒：2项";

test("题目加粗，各段空一行，结尾在最后", () =>
  expect(renderNotice({ title, paragraphs: ["一、依法决策\n“每季度至少1次”", "二、公开"], footer: "发 /subscriptions 查看订阅。" })).toEqual({
    text: "今日提醒：2项\n\n一、依法决策\n“每季度至少1次”\n\n二、公开\n\n发 /subscriptions 查看订阅。",
    entities: [{ type: "bold", offset: 0, length: 7 }],
  }));

test("放不下的整段略去，说明还有几项，结尾留着", () => {
  const { text } = renderNotice({ title, paragraphs: Array.from({ length: 60 }, (_, index) => `第${index + 1}项 ${"办理".repeat(50)}`), footer: "完" });
  const shown = text.match(/第\d+项/gu)?.length ?? 0;
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(text.length).toBeGreaterThan(3900);
  expect(text.endsWith(`还有 ${60 - shown} 项没有列出。\n\n完`)).toBe(true);
});

test.each([4080, 4081, 4096, 5000, 20_000])("一段 %i 个字：不超过 4096，字不断成两半", (length) => {
  const { text } = renderNotice({ title, paragraphs: [`${"😀".repeat(length / 2)}`], footer: "完" });
  expect(text.length).toBeLessThanOrEqual(4096);
  expect(text).not.toMatch(/\p{Surrogate}/u);
  expect(text.endsWith("完")).toBe(true);
});

test("附文件的，说明不超过 1024", () => {
  const { text } = renderNotice({ title, paragraphs: ["一".repeat(900), "二".repeat(900)], file: { platform: "telegram", id: "x", name: "方案.docx" } });
  expect(text.length).toBeLessThanOrEqual(1024);
  expect(text).toContain("还有 1 项没有列出。");
});

test("没有题目的没有加粗；半个字换掉", () => {
  expect(renderNotice({ title: "", paragraphs: ["只有正文"] })).toEqual({ text: "只有正文", entities: [] });
  expect(renderNotice({ title: "\ud83d", paragraphs: [] })).toEqual({ text: "\ufffd", entities: [{ type: "bold", offset: 0, length: 1 }] });
});
