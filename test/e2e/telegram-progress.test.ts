import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { NoticeTask } from "../../src/core/reminders/notice.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, pressed, pressedData, privateText } from "./telegram-updates.ts";

const { assistant } = await createSeedsAssistant();

const LIAISON = { id: 700301, is_bot: false, first_name: "某人" } as const;
const OTHER_LIAISON = { id: 700302, is_bot: false, first_name: "某人" } as const;
const ADMIN = { id: 700303, is_bot: false, first_name: "某人" } as const;
const UNIT = "县司法局";
const GROUP = `telegram:${GROUP_ID}`;

const textOf = ({ payload }: ApiCall): string => String(payload["text"]);
const rowsOf = ({ payload }: ApiCall): readonly (readonly string[])[] =>
  (payload["reply_markup"] as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];
const taskOf = (ordinal: number): NoticeTask => ({ documentId: "xiping-2020", ordinal, unit: UNIT });

async function createOffice(): Promise<Bench> {
  const bench = await createBench();
  await bench.start({ admins: [ADMIN.id], delivers: true }, assistant);
  await bench.store.saveGrant({ person: `telegram:${LIAISON.id}`, role: "liaison", unit: UNIT });
  await bench.store.saveGrant({ person: `telegram:${OTHER_LIAISON.id}`, role: "liaison", unit: "县教育局" });
  return bench;
}

/** A reminder delivered to the group; gives its message. */
async function reminded(bench: Bench, tasks: readonly NoticeTask[]): Promise<{ readonly call: ApiCall; readonly messageId: number }> {
  const row = {
    what: "digest",
    occasion: "2020-12-01",
    chat: GROUP,
    notice: { title: "提醒", paragraphs: ["到期"], tasks },
    notBeforeMs: 0,
    expiresAtMs: undefined,
  };
  await bench.store.putIntoOutbox([row], Date.now());
  bench.wakeDelivery();
  const call = await bench.server.next("sendMessage");
  for (;;) {
    const [sent] = await bench.store.outboxRows({ state: "sent" });
    if (sent?.messageId !== undefined) return { call, messageId: Number(sent.messageId) };
  }
}

async function told(bench: Bench, update: Omit<Update, "update_id">): Promise<string> {
  bench.server.push(update);
  return String((await bench.server.next("answerCallbackQuery")).payload["text"]);
}

async function answerTo(bench: Bench, update: Omit<Update, "update_id">): Promise<ApiCall> {
  bench.server.push(update);
  return await bench.server.next("sendMessage");
}

const recordsOf = async (bench: Bench) => (await bench.store.progress({})).map(({ ordinal, unit, state, note }) => ({ ordinal, unit, state, note }));

describe("提醒下面的办理情况", () => {
  test("一项任务：三个按键；联络员按了就记下并打勾，管理员也可以", async () => {
    const bench = await createOffice();
    const { call } = await reminded(bench, [taskOf(1)]);
    expect(rowsOf(call)).toEqual([["知道了", "已办结", "需协调"]]);
    expect(await told(bench, pressed(call, "知道了", LIAISON))).toContain("已记下：知道了");
    expect(rowsOf(await bench.server.next("editMessageReplyMarkup"))).toEqual([["✓ 知道了", "已办结", "需协调"]]);
    expect(await told(bench, pressed(call, "已办结", ADMIN))).toContain("已记下：已办结");
    expect(await recordsOf(bench)).toEqual([{ ordinal: 1, unit: UNIT, state: "done", note: undefined }]);
    expect((await bench.store.auditEntries({})).filter(({ action }) => action === "progress")).toHaveLength(2);
  });
  test("别人按了不算，顺带说明谁可以；别的单位的联络员也不算", async () => {
    const bench = await createOffice();
    const { call } = await reminded(bench, [taskOf(1)]);
    expect(await told(bench, pressed(call, "已办结", PERSON))).toContain("要由单位联络员或机器人管理员来做");
    expect(await told(bench, pressed(call, "已办结", OTHER_LIAISON))).toBe("没有记下：你是县教育局的联络员，这一项是县司法局的");
    expect(await recordsOf(bench)).toEqual([]);
  });
  test("多项任务：只有一个按键，打开清单，翻页，选一项再填，返回清单", async () => {
    const bench = await createOffice();
    const tasks = Array.from({ length: 10 }, (_, index) => taskOf(index + 1));
    const { call, messageId } = await reminded(bench, tasks);
    expect(rowsOf(call)).toEqual([["办理情况…"]]);
    bench.server.push(pressedData("pg:l:0:1", GROUP_ID, LIAISON, { message_id: messageId }));
    const list = await bench.server.next("sendMessage");
    expect(rowsOf(list)).toHaveLength(9);
    bench.server.push(pressed(list, "下一页", LIAISON));
    const second = await bench.server.next("editMessageText");
    expect(rowsOf(second)).toHaveLength(3);
    bench.server.push(pressed(second, rowsOf(second)[0]?.[0] ?? "", LIAISON));
    const view = await bench.server.next("editMessageText");
    expect(textOf(view)).toMatch(/^9\. .+\n《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）.+\n单位：县司法局\n[\s\S]*办理情况：没有填$/u);
    expect(rowsOf(view)).toEqual([["知道了", "已办结", "需协调"], ["返回清单"]]);
    bench.server.push(pressed(view, "需协调", LIAISON));
    const marked = await bench.server.next("editMessageText");
    expect(textOf(marked)).toMatch(/办理情况：需协调（联络员，\d{4}-\d\d-\d\d）\n要补充一句/u);
    expect(rowsOf(marked)[0]).toEqual(["知道了", "已办结", "✓ 需协调"]);
    bench.server.push(pressed(marked, "返回清单", LIAISON));
    expect(rowsOf(await bench.server.next("editMessageText"))).toHaveLength(9);
  });
  test("填过的，联络员回复这条消息就补充一句；提问的不算，没有权限的不算，太长的请删短", async () => {
    const bench = await createOffice();
    const { call } = await reminded(bench, [taskOf(1)]);
    const reply = (text: string, from: typeof LIAISON | typeof PERSON) =>
      groupText(text, {
        from,
        reply_to_message: { message_id: 6000, from: bench.server.me, chat: { id: GROUP_ID }, reply_markup: call.payload["reply_markup"] },
      });
    bench.server.push(reply("正在起草方案", LIAISON));
    await bench.server.next("sendMessage");
    await told(bench, pressed(call, "知道了", LIAISON));
    for (const [text, from] of [
      ["这项是哪个文件的？", LIAISON],
      ["正在起草方案", PERSON],
    ] as const)
      await answerTo(bench, reply(text, from));
    expect((await recordsOf(bench))[0]?.note).toBeUndefined();
    expect(textOf(await answerTo(bench, reply("长".repeat(201), LIAISON)))).toContain("最多 200 个字");
    expect(textOf(await answerTo(bench, reply("正在起草方案，\n=1+1", LIAISON)))).toContain("：正在起草方案， =1+1");
    expect(await recordsOf(bench)).toEqual([{ ordinal: 1, unit: UNIT, state: "known", note: "正在起草方案， =1+1" }]);
  });
});

describe("单项任务的答复下面", () => {
  test("联络员看到按键，按了另发一条确认；旁人看不到", async () => {
    const bench = await createOffice();
    const forMember = await answerTo(bench, privateText("第21项是什么"));
    expect(rowsOf(forMember).flat()).not.toContain("已办结");
    const answer = await answerTo(bench, privateText("第21项是什么", { from: LIAISON }));
    expect(rowsOf(answer).at(-1)).toEqual(["知道了", "已办结", "需协调"]);
    bench.server.push(pressed(answer, "已办结", LIAISON));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("办理情况：已办结（联络员");
    expect(await recordsOf(bench)).toEqual([{ ordinal: 21, unit: UNIT, state: "done", note: undefined }]);
  });
  test("管理员在没有绑定单位的会话里：任务点名几个单位，就先请说定", async () => {
    const bench = await createOffice();
    const answer = await answerTo(bench, privateText("第8项是什么", { from: ADMIN }));
    expect(await told(bench, pressed(answer, "已办结", ADMIN))).toContain("/bind");
  });
});

describe("/progress", () => {
  test("一个单位的表：任务、时限、情况、谁、哪天；不写姓名，写明不作考核", async () => {
    const bench = await createOffice();
    await bench.store.saveProgress({
      documentId: "xiping-2020",
      ordinal: 25,
      unit: "县统计局",
      state: "done",
      note: "已报送",
      person: `telegram:${LIAISON.id}`,
      atMs: Date.parse("2020-12-01T09:00:00+08:00"),
    });
    const table = textOf(await answerTo(bench, privateText("/progress 统计局", { from: ADMIN })));
    expect(table).toContain("县统计局的办理情况：1 项");
    expect(table).toContain("办理情况：已办结（联络员，2020-12-01）：已报送");
    expect(table).toContain("本功能不作考核依据");
    expect(table).not.toContain("某人");
  });
  test("联络员不写单位就是自己的单位；成员不能看", async () => {
    const bench = await createOffice();
    expect(textOf(await answerTo(bench, privateText("/progress", { from: LIAISON })))).toContain("县司法局的办理情况：29 项");
    expect(textOf(await answerTo(bench, privateText("/progress 县司法局")))).toContain("这件事没有做");
    expect(textOf(await answerTo(bench, privateText("/progress", { from: ADMIN })))).toContain("请写上单位名称");
    expect(textOf(await answerTo(bench, privateText("/progress 火星局办公室处", { from: ADMIN })))).toMatch(/没有认出|没有哪项任务/u);
  });
});

describe("答得好不好", () => {
  test("按了就记下问题，不记是谁；按键变成已记下", async () => {
    const bench = await createOffice();
    const answer = await answerTo(bench, privateText("县统计局负责什么"));
    expect(rowsOf(answer).at(-1)).toEqual(["👍", "👎", "答得不对"]);
    expect(await told(bench, pressed(answer, "答得不对"))).toContain("已记下");
    expect(rowsOf(await bench.server.next("editMessageReplyMarkup")).at(-1)).toEqual(["已记下"]);
    await told(bench, pressed(answer, "👍"));
    expect((await bench.store.feedback()).map(({ question, verdict, count }) => `${question} ${verdict} ${count}`).sort()).toEqual([
      "县统计局负责什么 disliked 1",
      "县统计局负责什么 liked 1",
    ]);
  });
  test("查不到的自动记下，电话隐去；管理员用 /misses 看", async () => {
    const bench = await createOffice();
    for (let turn = 0; turn < 2; turn += 1) await answerTo(bench, privateText("火星基地的电话13900000000归谁管"));
    const list = textOf(await answerTo(bench, privateText("/misses", { from: ADMIN })));
    expect(list).toContain("火星基地的电话＊＊＊归谁管（没有查到 2 次）");
    expect(list).not.toContain("13900000000");
    expect(textOf(await answerTo(bench, privateText("/misses")))).toContain("这件事没有做");
  });
});
