import { expect, test } from "vitest";
import { createSeedsAssistant } from "../../test/questions/assistant.ts";
import { createFigures } from "../adapters/metrics/prometheus.ts";
import { rememberAnswers } from "./answer-cache.ts";
import type { Assistant } from "./ask.ts";
import { countAnswers, countSends } from "./figures.ts";
import type { NoticeSender, SendResult } from "./office/outbox.ts";

const { assistant } = await createSeedsAssistant();
const QUESTION = "县司法局负责哪些任务";
const createCounted = () => createFigures({ corpus: () => assistant.corpus(), outboxCount: () => Promise.resolve(undefined) });
const linesOf = async (figures: ReturnType<typeof createCounted>): Promise<readonly string[]> => (await figures.print()).text.split("\n");

test("记住的答案也数，另外分出来；在哪个平台上先问的都一样", async () => {
  const figures = createCounted();
  const remembering = rememberAnswers(assistant, () => "2026-01-01");
  const [page, telegram] = [countAnswers(remembering, figures, "page"), countAnswers(remembering, figures, "telegram")];
  const first = await page.ask(QUESTION, undefined);
  expect(await page.ask(QUESTION, undefined)).toBe(first);
  expect(await telegram.ask(QUESTION, undefined)).toBe(first);
  expect(await linesOf(figures)).toEqual(
    expect.arrayContaining([
      'mingbai_answers_total{platform="page",kind="tasks",behaviour="list",from="documents"} 1',
      'mingbai_answers_total{platform="page",kind="tasks",behaviour="list",from="memory"} 1',
      'mingbai_answers_total{platform="telegram",kind="tasks",behaviour="list",from="memory"} 1',
      'mingbai_answer_seconds_count{platform="page"} 1',
    ]),
  );
});

test("没有答成的也数，错误照样传出去", async () => {
  const figures = createCounted();
  const broken: Assistant = { ...assistant, ask: () => Promise.reject(new Error("index is gone")) };
  const failing = countAnswers(broken, figures, "terminal");
  await expect(failing.ask(QUESTION, undefined)).rejects.toThrow("index is gone");
  expect(await linesOf(figures)).toContain('mingbai_answers_total{platform="terminal",kind="none",behaviour="failed",from="documents"} 1');
});

test("发出的消息按平台和结果数，发的人还是原来的本事", async () => {
  const figures = createCounted();
  const results: SendResult[] = [
    { kind: "accepted", messageId: "1" },
    { kind: "accepted", messageId: "2" },
    { kind: "refused", failure: "群没有了", gone: true },
  ];
  const sender: NoticeSender = {
    platform: "wecom",
    send: () => Promise.resolve(results.shift() ?? { kind: "refused", failure: "", gone: false }),
    recall: () => Promise.resolve(true),
    delayMs: () => 7,
  };
  const counted = countSends(sender, figures);
  for (let count = 0; count < 3; count += 1) await counted.send("wecom:群", { title: "通知", paragraphs: [] }, new AbortController().signal, "1");
  expect([counted.delayMs?.("wecom:群"), await counted.recall("wecom:群", "1")]).toEqual([7, true]);
  expect(await linesOf(figures)).toEqual(
    expect.arrayContaining(['mingbai_sends_total{platform="wecom",result="accepted"} 2', 'mingbai_sends_total{platform="wecom",result="refused"} 1']),
  );
});

test("存储没有用到：不报它好坏；读不出：报 0", async () => {
  expect((await linesOf(createCounted())).some((line) => line.startsWith("mingbai_store_up "))).toBe(false);
  const broken = createFigures({ corpus: () => assistant.corpus(), outboxCount: () => Promise.reject(new Error("locked")) });
  expect(await linesOf(broken)).toContain("mingbai_store_up 0");
});
