import { expect, test } from "vitest";
import { createSeedsAssistant } from "../../test/questions/assistant.ts";
import { rememberAnswers } from "./answer-cache.ts";
import type { Assistant } from "./ask.ts";

const { assistant } = await createSeedsAssistant();
const QUESTION = "县司法局负责哪些任务";

/** The real assistant, with a note of every question that reached it. */
function notingAssistant(): { readonly noted: Assistant; readonly reached: string[] } {
  const reached: string[] = [];
  const noted: Assistant = {
    ...assistant,
    ask(question, state) {
      reached.push(question);
      return assistant.ask(question, state);
    },
    units() {
      reached.push("units");
      return assistant.units();
    },
    documents() {
      reached.push("documents");
      return assistant.documents();
    },
  };
  return { noted, reached };
}

test("同样的话再问，只答一次，答案就是那一个", async () => {
  const { noted, reached } = notingAssistant();
  const remembering = rememberAnswers(noted, () => "2026-01-01");
  const first = await remembering.ask(QUESTION, undefined);
  expect(await remembering.ask(QUESTION, null)).toBe(first);
  expect(first).toEqual(await assistant.ask(QUESTION, undefined));
  expect(reached).toEqual([QUESTION]);
});

test("从存储里读回来的上文也算同样的上文", async () => {
  const { noted, reached } = notingAssistant();
  const remembering = rememberAnswers(noted, () => "2026-01-01");
  const { state } = await remembering.ask(QUESTION, undefined);
  const followUp = await remembering.ask("那发改委呢", state);
  expect(await remembering.ask("那发改委呢", JSON.parse(JSON.stringify(state)))).toBe(followUp);
  expect(reached).toEqual([QUESTION, "那发改委呢"]);
});

test("上文不同，答案不混", async () => {
  const remembering = rememberAnswers(assistant, () => "2026-01-01");
  const afterDuties = await remembering.ask(QUESTION, undefined);
  const afterCount = await remembering.ask("司法局有几项任务", undefined);
  for (const { state } of [afterDuties, afterCount, afterDuties]) {
    expect(await remembering.ask("那财政局呢", state)).toEqual(await assistant.ask("那财政局呢", state));
  }
});

test("问了许多别的，旧的就忘了，再问还是那个答案", async () => {
  const { noted, reached } = notingAssistant();
  const remembering = rememberAnswers(noted, () => "2026-01-01");
  const first = await remembering.ask(QUESTION, undefined);
  for (let number = 1; number <= 500; number += 1) await remembering.ask(`第${number}项`, undefined);
  expect(await remembering.ask(QUESTION, undefined)).toEqual(first);
  expect(reached.filter((question) => question === QUESTION)).toHaveLength(2);
});

test("单位和文件的清单也只列一次", async () => {
  const { noted, reached } = notingAssistant();
  const remembering = rememberAnswers(noted, () => "2026-01-01");
  expect(await remembering.units()).toBe(await remembering.units());
  expect(await remembering.documents()).toBe(await remembering.documents());
  expect(reached).toEqual(["units", "documents"]);
});

test("没答成的不记，下一次照问", async () => {
  let failures = 1;
  const failing = (): Promise<void> => (failures-- > 0 ? Promise.reject(new Error("索引读不出来")) : Promise.resolve());
  const flaky: Assistant = {
    ...assistant,
    ask: (question, state) => failing().then(() => assistant.ask(question, state)),
    units: () => failing().then(() => assistant.units()),
    documents: () => failing().then(() => assistant.documents()),
  };
  for (const call of ["ask", "units", "documents"] as const) {
    failures = 1;
    const remembering = rememberAnswers(flaky, () => "2026-01-01");
    await expect(remembering[call](QUESTION, undefined)).rejects.toThrow("索引读不出来");
    await expect(remembering[call](QUESTION, undefined)).resolves.toBeDefined();
  }
});
