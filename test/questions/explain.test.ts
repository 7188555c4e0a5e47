import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderPlainText } from "../../src/core/answer/index.ts";
import { createSeedsAssistant } from "./assistant.ts";

const { assistant } = await createSeedsAssistant();
const conversations = readFileSync(new URL("own-a.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => (JSON.parse(line) as { turns: { q: string }[] }).turns.map(({ q }) => q));

test("每一问都说得出怎么查的：不超过 1500 字，没有一处核对不上，也不带答案以外的东西", async () => {
  for (const turns of conversations) {
    let state: unknown;
    for (const question of turns) {
      const explained = await assistant.explain(question, state);
      const text = renderPlainText(explained, 1, Number.MAX_SAFE_INTEGER);
      expect(text.startsWith("怎么查的\n"), question).toBe(true);
      expect(text.length, question).toBeLessThanOrEqual(1500);
      expect(text, question).not.toContain("不一致");
      expect(text, question).not.toMatch(/undefined|NaN|null/u);
      expect(explained, question).toMatchObject({ behaviour: "text", items: [], citations: [] });
      ({ state } = await assistant.ask(question, state));
    }
  }
});

test("问怎么查的，不改变对话", async () => {
  const { state } = await assistant.ask("县司法局负责哪些任务", undefined);
  const kept = JSON.stringify(state);
  await assistant.explain("那发改委呢", state);
  expect(JSON.stringify(state)).toBe(kept);
});
