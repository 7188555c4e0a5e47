import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Answer, pagesOf, renderPlainText } from "../../src/core/answer/index.ts";
import { createSeedsAssistant, textOf } from "./assistant.ts";
import { expectHonest } from "./specification.ts";

const assistant = await createSeedsAssistant();

interface GoldLine {
  readonly id: string;
  readonly turns: readonly { readonly q: string }[];
}
const conversations = readFileSync(new URL("own-a.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as GoldLine);
const answers = new Map<string, readonly Answer[]>();
for (const { id, turns } of conversations) answers.set(id, await assistant.converse(...turns.map(({ q }) => q)));
const every = [...answers].flatMap(([id, given]) => given.map((answer, index) => [`${id} 第${index + 1}轮`, answer] as const));

/** Entry blocks that stand for a task. */
const rowsOf = ({ blocks }: Answer): readonly number[] => blocks.flatMap((block) => (block.kind === "entry" && block.item !== undefined ? [block.item] : []));

describe("每一个回答都守的规矩", () => {
  test("引文是原文的一段;「没有」不带任何东西;清单头一行说总数", () => {
    for (const [, answer] of every) expectHonest(answer, assistant);
  });

  test("第一页不超过 4096 字", () => {
    for (const [name, answer] of every) expect(renderPlainText(answer).length, name).toBeLessThanOrEqual(4096);
  });

  test("所有页合起来,一块不少,一块不拆", () => {
    for (const [name, answer] of every)
      expect(
        pagesOf(answer, 600).flatMap(({ blocks }) => blocks),
        name,
      ).toEqual(answer.blocks);
  });

  test("清单印出的行就是它的任务,一行不多,一行不少", () => {
    for (const [name, answer] of every) {
      if (answer.behaviour !== "list" || answer.items.length === 0) continue;
      expect(rowsOf(answer), name).toEqual(answer.items.map((_, index) => index));
      for (const { label, title } of answer.items) expect(textOf(answer), name).toContain(`${label}${title}`);
    }
  });

  test("每个单位、每条引文都让读者看见", () => {
    for (const [name, answer] of every) {
      for (const unit of answer.units) if (answer.behaviour === "units") expect(textOf(answer), name).toContain(unit);
      if (answer.behaviour !== "text") continue;
      for (const { quote } of answer.citations)
        expect(
          quote.split("\n").every((line) => textOf(answer).includes(line)),
          name,
        ).toBe(true);
    }
  });

  test("任务的编号、标题与台账相同", () => {
    const tasks = new Map(assistant.stored.ledger.flatMap((entry) => entry.tasks.map((task) => [`${task.documentId} ${task.ordinal}`, task] as const)));
    for (const [name, { items }] of every) {
      for (const { document, ordinal, label, title } of items) expect(tasks.get(`${document} ${ordinal}`), name).toMatchObject({ label, title });
    }
  });

  test("块里指的引文和任务都在", () => {
    for (const [name, { blocks, citations, items }] of every) {
      for (const block of blocks) {
        if ("citation" in block && block.citation !== undefined) expect(citations[block.citation], name).toBeDefined();
        if (block.kind === "entry" && block.item !== undefined) expect(items[block.item], name).toBeDefined();
      }
    }
  });

  test("没有哪句话带着机器的话", () => {
    for (const [name, answer] of every) expect(textOf(answer), name).not.toMatch(/undefined|NaN|\[object|null/u);
  });

  test("同样的话再问一遍,回答一字不差", async () => {
    for (const { id, turns } of conversations) expect(await assistant.converse(...turns.map(({ q }) => q)), id).toEqual(answers.get(id));
  });
});
