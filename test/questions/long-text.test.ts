import { describe, expect, test } from "vitest";
import { createSeedsAssistant, ordinalsOf } from "./assistant.ts";
import { expectHonest } from "./specification.ts";

const assistant = await createSeedsAssistant();

describe("五千字里正好有一问", () => {
  const source = assistant.stored.documents.map((document) => document.source).join("\n");
  const before = source.slice(0, 2400);
  const after = source.slice(-2400);

  test("答这一问", async () => {
    const answer = await assistant.ask(`${before}\n县审计局有哪些任务?\n${after}`);
    expect(ordinalsOf(answer)).toEqual([24, 25]);
    expectHonest(answer, assistant);
  });
  test.each(["", "县审计局有哪些任务?\n县财政局有哪些任务?"])("%j 不答", async (asked) =>
    expect((await assistant.ask(`${before}\n${asked}\n${after}`)).behaviour).toBe("not_found"),
  );
  test("接着问", async () => {
    const [, answer] = await assistant.converse(`${before}\n县审计局有哪些任务?\n${after}`, "那财政局呢");
    expect(answer && ordinalsOf(answer)).toEqual([4, 18, 24, 27]);
  });
});
