import type { Update } from "grammy/types";
import { describe, expect, test } from "vitest";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, type BenchSettings, createBench } from "./telegram-bench.ts";
import { groupText, PERSON, pressed, privateFile, privateText } from "./telegram-updates.ts";

const OTHER = { id: 700200, is_bot: false, first_name: "某人" } as const;
const SETTINGS: BenchSettings = { admins: [PERSON.id], delivers: true };
const NOTICE = "关于报送总结的通知\n各单位：\n请于月底前报送。";

const groupId = (number: number): number => -1001000000000 - number;
const groupName = (number: number): string => `telegram:${groupId(number)}`;
const textOf = ({ payload }: ApiCall): string => String(payload["text"]);
const rowsOf = ({ payload }: ApiCall): readonly (readonly string[])[] =>
  (payload["reply_markup"] as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard.map((row) => row.map(({ text }) => text)) ?? [];

/** A bot that delivers, run by PERSON, with so many groups. */
async function benchWithGroups(count: number, settings: BenchSettings = SETTINGS): Promise<Bench> {
  const bench = await createBench();
  await bench.start(settings);
  for (let number = 1; number <= count; number += 1) await bench.store.saveChat(groupName(number), { kind: "group", title: `第${number}群` });
  return bench;
}

const toMe = ({ payload }: ApiCall): boolean => payload["chat_id"] === PERSON.id;

async function answerTo(bench: Bench, update: Omit<Update, "update_id">): Promise<ApiCall> {
  bench.server.push(update);
  return await bench.server.next("sendMessage", toMe);
}

/** Presses a button; gives what the message becomes. */
async function shownAfter(bench: Bench, call: ApiCall, label: string): Promise<ApiCall> {
  bench.server.push(pressed(call, label));
  return await bench.server.next("editMessageText", (edited) => toMe(edited) && !textOf(edited).startsWith("已送达"));
}

async function toldAfter(bench: Bench, update: Omit<Update, "update_id">): Promise<string> {
  bench.server.push(update);
  return textOf(await bench.server.next("answerCallbackQuery", ({ payload }) => payload["text"] !== undefined));
}

/** Presses 现在; gives the preview and the question whether to send. */
async function previewAfter(bench: Bench, time: ApiCall, label = "现在"): Promise<{ readonly preview: ApiCall; readonly question: ApiCall }> {
  bench.server.push(pressed(time, label));
  return { preview: await bench.server.next("sendMessage", toMe), question: await bench.server.next("sendMessage", toMe) };
}

/** From the command to the question whether to send to all. */
async function askedToConfirm(bench: Bench, text = `/broadcast ${NOTICE}`): Promise<ApiCall> {
  const who = await answerTo(bench, privateText(text));
  const time = await shownAfter(bench, who, rowsOf(who)[0]?.[0] ?? "");
  return (await previewAfter(bench, time)).question;
}

const isOver = (call: ApiCall): boolean => toMe(call) && textOf(call).includes("发送结束");

async function broadcastToAll(bench: Bench, text?: string): Promise<ApiCall> {
  bench.server.push(pressed(await askedToConfirm(bench, text), "确认"));
  return await bench.server.next("editMessageText", isOver);
}

function sentTo(bench: Bench, chat: number, method = "sendMessage"): readonly ApiCall[] {
  return bench.server.calls.filter((call) => call.method === method && call.payload["chat_id"] === chat);
}

describe("群发 /broadcast", () => {
  test("写在命令后面：选对象、定时间、看样子、确认，每个群收到的和预览一样", async () => {
    const bench = await benchWithGroups(3);
    const who = await answerTo(bench, privateText(`/broadcast ${NOTICE}`));
    expect([textOf(who), rowsOf(who)]).toEqual(["发给谁？", [["全部（3）"], ["选几个群"], ["取消"]]]);
    const time = await shownAfter(bench, who, "全部（3）");
    expect(textOf(time)).toContain("发给 3 个群和人。什么时候发？");
    const { preview, question } = await previewAfter(bench, time);
    expect(preview.payload).toMatchObject({
      text: "关于报送总结的通知\n\n各单位：\n请于月底前报送。",
      entities: [{ type: "bold", offset: 0, length: 9 }],
    });
    expect(textOf(question)).toContain("现在发给 3 个群和人，确认吗？");
    expect(rowsOf(question)).toEqual([["确认", "取消"]]);
    expect(sentTo(bench, groupId(1))).toEqual([]);
    bench.server.push(pressed(question, "确认"));
    expect(textOf(await bench.server.next("editMessageText", isOver))).toBe("已送达 3/3。发送结束。");
    const { chat_id: _, ...shown } = preview.payload;
    for (const number of [1, 2, 3]) expect(sentTo(bench, groupId(number)).map(({ payload }) => payload)).toEqual([{ chat_id: groupId(number), ...shown }]);
    expect((await bench.store.auditEntries({})).map(({ action, result }) => `${action} ${result}`).sort()).toEqual(["broadcast done", "broadcast_draft done"]);
  });
  test("单发 /broadcast 先问要内容，重启以后接着等；文件按编号转发，说明照样", async () => {
    const bench = await benchWithGroups(1);
    expect(textOf(await answerTo(bench, privateText("/broadcast")))).toContain("请把通知发给我");
    await bench.start(SETTINGS);
    const who = await answerTo(bench, privateFile("file-1", "通知.pdf", {}));
    const time = await shownAfter(bench, who, "全部（1）");
    bench.server.push(pressed(time, "现在"));
    const preview = await bench.server.next("sendDocument", toMe);
    expect(preview.payload).toMatchObject({ document: "file-1", caption: "通知" });
    bench.server.push(pressed(await bench.server.next("sendMessage", toMe), "确认"));
    await bench.server.next("editMessageText", isOver);
    expect(sentTo(bench, groupId(1), "sendDocument").map(({ payload }) => payload["document"])).toEqual(["file-1"]);
  });
  test("回复一张带说明的图片：按图片发", async () => {
    const bench = await benchWithGroups(1);
    const photo = {
      message_id: 9,
      date: 1,
      chat: { id: PERSON.id, type: "private" },
      photo: [{ file_id: "small" }, { file_id: "large" }],
      caption: "请看图。",
    };
    const who = await answerTo(bench, privateText("/broadcast", { reply_to_message: photo }));
    bench.server.push(pressed(await shownAfter(bench, who, "全部（1）"), "现在"));
    expect((await bench.server.next("sendPhoto", toMe)).payload).toMatchObject({ photo: "large", caption: "通知\n\n请看图。" });
  });
  test("等内容时发来贴纸：说明只能发什么，接着等", async () => {
    const bench = await benchWithGroups(1);
    await answerTo(bench, privateText("/broadcast"));
    expect(textOf(await answerTo(bench, privateText("", { text: undefined, sticker: { file_id: "s" } })))).toContain("只能群发文字、文件和图片");
    expect(textOf(await answerTo(bench, privateText("请报送。")))).toBe("发给谁？");
  });
  test("等内容时发命令：命令照办，不当作通知", async () => {
    const bench = await benchWithGroups(1);
    await answerTo(bench, privateText("/broadcast"));
    expect(textOf(await answerTo(bench, privateText("/ask 第21项")))).toContain("坚持依法行政");
    expect(textOf(await answerTo(bench, privateText("第21项")))).toContain("坚持依法行政");
  });
  test("过了半小时不再等，来的是问题", async () => {
    const bench = await benchWithGroups(1);
    await answerTo(bench, privateText("/broadcast"));
    bench.pass(31 * 60_000);
    expect(textOf(await answerTo(bench, privateText("第21项")))).toContain("坚持依法行政");
  });
  test("超过一条消息的，预览之前就说超出多少字", async () => {
    const bench = await benchWithGroups(1);
    const text = "学".repeat(4096);
    expect(textOf(await answerTo(bench, privateText(`/broadcast ${text}`)))).toBe(
      "通知太长：一条消息最多 4096 个字符，现在 4100 个，超出 4 个。请删短后再发，或拆成几条。",
    );
    expect(textOf(await answerTo(bench, privateText(text.slice(4))))).toBe("发给谁？");
    await answerTo(bench, privateText("/broadcast"));
    expect(textOf(await answerTo(bench, privateFile("f", "长.pdf")))).toBe("发给谁？");
    await answerTo(bench, privateText("/broadcast"));
    const captioned = privateFile("f", "长.pdf");
    Object.assign(captioned.message, { caption: "学".repeat(1021) });
    expect(textOf(await answerTo(bench, captioned))).toContain("文件和图片下面最多 1024 个字符，现在 1025 个，超出 1 个");
  });
  test("按标题选群：分页、打勾、再点取消", async () => {
    const bench = await benchWithGroups(10);
    const who = await answerTo(bench, privateText("/broadcast 请报送。"));
    let list = await shownAfter(bench, who, "选几个群");
    expect(rowsOf(list)).toHaveLength(10);
    expect(rowsOf(list).at(-2)).toEqual(["下一页"]);
    list = await shownAfter(bench, list, "第1群");
    list = await shownAfter(bench, list, "第2群");
    list = await shownAfter(bench, list, "✓ 第1群");
    list = await shownAfter(bench, list, "下一页");
    list = await shownAfter(bench, list, rowsOf(list)[0]?.[0] ?? "");
    expect(rowsOf(list).at(-1)).toEqual(["选好了（2）", "返回"]);
    const { question } = await previewAfter(bench, await shownAfter(bench, list, "选好了（2）"));
    bench.server.push(pressed(question, "确认"));
    expect(textOf(await bench.server.next("editMessageText", isOver))).toContain("已送达 2/2");
    expect([sentTo(bench, groupId(1)).length, sentTo(bench, groupId(2)).length]).toEqual([0, 1]);
  });
  test("按单位选：绑定这个单位的群和人都收到；没有选就不往下走", async () => {
    const bench = await benchWithGroups(3);
    await bench.store.saveChat(groupName(1), { unit: "县司法局" });
    await bench.store.saveChat("telegram:700300", { kind: "private", unit: "县司法局" });
    await bench.store.saveChat(groupName(2), { unit: "县教育局" });
    const list = await shownAfter(bench, await answerTo(bench, privateText("/broadcast 请报送。")), "按单位选");
    expect(rowsOf(list).slice(0, 2).flat().sort()).toEqual(["县司法局", "县教育局"].sort());
    expect(await toldAfter(bench, pressed(list, "选好了"))).toBe("还没有选，请先点选");
    const chosen = await shownAfter(bench, list, "县司法局");
    const { question } = await previewAfter(bench, await shownAfter(bench, chosen, "选好了（1）"));
    expect(textOf(question)).toContain("发给 2 个群和人");
  });
  test("定时：看不懂的、过去的再问；下班时间提醒；到时才发", async () => {
    const bench = await benchWithGroups(1);
    await shownAfter(bench, await answerTo(bench, privateText("/broadcast 请报送。")), "全部（1）");
    expect(textOf(await answerTo(bench, privateText("回头再说")))).toContain("没有看懂时间「回头再说」");
    expect(textOf(await answerTo(bench, privateText("2020-01-01 9:00")))).toContain("2020年1月1日 9:00 已经过去");
    bench.server.push(privateText("明晚11点"));
    expect(textOf(await bench.server.next("sendMessage", toMe))).toBe("通知\n\n请报送。");
    const question = await bench.server.next("sendMessage", toMe);
    expect(textOf(question)).toMatch(/23:00 发给 1 个群和人，确认吗？\n注意：这个时间不在工作时间/u);
    expect(textOf(await shownAfter(bench, question, "确认"))).toMatch(/^已定好：.*23:00 发给 1 个群和人。要收回请发 \/recall。$/u);
    const [row] = await bench.store.outboxRows({});
    expect(new Date(row?.notBeforeMs ?? 0).toISOString()).toMatch(/T15:00:00/u);
    expect(sentTo(bench, groupId(1))).toEqual([]);
  });
  test("确认按两次只发一次；对象改过以后，旧的确认不算", async () => {
    const bench = await benchWithGroups(2);
    const who = await answerTo(bench, privateText("/broadcast 请报送。"));
    const old = (await previewAfter(bench, await shownAfter(bench, who, "全部（2）"))).question;
    const list = await shownAfter(bench, await shownAfter(bench, who, "选几个群"), "第1群");
    const { question } = await previewAfter(bench, await shownAfter(bench, list, "选好了（1）"));
    expect(await toldAfter(bench, pressed(old, "确认"))).toContain("后来改过");
    bench.server.push(pressed(question, "确认"));
    expect(await toldAfter(bench, pressed(question, "确认"))).toBe("这个通知已经发出或取消，不能再改");
    await bench.server.next("editMessageText", isOver);
    expect([sentTo(bench, groupId(1)).length, sentTo(bench, groupId(2)).length]).toEqual([1, 0]);
    expect(textOf(await answerTo(bench, privateText("第21项")))).toContain("坚持依法行政");
  });
  test("取消的不再能确认", async () => {
    const bench = await benchWithGroups(1);
    const question = await askedToConfirm(bench);
    expect(textOf(await shownAfter(bench, question, "取消"))).toBe("已取消，没有发出。");
    expect(await toldAfter(bench, pressed(question, "确认"))).toContain("不能再改");
    expect(await bench.store.outboxRows({})).toEqual([]);
  });
  test("每次按键都看权限：管理员被撤掉以后，确认不算，记进审计", async () => {
    const bench = await benchWithGroups(1, { owners: [OTHER.id] });
    await bench.store.saveGrant({ person: `telegram:${PERSON.id}`, role: "administrator", unit: undefined });
    const question = await askedToConfirm(bench);
    await bench.store.removeGrant(`telegram:${PERSON.id}`);
    expect(await toldAfter(bench, pressed(question, "确认"))).toContain("要由机器人管理员");
    expect(await bench.store.outboxRows({})).toEqual([]);
    expect((await bench.store.auditEntries({})).some(({ result, person }) => result === "refused" && person === `telegram:${PERSON.id}`)).toBe(true);
  });
  test("不是管理员、或者在群里，都不能群发", async () => {
    const bench = await benchWithGroups(1);
    bench.server.push(privateText("/broadcast 你好", { from: OTHER }));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("要由机器人管理员");
    bench.server.push(groupText("/broadcast 你好"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("私聊");
  });
  test("有群送不到：报告写明群名和原因，重试再送", async () => {
    const bench = await benchWithGroups(2);
    bench.server.fail("sendMessage", { kind: "refuse", code: 400, description: "Bad Request: message text is refused", to: groupId(2) });
    const over = await broadcastToAll(bench);
    expect(textOf(over)).toBe("已送达 1/2，失败 1。发送结束。");
    const report = await bench.server.next("sendMessage", (call) => toMe(call) && textOf(call).includes("没有送到"));
    expect(textOf(report)).toContain("· 第2群：");
    expect(await toldAfter(bench, pressed(report, "重试 1 个"))).toBe("正在重试 1 个");
    expect(textOf(await bench.server.next("editMessageText", isOver))).toBe("已送达 2/2。发送结束。");
    expect(sentTo(bench, groupId(1))).toHaveLength(1);
  });
  test("发到一半重启：进度接着报到结束", async () => {
    const bench = await benchWithGroups(3, { admins: [PERSON.id] });
    const question = await askedToConfirm(bench);
    bench.server.push(pressed(question, "确认"));
    expect(textOf(await bench.server.next("editMessageText", (call) => textOf(call).startsWith("已送达")))).toBe("已送达 0/3");
    await bench.start(SETTINGS);
    expect(textOf(await bench.server.next("editMessageText", isOver))).toBe("已送达 3/3。发送结束。");
  });
  test("免打扰的群等时段过了再发，联系不上的不发，都先说明", async () => {
    const bench = await benchWithGroups(3);
    const minutes = Math.floor((Date.now() / 60_000 + 8 * 60) % (24 * 60));
    await bench.store.saveChat(groupName(1), { quiet: { from: (minutes + 1440 - 60) % 1440, to: (minutes + 60) % 1440 } });
    await bench.store.saveChat(groupName(2), { parked: "机器人被移出" });
    expect(textOf(await askedToConfirm(bench))).toMatch(/发给 2 个群和人，确认吗？\n(?:注意.*\n)?其中 1 个设了免打扰.*\n另有 1 个现在联系不上/u);
  });
});

describe("撤回 /recall", () => {
  test("删掉已送达的，收回没有发的，报告几个", async () => {
    const bench = await benchWithGroups(2);
    await broadcastToAll(bench);
    const question = await answerTo(bench, privateText("/recall"));
    expect(textOf(question)).toContain("撤回「关于报送总结的通知」？已送达 2 个，还没有发 0 个。");
    bench.server.fail("deleteMessage", { kind: "refuse", code: 400, description: "Bad Request: message can't be deleted", to: groupId(2) });
    bench.server.push(pressed(question, "撤回"));
    const report = await bench.server.next("editMessageText", (call) => textOf(call).startsWith("已撤回"));
    expect(textOf(report)).toBe("已撤回：删除 1 个，删不掉 1 个（超过 48 小时，或平台不许删）。");
    const [row] = await bench.store.outboxRows({ state: "recalled" });
    expect(sentTo(bench, groupId(1), "deleteMessage").map(({ payload }) => String(payload["message_id"]))).toEqual([row?.messageId]);
    expect((await bench.store.auditEntries({})).at(-1)?.action ?? "").toMatch(/broadcast/u);
  });
  test("还没有到时间的整个收回", async () => {
    const bench = await benchWithGroups(2);
    await shownAfter(bench, await answerTo(bench, privateText("/broadcast 请报送。")), "全部（2）");
    bench.server.push(privateText("后天9点"));
    await bench.server.next("sendMessage", toMe);
    await shownAfter(bench, await bench.server.next("sendMessage", toMe), "确认");
    bench.server.push(pressed(await answerTo(bench, privateText("/recall")), "撤回"));
    const report = await bench.server.next("editMessageText", (call) => textOf(call).startsWith("已撤回"));
    expect(textOf(report)).toBe("已撤回：没有发出就收回 2 个，删除 0 个。");
    expect((await bench.store.outboxRows({})).map(({ state }) => state)).toEqual(["recalled", "recalled"]);
    expect(textOf(await answerTo(bench, privateText("/recall")))).toContain("没有可以撤回的通知");
  });
  test("有几个时先问是哪一个；不撤回就不动", async () => {
    const bench = await benchWithGroups(1);
    await broadcastToAll(bench);
    await broadcastToAll(bench, "/broadcast 第二个通知");
    const which = await answerTo(bench, privateText("/recall"));
    expect(rowsOf(which)).toHaveLength(2);
    const question = await shownAfter(bench, which, rowsOf(which)[1]?.[0] ?? "");
    expect(textOf(question)).toContain("关于报送总结的通知");
    expect(textOf(await shownAfter(bench, question, "不撤回"))).toBe("没有撤回。");
    expect(bench.server.calls.filter(({ method }) => method === "deleteMessage")).toEqual([]);
  });
});
