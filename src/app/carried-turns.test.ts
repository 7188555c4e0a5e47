import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../../test/questions/assistant.ts";
import { askCarried, type CarriedTurns, canBeCarried } from "./carried-turns.ts";

const { assistant, converse } = await createSeedsAssistant();

async function carry(turns: readonly string[]) {
  let carried: CarriedTurns = [];
  const answers = [];
  for (const turn of turns) {
    const turned = await askCarried(assistant, turn, carried);
    answers.push(turned.answer);
    carried = turned.turns;
  }
  return { answers, carried };
}

describe("askCarried 会话由提问的一方带着走", () => {
  test.each([
    [["县司法局负责哪些任务", "那发改委呢", "第二个详细说说", "原文"]],
    [["县司法局负责哪些任务", "牵头的有几项", "行政复议由谁负责", "那法治宣传呢"]],
    [["县司法局负责哪些任务", "", "还有呢", "那发改委呢"]],
    [["那发改委呢", "县司法局负责哪些任务"]],
  ])("%j：与存着会话时答得一样", async (turns) => {
    expect((await carry(turns)).answers).toEqual(await converse(...turns));
  });

  test("只带用得着的问题：不靠前面的一问，从它重新开始", async () => {
    const two = ["县司法局负责哪些任务", "第二个详细说说"];
    expect((await carry(two)).carried).toEqual(two);
    expect((await carry([...two, "行政复议由谁负责"])).carried).toEqual(["行政复议由谁负责"]);
    expect((await carry(["县司法局负责哪些任务", ""])).carried).toEqual(["县司法局负责哪些任务"]);
    expect((await carry([""])).carried).toEqual([]);
  });

  test("带得太多：从头开始，不出错", async () => {
    const many = Array.from({ length: 40 }, (_, index) => (index % 2 === 0 ? "那发改委呢" : "那县财政局呢"));
    const { carried } = await carry(["县司法局负责哪些任务", ...many]);
    expect(canBeCarried(carried)).toBe(true);
    expect(canBeCarried(Array.from({ length: 21 }, () => "甲"))).toBe(false);
    expect(canBeCarried(["长".repeat(8001)])).toBe(false);
  });
});
