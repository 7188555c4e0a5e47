import { describe, expect, test } from "vitest";
import { createSeedsAssistant, ordinalsOf, textOf } from "./assistant.ts";
import { expectHonest } from "./specification.ts";

const assistant = await createSeedsAssistant();

describe("用英文问,用英文说怎么读的,答还是文件的原话", () => {
  test.each([
    ["What tasks does the Finance Bureau have?", "西平县 2020 · tasks of 县财政局", [4, 18, 24, 27]],
    ["How many tasks does the Audit Bureau have?", "西平县 2020 · number of tasks of 县审计局", [24, 25]],
    ["What is item 21?", "西平县 2020 · task 21 · text", [21]],
    ["What tasks does the Finance Bureau have? ▶ What about the Audit Bureau?", "西平县 2020 · tasks of 县审计局", [24, 25]],
  ])("%s → %s", async (question, line, ordinals) => {
    const answer = await assistant.ask(question);
    expect(answer.understood).toBe(line);
    expect(ordinalsOf(answer)).toEqual(ordinals);
    expect(textOf(answer)).toContain(`〔Understood as: ${line}〕`);
    expectHonest(answer, assistant);
  });

  test.each(["县财政局有哪些任务", "縣財政局有哪些任務", "财政局 tasks 有哪些", "What tasks does the Finance Bureau have? ▶ 那审计局呢"])(
    "「%s」用中文说",
    async (question) => {
      const answer = await assistant.ask(question);
      expect(answer.understood).toContain("列出任务");
      expect(textOf(answer)).toContain("〔理解为：");
    },
  );

  test("一大段英文里正好一问", async () => {
    const letter = "Dear colleagues, the Justice Bureau sends its regards and wishes you all well. ".repeat(8);
    expect(ordinalsOf(await assistant.ask(`${letter}Which tasks does the Audit Bureau have? ${letter}`))).toEqual([24, 25]);
    expect(ordinalsOf(await assistant.ask(letter))).toEqual([]);
  });
});
