import { describe, expect, test } from "vitest";
import { createTestAssistant, ordinalsOf, textOf } from "./assistant.ts";
import { ROLES_PLAN } from "./roles-plan.ts";

const FILE = { id: "songyuan-2022", file: "songyuan.txt", text: ROLES_PLAN, tables: [], region: "松源县", year: 2022, title: undefined };
const { ask } = await createTestAssistant(() => ({
  stamp: "",
  digest: () => Promise.resolve("roles"),
  read: () => Promise.resolve({ files: [FILE], problems: [] }),
}));

const list = async (question: string) => ordinalsOf(await ask(question));

describe("每个单位各有身份", () => {
  test.each([
    ["司法局牵头的有哪些", [1, 4, 6, 7]],
    ["牵头单位是司法局的任务", [1, 4, 6, 7]],
    ["由司法局来牵头的有哪些任务", [1, 4, 6, 7]],
    ["发改委配合的任务", [1, 2, 5, 6, 8]],
    ["司法局牵头、发改委配合的任务", [1, 6]],
    ["司法局牵头、发改委参加的任务", [1, 6]],
    ["司法局配合、发改委也参与的", [2, 8]],
    ["市场监管局牵头但没有财政局的任务", [5]],
    ["司法局牵头或者发改委牵头的", [1, 3, 4, 6, 7]],
    ["司法局参与但不牵头的任务", [2, 8]],
    ["第一部分里司法局牵头的", [1]],
    ["优化营商环境部分发改委参与的", [1, 2, 3]],
    ["司法局牵头的任务里上半年要完成的", [1]],
    ["司法局牵头的▶发改委呢", [3]],
    ["司法局牵头的▶有公安局的", [4, 6]],
    ["司法局负责哪些▶只看牵头的", [1, 4, 6, 7]],
    ["司法局负责哪些▶只看配合的", [2, 8]],
    ["发改委有、公安局没有的是哪些任务", [1, 2, 3, 5]],
    ["责任单位里排在头一个的就是司法局,这样的任务有哪些", [1, 4, 6, 7]],
    ["司法局有哪些任务▶有信访局的那条不要", [1, 2, 4, 6]],
  ])("%s → %j", async (question, ordinals) => expect(await list(question)).toEqual(ordinals));

  test("条件合在一起数", async () => {
    const answer = await ask("司法局牵头、发改委参加、年底前要完成的有几项");
    expect(answer).toMatchObject({ behaviour: "number", number: 2 });
    expect(answer.understood).toBe("松源县2022年 · 县司法局牵头 · 县发改委参与 · 2022-12-31前到期 · 数任务");
  });

  test.each([
    ["司法局牵头的任务都有哪些单位配合", ["县发改委", "县财政局", "县公安局", "县城管局", "县信访局"]],
    ["由谁配合司法局", ["县发改委", "县财政局", "县公安局", "县城管局", "县信访局"]],
    ["和司法局一起干活的单位有哪些", ["县发改委", "县财政局", "县政务服务局", "县公安局", "县城管局", "县信访局"]],
    ["第二部分哪些单位牵头", ["县司法局", "县市场监管局"]],
    ["(二)至(四)的牵头单位", ["县政务服务局", "县发改委", "县司法局"]],
    ["清理政务服务事项谁配合", ["县发改委", "县财政局"]],
    ["牵头最多的是哪个单位", ["县司法局"]],
    ["县公安局有什么任务▶除了它,第一个还有谁一起负责", ["县司法局", "县城管局"]],
  ])("%s → %j", async (question, units) => expect((await ask(question)).units).toEqual(units));

  test("牵头几项、配合几项分别数；比另一家多几项是算出来的，并这样说", async () => {
    expect(textOf(await ask("司法局牵头几项配合几项"))).toContain("其中牵头4项，配合2项");
    expect(textOf(await ask("第二部分和第三部分各有几项"))).toContain("二、规范行政执法3项，三、化解矛盾纠纷2项");
    const difference = await ask("司法局比公安局多几项任务");
    expect(difference.number).toBe(3);
    expect(textOf(difference)).toContain("县司法局6项，县公安局3项，相差3项");
    expect(textOf(difference)).toContain("原文没有印这个数");
  });
});

describe("时间、次数、编号、文号", () => {
  test.each([
    ["10月以后到期的任务", [2, 6]],
    ["6月到11月之间到期的有哪些", [1, 5, 6]],
    ["11月到期的任务", [6]],
    ["下半年要完成的", [2, 6]],
    ["要求至少4次的任务", [8]],
    ["写着“至少”多少次的任务有哪些", [3, 4, 8]],
    ["有时限要求的任务有哪些", [1, 2, 3, 4, 5, 6, 7, 8]],
    ["没有写期限的任务", []],
    ["长期坚持的任务", [7]],
    ["本季度要完成的", []],
    ["第三到第五项是什么", [3, 4, 5]],
    ["前三项任务", [1, 2, 3]],
    ["最后两项任务", [7, 8]],
    ["引用了松政发〔2021〕3号的任务有哪些", [4]],
    ["带书名号的任务有哪些", [4]],
    ["写了“清单”或者“事项”的任务有哪些", [1, 2, 8]],
    ["只有两家单位的任务", [5, 7]],
  ])("%s → %j", async (question, ordinals) => expect(await list(question)).toEqual(ordinals));
});
