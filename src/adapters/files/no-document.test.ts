import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isNoDocument } from "./no-document.ts";

describe("isNoDocument", () => {
  test.each([
    ["一句通知", "关于放假的通知\n各科室:\n国庆放假七天。"],
    ["散文", "春天来了，山上的花都开了。孩子们在河边放风筝，老人坐在门口晒太阳。"],
    ["数字多的表", `指标\t一季度\t二季度\n${"1203.55\t98.7%\t12\n".repeat(20)}${"企业数量\t增加\n".repeat(6)}`],
    ["半角标点", "云政办[2021]5号\n(一)工作任务:清理(20)个系统;责任单位:县大数据局,县公安局."],
    ["带英文缩写和网址", "各单位登录https://example.com/login?id=1&from=oa填报APP、OA、VPN使用情况，县大数据局汇总。"],
  ])("%s是文件", (_name, text) => expect(isNoDocument(text)).toBe(false));

  test.each([
    ["外文", "The quick brown fox jumps over the lazy dog. ".repeat(20)],
    ["程序", "const total = rows.map((row) => row.count).reduce((a, b) => a + b, 0); // 合计\n".repeat(10)],
    ["JSON", JSON.stringify({ name: "mingbai", 标题: "要点", list: Array.from({ length: 50 }, (_, index) => ({ id: index })) })],
    ["样式表", ".title { color: red; margin: 0 auto; } /* 标题 */\n".repeat(10)],
    ["数字", "1 2 3 4 5\n".repeat(50)],
  ])("%s不是文件", (_name, text) => expect(isNoDocument(text)).toBe(true));

  test("自带的文件当然是", () => {
    for (const name of ["xiping-2020-rule-of-law-plan", "nanchang-2019-rule-of-law-report"]) {
      expect(isNoDocument(readFileSync(new URL(`../../../seeds/${name}.txt`, import.meta.url), "utf8"))).toBe(false);
    }
  });
});
