import { expect, test } from "vitest";
import { toContractAnswer } from "../../src/cli/contract-answer.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { questionRows } from "./question-rows.ts";
import { createTestWeb, send } from "./server.ts";

const seeds = await createSeedsAssistant();
const web = await createTestWeb(seeds);
const corpus = await seeds.assistant.corpus();

/** A conversation over HTTP: by address and by body in turn, the state carried along. */
async function converse(turns: readonly string[]) {
  const answers = [];
  let state: string | null = null;
  for (const [index, q] of turns.entries()) {
    const query: string = new URLSearchParams({ q, ...(state !== null && { state }) }).toString();
    const { status, text } =
      index % 2 === 0
        ? await web.get(`/api/v1/ask?${query}`)
        : await send(web.local, "POST", "/api/v1/ask", { "content-type": "application/json" }, JSON.stringify({ q, state }));
    expect(status).toBe(200);
    const answer = JSON.parse(text);
    state = answer.state;
    answers.push(answer);
  }
  return answers;
}

test("问题表里的问答，HTTP API 和 ask --jsonl 一样，追问也是；引文都是原文", async () => {
  const rows = questionRows();
  expect(rows.length).toBeGreaterThan(150);
  for (const { id, turns } of rows) {
    const questions = turns.map(({ q }) => q.trim());
    const expected = (await seeds.converse(...questions)).map(toContractAnswer);
    const answers = await converse(questions);
    for (const [index, answer] of answers.entries()) {
      const { state: _state, blocks: _blocks, otherYears: _otherYears, citations, ...fields } = answer;
      const places = citations.map(({ place: _place, ...citation }: { place: string }) => citation);
      expect({ id, ...fields, citations: places }).toEqual({ id, ...expected[index] });
      for (const { document, start, end, quote } of citations) expect(corpus.document(document)?.source.slice(start, end)).toBe(quote);
    }
  }
});
