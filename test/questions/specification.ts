import { expect, test } from "vitest";
import type { Answer, Behaviour } from "../../src/core/answer/index.ts";
import { matchText } from "../../src/core/search/match-text.ts";
import { ordinalsOf, type TestAssistant, textOf } from "./assistant.ts";

/** What an answer must be. What is not given is not looked at. */
export interface Expected {
  readonly behaviour: Behaviour;
  /** Ordinals of its tasks, all of them, in order. */
  readonly items?: readonly number[];
  readonly units?: readonly string[];
  readonly number?: number | null;
  /** Words that a reader must see, full-width and half-width marks taken for the same. */
  readonly shows?: readonly string[];
  /** Words that the line with the reading must have. */
  readonly understood?: string;
}

/** A conversation, its turns apart by ▶, and what the answer to its last turn must be. */
export type Row = readonly [conversation: string, expected: Expected];

/** One test a row, by the conversation's name. Every answer is also honest: quotes are slices, «not found» gives nothing away. */
export function specify(assistant: TestAssistant, rows: readonly Row[]): void {
  test.each(rows)("%s", async (conversation, expected) => {
    const answer = await assistant.ask(conversation);
    const { behaviour, items, units, number } = expected;
    expect({
      behaviour: answer.behaviour,
      ...(items && { items: ordinalsOf(answer) }),
      ...(units && { units: answer.units }),
      ...(number !== undefined && { number: answer.number }),
    }).toEqual({ behaviour, ...(items && { items }), ...(units && { units }), ...(number !== undefined && { number }) });
    for (const words of expected.shows ?? []) expect(matchText(textOf(answer))).toContain(matchText(words));
    if (expected.understood !== undefined) expect(matchText(answer.understood)).toContain(matchText(expected.understood));
    expectHonest(answer, assistant);
  });
}

/** What holds for every answer there is. */
export function expectHonest(answer: Answer, { stored }: Pick<TestAssistant, "stored">): void {
  for (const { document, start, end, quote } of answer.citations) {
    expect(quote).not.toBe("");
    expect(stored.documents.find(({ id }) => id === document)?.source.slice(start, end)).toBe(quote);
  }
  if (answer.behaviour === "not_found")
    expect({ items: answer.items, units: answer.units, number: answer.number, citations: answer.citations }).toEqual({
      items: [],
      units: [],
      number: null,
      citations: [],
    });
  if (answer.behaviour === "list" && answer.items.length > 0) expect(textOf(answer).split("\n")[0]).toContain(`${answer.items.length}项`);
  expect(answer.understood).not.toBe("");
}

/** The whole set of tasks, and no other. */
export function list(items: readonly number[], ...shows: readonly string[]): Expected {
  return { behaviour: "list", items, shows };
}

/** The set, counted. */
export function count(items: readonly number[]): Expected {
  return { behaviour: "number", items, number: items.length, shows: [`共${items.length}项`] };
}

/** The units of these tasks. */
export function units(names: readonly string[], items: readonly number[]): Expected {
  return { behaviour: "units", units: names, items, shows: names };
}

/** Words of a document; the tasks that they stand in. */
export function text(items: readonly number[], ...shows: readonly string[]): Expected {
  return { behaviour: "text", items, shows };
}

/** A figure that a document prints; null for an approximate one. */
export function figure(number: number | null, ...shows: readonly string[]): Expected {
  return { behaviour: "number", number, shows };
}

/** An honest no, with what was looked for. */
export function notFound(...shows: readonly string[]): Expected {
  return { behaviour: "not_found", shows };
}
