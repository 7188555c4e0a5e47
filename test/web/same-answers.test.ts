import { expect, test } from "vitest";
import { pagesOf } from "../../src/core/answer/index.ts";
import { plainBlock, understoodLine } from "../../src/core/answer/render.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { answerAt, followUp } from "./page-text.ts";
import { questionRows } from "./question-rows.ts";
import { createTestWeb } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);

const rows = questionRows();

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
