import { describe, expect, test } from "vitest";
import { noticeLength, renderNotice } from "./render-notice.ts";

const LONG = "学".repeat(1000);

describe("通知在 Telegram 里的样子", () => {
  test("标题加粗，段落之间空一行，结尾最后", () => {
    expect(renderNotice({ title: "关于报送总结的通知", paragraphs: ["各单位：", "请于月底前报送。"], footer: "发 /due 看全部" })).toEqual({
      text: "关于报送总结的通知\n\n各单位：\n\n请于月底前报送。\n\n发 /due 看全部",
      entities: [{ type: "bold", offset: 0, length: 9 }],
    });
  });
  test("没有标题就没有加粗", () => {
    expect(renderNotice({ title: "", paragraphs: ["请报送。"] })).toEqual({ text: "请报送。", entities: [] });
  });
  test("放不下的整段从末尾略去，说明几项，结尾保留", () => {
    const { text } = renderNotice({ title: "提醒", paragraphs: [LONG, LONG, LONG, LONG, LONG], footer: "结尾" });
    expect(text).toBe(["提醒", LONG, LONG, LONG, LONG, "还有 1 项没有列出。", "结尾"].join("\n\n"));
  });
  test("恰好 4096 个字符的一条不略去", () => {
    const notice = { title: "提醒", paragraphs: [LONG, LONG, LONG, LONG, "学".repeat(84)] };
    expect(noticeLength(notice)).toBe(4096);
    expect(renderNotice(notice).text).not.toContain("没有列出");
    expect(renderNotice({ ...notice, title: "提醒一" }).text).toContain("还有 1 项没有列出");
  });
  test("一段就放不下的截短，标题、项数和结尾都在", () => {
    const { text } = renderNotice({ title: "提醒", paragraphs: ["学".repeat(9000), "第二段"], footer: "结尾" });
    expect(text.length).toBeLessThanOrEqual(4096);
    expect(text.length).toBeGreaterThan(4080);
    expect(text).toMatch(/^提醒\n\n学+……\n\n还有 1 项没有列出。\n\n结尾$/u);
  });
  test("带文件的说明最多 1024 个字符", () => {
    const file = { platform: "telegram", id: "f1", name: "通知.pdf" };
    expect(renderNotice({ title: "通知", paragraphs: ["学".repeat(1018)], file }).text).toHaveLength(1022);
    expect(renderNotice({ title: "通知", paragraphs: ["学".repeat(1021)], file }).text).toHaveLength(1024);
    expect(renderNotice({ title: "通知", paragraphs: ["一".repeat(900), "二".repeat(900)], file }).text).toMatch(/一\n\n还有 1 项没有列出。$/u);
  });
  test("别的平台的文件发不了，写明向谁要", () => {
    const file = { platform: "wecom", id: "f1", name: "通知.pdf" };
    expect(renderNotice({ title: "通知", paragraphs: ["请看附件。"], file }).text).toBe("通知\n\n请看附件。\n\n附件“通知.pdf”不能在这里转发，请向办公室索取。");
  });
  test("半个代理对不会送出，一个字不断成两半", () => {
    expect(renderNotice({ title: "提醒", paragraphs: ["😀".repeat(2500)], footer: "完" }).text).toMatch(/😀……\n\n完$/u);
    expect(renderNotice({ title: "\uD83D提醒", paragraphs: [`${"学".repeat(4088)}😀😀😀`] }).text).not.toMatch(/\p{Surrogate}/u);
  });
});
