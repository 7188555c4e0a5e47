import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pagesOf } from "../../src/core/answer/index.ts";
import { plainBlock, understoodLine } from "../../src/core/answer/render.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { answerAt, followUp } from "./page-text.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);

interface Row {
  readonly id: string;
  readonly turns: readonly { readonly q: string }[];
}

const tables = readdirSync(join(import.meta.dirname, "../questions")).filter((name) => name.endsWith(".jsonl"));
const all = tables.flatMap((table) =>
  readFileSync(join(import.meta.dirname, "../questions", table), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line): Row => JSON.parse(line))
    .filter(({ turns }) => turns.every(({ q }) => q.trim() !== "" && q.length <= 1000)),
);
/** Questions from all tables, and conversations. */
const rows = [
  ...all.filter(({ turns }) => turns.length === 1).filter((_, index) => index % 12 === 0),
  ...all.filter(({ turns }) => turns.length > 1).slice(0, 40),
];

test("问题表里的问答，网页和终端逐字相同，追问也是", async () => {
  expect(rows.length).toBeGreaterThan(150);
  expect(rows.filter(({ turns }) => turns.length > 1).length).toBeGreaterThan(5);
  for (const { id, turns } of rows) {
    const answers = await seeds.converse(...turns.map(({ q }) => q.trim()));
    let path = "";
    let before: Awaited<ReturnType<typeof answerAt>> | undefined;
    for (const [index, { q }] of turns.entries()) {
      path = before ? await followUp(web, before.page, q) : `/ask?q=${encodeURIComponent(q)}`;
      before = await answerAt(web, path);
      const answer = answers[index];
      if (!answer) throw new Error("a turn has an answer");
      const printed = pagesOf(answer).flatMap(({ blocks }) => blocks.map((block) => plainBlock(answer, block)));
      if (printed.length === 0) continue;
      expect({ id, q, lines: before.lines, understood: before.understood }).toEqual({
        id,
        q,
        lines: printed,
        understood: answer.understood === "" ? "" : understoodLine(answer),
      });
    }
  }
});
