import { describe, expect, test } from "vitest";
import { reachableChats } from "../../src/app/office/chats.ts";
import { createSeedsAssistant } from "../questions/assistant.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, type BenchSettings, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, pressed, pressedData, privateText } from "./telegram-updates.ts";

const { assistant } = await createSeedsAssistant();

const person = (id: number, name = "某人") => ({ id, is_bot: false, first_name: name }) as const;
const OWNER = person(700001);
const ADMIN = person(700002);
const LIAISON = person(700003);
const GROUP_ADMIN = person(700004);
const GROUP = `telegram:${GROUP_ID}`;
const OWN_CHAT = `telegram:${PERSON.id}`;

async function startedBench(settings: BenchSettings = {}): Promise<Bench> {
  const bench = await createBench();
  await bench.start({ owners: [OWNER.id], ...settings }, assistant);
  bench.server.setAdministrators(GROUP_ID, GROUP_ADMIN.id);
  return bench;
}

const textOf = (call: ApiCall): string => String(call.payload["text"]);
const buttonsOf = (call: ApiCall): readonly string[] =>
  (call.payload["reply_markup"] as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard.flat().map(({ text }) => text) ?? [];

async function answerTo(bench: Bench, update: ReturnType<typeof privateText>): Promise<ApiCall> {
  bench.server.push(update);
  return await bench.server.next("sendMessage");
}

/** Says something in private. */
async function tell(bench: Bench, text: string, from: typeof PERSON | ReturnType<typeof person> = PERSON): Promise<string> {
  return textOf(await answerTo(bench, privateText(text, { from })));
}

async function tellGroup(bench: Bench, text: string, from: ReturnType<typeof person>): Promise<string> {
  return textOf(await answerTo(bench, groupText(text, { from })));
}

describe("任免 /grant /revoke /roles", () => {
  test("所有者任命管理员，管理员任命联络员；名单只有编号和角色", async () => {
    const bench = await startedBench();
    expect(await tell(bench, `/grant ${ADMIN.id} 管理员`, OWNER)).toBe("好的，用户 700002 现在是管理员。");
    expect(await tell(bench, `/grant ${LIAISON.id} 联络员 司法局`, ADMIN)).toBe("好的，用户 700003 现在是联络员（县司法局）。");
    expect(await tell(bench, "/roles", ADMIN)).toBe("用户编号和角色：\n700001 所有者（启动设置）\n700002 管理员\n700003 联络员（县司法局）");
    expect(await tell(bench, `/revoke ${LIAISON.id}`, ADMIN)).toBe("好的，用户 700003 不再是管理员或联络员。");
    expect(await tell(bench, `/revoke ${LIAISON.id}`, ADMIN)).toContain("本来就不是");
    const done = (await bench.store.auditEntries({})).map(({ action, result, detail }) => `${action} ${result} ${detail}`);
    expect(done).toEqual(["grant done administrator", "grant done liaison 县司法局", "revoke done liaison", "revoke refused none"]);
  });

  test("回复某人的消息任命；回复机器人、频道或匿名管理员的消息不算", async () => {
    const bench = await startedBench();
    const grant = (reply: object) => answerTo(bench, groupText("/grant 联络员 县财政局", { from: OWNER, reply_to_message: { message_id: 9, ...reply } }));
    expect(textOf(await grant({ from: LIAISON }))).toBe("好的，这位用户现在是联络员（县财政局）。");
    expect(await bench.store.roleOf(`telegram:${LIAISON.id}`)).toMatchObject({ role: "liaison", unit: "县财政局" });
    for (const nobody of [
      { from: { id: 1_087_968_824, is_bot: true, first_name: "Group" }, sender_chat: { id: GROUP_ID } },
      { from: { id: 5, is_bot: true, first_name: "机器人" } },
      { from: LIAISON, forum_topic_created: { name: "话题", icon_color: 1 } },
    ])
      expect(textOf(await grant(nobody))).toContain("请回复某人的消息");
    expect(await bench.store.grants()).toHaveLength(1);
  });

  test("管理员不能任免管理员，也不能把管理员降为联络员；谁也动不了启动设置里的人", async () => {
    const bench = await startedBench({ admins: [700009] });
    await bench.store.saveGrant({ person: `telegram:${ADMIN.id}`, role: "administrator", unit: undefined });
    await bench.store.saveGrant({ person: "telegram:700008", role: "administrator", unit: undefined });
    for (const words of ["/grant 700007 管理员", "/revoke 700008", "/grant 700008 联络员 县财政局", `/revoke ${ADMIN.id}`])
      expect(await tell(bench, words, ADMIN)).toBe("没有改动：管理员只能由机器人的所有者任免。");
    for (const from of [ADMIN, OWNER])
      for (const words of [`/revoke ${OWNER.id}`, `/grant ${OWNER.id} 联络员 县财政局`, "/revoke 700009"])
        expect(await tell(bench, words, from)).toContain("启动设置");
    expect(await tell(bench, "/revoke 700008", OWNER)).toContain("不再是");
  });

  test.each(["/grant", "/grant 管理员", "/grant 张三 管理员", "/grant 123456", "/grant 1234567890123456 管理员", "/revoke", "/revoke 张三"])(
    "写法不对：%s → 说怎样写",
    async (words) => {
      const bench = await startedBench();
      expect(await tell(bench, words, OWNER)).toMatch(/^请回复某人的消息/u);
      expect(await bench.store.grants()).toEqual([]);
    },
  );

  test("联络员没写单位、单位认不出、几个都可能：请写明，或者选一个；撤职之后旧按钮无效", async () => {
    const bench = await startedBench();
    await bench.store.saveGrant({ person: `telegram:${ADMIN.id}`, role: "administrator", unit: undefined });
    expect(await tell(bench, "/grant 123456 联络员", ADMIN)).toContain("要写明单位");
    expect(await tell(bench, "/grant 123456 联络员 某某某", ADMIN)).toContain("没有认出是哪个单位");
    const asked = await answerTo(bench, privateText("/grant 123456 联络员 办公室", { from: ADMIN }));
    expect(buttonsOf(asked)).toEqual(["县政府办公室", "县委办公室"]);
    await bench.store.removeGrant(`telegram:${ADMIN.id}`);
    const press = { ...pressed(asked, "县政府办公室") };
    bench.server.push({ callback_query: { ...(press.callback_query as object), from: ADMIN } } as typeof press);
    expect(textOf(await bench.server.next("answerCallbackQuery"))).toContain("这件事没有做");
    expect(await bench.store.grants()).toEqual([]);
  });

  test("管理员的命令只在有角色的人的私聊菜单里；撤职后拿掉", async () => {
    const bench = await startedBench();
    await tell(bench, `/grant ${ADMIN.id} 管理员`, OWNER);
    await tell(bench, "/help", ADMIN);
    const inChat = ({ payload }: ApiCall) => (payload["scope"] as { chat_id?: number } | undefined)?.chat_id === ADMIN.id;
    expect(JSON.stringify((await bench.server.next("setMyCommands", inChat)).payload)).toContain('"grant"');
    await tell(bench, `/revoke ${ADMIN.id}`, OWNER);
    await bench.server.next("deleteMyCommands", inChat);
    const inGroups = await bench.server.next("setMyCommands", ({ payload }) => (payload["scope"] as { type?: string } | undefined)?.type === "all_group_chats");
    expect(JSON.stringify(inGroups.payload)).not.toContain('"grant"');
    expect(await tell(bench, "/help", OWNER)).toContain("/grant ");
    expect(await tell(bench, "/help")).not.toContain("/grant ");
  });
});

describe("说定单位 /bind", () => {
  test.each([
    ["县司法局", "你的单位是县司法局", "点名县司法局的任务有29项。另有11项只笼统写到“各有关部门”"],
    ["司法局", "你的单位是县司法局", "29项"],
    ["思法局", "你的单位是县司法局", "29项"],
    ["縣司法局", "你的单位是县司法局", "29项"],
    ["谭店乡", "你的单位是谭店乡", "没有点名谭店乡的任务。另有39项只笼统写到“乡镇人民政府”"],
    ["柏亭街道办事处", "你的单位是柏亭街道办事处", "没有点名柏亭街道办事处的任务。"],
    ["县教育局", "你的单位是县教育局", "没有点名县教育局的任务。另有40项只笼统写到“各有关部门”"],
    ["县粮油储备中心", "「县粮油储备中心」不在单位名录里", "没有点名县粮油储备中心的任务。"],
  ])("/bind %s → %s，%s", async (words, unit, duties) => {
    const bench = await startedBench();
    const text = await tell(bench, `/bind ${words}`);
    expect(text).toContain(unit);
    expect(text).toContain(duties);
  });

  test("说定之后，「我们局」「我们单位」「我局」「咱们局」都懂；翻旧账、重启之后也懂；取消之后请人说定", async () => {
    const bench = await startedBench();
    expect(await tell(bench, "我们局有哪些任务")).toContain("还不知道您是哪个单位的：请写明单位名称；要让程序记住，请发「/bind 单位名称」");
    await tell(bench, "/bind 司法局");
    for (const question of ["我们局有哪些任务", "我们单位有哪些任务", "我局负责哪些任务", "我們局負責哪些任務"])
      expect(await tell(bench, question)).toContain("县司法局：29项");
    expect(await tell(bench, "咱们局牵头的")).toContain("没有标明牵头单位");
    await bench.start({ owners: [OWNER.id] }, assistant);
    const answer = await answerTo(bench, privateText("我们局有哪些任务"));
    await tell(bench, "/bind 取消");
    bench.server.push(pressed(answer, "怎么查的"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("有县司法局的29项");
    expect(await tell(bench, "我们局有哪些任务")).toContain("还不知道您是哪个单位的");
    expect(await tell(bench, "/bind")).toContain("还没有说定单位");
  });

  test("乡镇和没有点名的单位问自己的任务：照实说没有点名，说笼统的有几项", async () => {
    const bench = await startedBench();
    await tell(bench, "/bind 谭店乡");
    const town = await tell(bench, "我们乡有哪些任务");
    expect(town).toContain("没有点名谭店乡的任务");
    expect(town).toContain("笼统写“乡镇人民政府”的有39项");
    await tell(bench, "/bind 县教育局");
    expect(await tell(bench, "我们单位有哪些任务")).toContain("没有点名县教育局的任务");
  });

  test("几个单位都可能：用按钮问是哪个；认不出、写了两个：一句话说明", async () => {
    const bench = await startedBench();
    const asked = await answerTo(bench, privateText("/bind 办公室"));
    expect(buttonsOf(asked)).toEqual(["县政府办公室", "县委办公室"]);
    bench.server.push(pressed(asked, "县政府办公室"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("你的单位是县政府办公室");
    expect((await bench.store.chat(OWN_CHAT))?.unit).toBe("县政府办公室");
    expect(buttonsOf(await answerTo(bench, privateText("/bind 司法局和财政局")))).toEqual(["县司法局", "县财政局"]);
    expect(await tell(bench, "/bind 天气怎么样")).toContain("没有认出是哪个单位");
    expect(await tell(bench, `/bind ${"局".repeat(3000)}`)).toContain("没有认出是哪个单位");
  });

  test("群里：联络员只能绑定自己的单位；群管理员可以绑定任何单位；群里没有说定的，用提问人自己的", async () => {
    const bench = await startedBench();
    await bench.store.saveGrant({ person: `telegram:${LIAISON.id}`, role: "liaison", unit: "县司法局" });
    expect(await tellGroup(bench, "/bind 县财政局", LIAISON)).toContain("只能绑定县司法局");
    expect((await bench.store.chat(GROUP))?.unit).toBeUndefined();
    await tell(bench, "/bind 县财政局", LIAISON);
    expect(await tellGroup(bench, "/ask 我们局有哪些任务", LIAISON)).toContain("县财政局：");
    expect(await tellGroup(bench, "/bind 县司法局", LIAISON)).toContain("本群的单位是县司法局");
    expect(await tellGroup(bench, "/ask 我们局有哪些任务", LIAISON)).toContain("县司法局：29项");
    expect(await tellGroup(bench, "/bind 县财政局", GROUP_ADMIN)).toContain("本群的单位是县财政局");
    expect(await tellGroup(bench, "/bind 取消", LIAISON)).toContain("只能绑定县司法局");
    expect(await bench.store.chat(GROUP)).toMatchObject({ kind: "group", title: "法治工作群", unit: "县财政局" });
  });
});

describe("订阅 /subscribe /subscriptions /unsubscribe", () => {
  test.each([
    ["县司法局", "已订阅：县司法局的任务。共29项，其中"],
    ["第一部分", "一、依法全面履行政府职能的任务。共9项"],
    ["一、", "一、依法全面履行政府职能的任务。共9项"],
    ["西政办〔2020〕20号", "《西平县2020年度法治政府建设工作安排》的任务。共40项"],
    ["法治政府建设工作安排", "《西平县2020年度法治政府建设工作安排》的任务。共40项"],
    ["全部", "全部文件的任务。共40项"],
    ["谭店乡", "谭店乡的任务。现有文件没有点名它，所以不会有提醒。\n另有39项只笼统写到"],
  ])("/subscribe %s → %s", async (words, text) => {
    const bench = await startedBench();
    expect(await tell(bench, `/subscribe ${words}`)).toContain(text);
    expect(await bench.store.subscriptions(OWN_CHAT)).toHaveLength(1);
  });

  test.each(["第九十九部分", "天气", "县政办〔1999〕1号", "字".repeat(3500)])("认不出的 /subscribe %s → 没有改动，说怎样写", async (words) => {
    const bench = await startedBench();
    expect(await tell(bench, `/subscribe ${words}`)).toContain("没有认出要订阅什么，没有改动");
    expect(await bench.store.subscriptions(OWN_CHAT)).toEqual([]);
  });

  test("不写什么：订阅说定的单位；没说定就说怎样写", async () => {
    const bench = await startedBench();
    expect(await tell(bench, "/subscribe")).toContain("请写明要提醒什么");
    await tell(bench, "/bind 县财政局");
    expect(await tell(bench, "/subscribe")).toContain("已订阅：县财政局的任务");
  });

  test("笼统点名的只在按了「也提醒笼统点名的」才订阅，一个单位只有一个订阅", async () => {
    const bench = await startedBench();
    const bound = await answerTo(bench, privateText("/bind 县司法局"));
    expect(buttonsOf(bound)).toEqual(["订阅到期提醒", "也提醒笼统点名的"]);
    bench.server.push(pressed(bound, "订阅到期提醒"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("共29项");
    bench.server.push(pressed(bound, "也提醒笼统点名的"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("县司法局的任务，连同笼统点名的。共40项");
    expect((await bench.store.subscriptions(OWN_CHAT)).map(({ scope }) => scope)).toEqual([{ kind: "unit", unit: "县司法局", collective: true }]);
    expect(buttonsOf(await answerTo(bench, privateText("/bind 谭店乡")))).toEqual(["也提醒笼统点名的"]);
  });

  test("清单里按按钮取消，或按序号、全部取消；再按说已经没有", async () => {
    const bench = await startedBench();
    for (const words of ["县司法局", "县财政局", "全部"]) await tell(bench, `/subscribe ${words}`);
    const list = await answerTo(bench, privateText("/subscriptions"));
    expect(textOf(list)).toContain("1. 县司法局的任务\n2. 县财政局的任务\n3. 全部文件的任务");
    bench.server.push(pressed(list, "取消第 2 个"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("1. 县司法局的任务\n2. 全部文件的任务");
    expect(textOf(await bench.server.next("answerCallbackQuery"))).toBe("好的，已取消。");
    bench.server.push(pressed(list, "取消第 2 个"));
    expect(textOf(await bench.server.next("answerCallbackQuery"))).toContain("没有这个订阅");
    expect(await tell(bench, "/unsubscribe 9")).toContain("没有这个订阅");
    expect(await tell(bench, "/unsubscribe")).toContain("现有2个订阅");
    expect(await tell(bench, "/unsubscribe 2")).toBe("好的，已取消。");
    expect(await tell(bench, "/unsubscribe")).toBe("好的，已取消。");
    expect(await tell(bench, "/subscriptions")).toContain("现在没有订阅");
  });

  test("一个会话最多 20 个订阅", async () => {
    const bench = await startedBench();
    for (let index = 0; index < 20; index += 1) await bench.store.subscribe(OWN_CHAT, { kind: "unit", unit: `第${index}局`, collective: false }, index);
    expect(await tell(bench, "/subscribe 县司法局")).toContain("最多 20 个订阅");
  });

  test("群里别的成员按不动群管理员的按钮", async () => {
    const bench = await startedBench();
    await tellGroup(bench, "/subscribe 县司法局", GROUP_ADMIN);
    const [subscription] = await bench.store.subscriptions(GROUP);
    bench.server.push(pressedData(`unsub:${subscription?.id}`, GROUP_ID, PERSON));
    expect(textOf(await bench.server.next("answerCallbackQuery"))).toContain("这件事没有做");
    bench.server.push(pressedData(`unsub:${subscription?.id}`, GROUP_ID, GROUP_ADMIN));
    expect(textOf(await bench.server.next("answerCallbackQuery"))).toBe("好的，已取消。");
  });
});

test("免打扰时段 /quiet：设、看、取消；读不懂的不改", async () => {
  const bench = await startedBench();
  expect(await tell(bench, "/quiet")).toContain("没有免打扰时段");
  expect(await tell(bench, "/quiet 20：00至次日8：00")).toContain("每天20:00至次日8:00（北京时间）");
  expect(await tell(bench, "/quiet 晚上")).toContain("没有读懂时段，没有改动");
  expect(await tell(bench, "/quiet")).toContain("20:00至次日8:00");
  expect((await bench.store.chat(OWN_CHAT))?.quiet).toEqual({ from: 20 * 60, to: 8 * 60 });
  expect(await tell(bench, "/quiet 取消")).toContain("已取消");
  expect((await bench.store.chat(OWN_CHAT))?.quiet).toBeUndefined();
});

describe("会话的来去", () => {
  const me = { id: 424242, is_bot: true, first_name: "明白" };
  const changed = (chat: object, before: string, after: string) =>
    ({
      my_chat_member: { chat, from: PERSON, date: 1_760_000_000, old_chat_member: { status: before, user: me }, new_chat_member: { status: after, user: me } },
    }) as never;
  const group = { id: GROUP_ID, type: "supergroup", title: "法治工作群" };
  const own = { id: PERSON.id, type: "private", first_name: PERSON.first_name };

  test("加进群：打个招呼，说怎样提问；移出：停发；再加进来：恢复，原来的设置还在", async () => {
    const bench = await startedBench();
    bench.server.push(changed(group, "left", "member"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("/ask@mingbai_test_bot 县司法局负责哪些任务");
    await tellGroup(bench, "/bind 县司法局", GROUP_ADMIN);
    bench.server.push(changed(group, "member", "kicked"));
    bench.server.push(privateText("/help"));
    await bench.server.next("sendMessage");
    await expect.poll(async () => (await bench.store.chat(GROUP))?.parked).toBe("机器人被移出了这个群");
    bench.server.push(changed(group, "kicked", "member"));
    await bench.server.next("sendMessage");
    expect(await bench.store.chat(GROUP)).toMatchObject({ parked: undefined, unit: "县司法局", title: "法治工作群" });
    bench.server.push(changed(group, "member", "administrator"));
    await tellGroup(bench, "/help", GROUP_ADMIN);
    expect(bench.server.calls.filter((call) => textOf(call).startsWith("大家好"))).toHaveLength(2);
  });

  test("私聊停用又启用：订阅过的停发、恢复；什么也没设过的不留记录", async () => {
    const bench = await startedBench();
    bench.server.push(changed(own, "member", "kicked"));
    bench.server.push(changed(own, "kicked", "member"));
    await tell(bench, "/help");
    expect(await bench.store.chat(OWN_CHAT)).toBeUndefined();
    await tell(bench, "/subscribe 县司法局");
    bench.server.push(changed(own, "member", "kicked"));
    await expect.poll(async () => (await bench.store.chat(OWN_CHAT))?.parked).toBe("对方停用了机器人");
    bench.server.push(changed(own, "kicked", "member"));
    await expect.poll(async () => (await bench.store.chat(OWN_CHAT))?.parked).toBeUndefined();
    expect(await bench.store.subscriptions(OWN_CHAT)).toHaveLength(1);
  });

  test("群升级为超级群：单位、订阅、县都跟过去，两边的通知来几次都一样", async () => {
    const bench = await startedBench();
    const old = { id: -4242, type: "group", title: "老群" };
    bench.server.setAdministrators(old.id, GROUP_ADMIN.id);
    for (const words of ["/bind 县司法局", "/subscribe 全部", "/quiet 20:00-8:00", "/here 西平县"])
      await answerTo(bench, groupText(words, { chat: old, from: GROUP_ADMIN }));
    bench.server.push(groupText("", { chat: old, text: undefined, migrate_to_chat_id: GROUP_ID }));
    bench.server.push(groupText("", { text: undefined, migrate_from_chat_id: old.id }));
    await tellGroup(bench, "/help", GROUP_ADMIN);
    expect(await bench.store.chat(GROUP)).toMatchObject({ unit: "县司法局", quiet: { from: 1200, to: 480 }, parked: undefined });
    expect(await bench.store.subscriptions(GROUP)).toHaveLength(1);
    expect(await bench.store.loadPlace(GROUP)).toBe("西平县");
    expect(await bench.store.chat("telegram:-4242")).toBeUndefined();
  });

  test("提过问的群记下群名，改名也记；不对它开放的群不记", async () => {
    const bench = await startedBench({ allowedChats: [GROUP_ID] });
    await tellGroup(bench, "/item 21", PERSON);
    expect(await bench.store.chat(GROUP)).toMatchObject({ kind: "group", title: "法治工作群" });
    await answerTo(bench, groupText("/item 21", { chat: { ...group, title: "新名字" } }));
    expect((await bench.store.chat(GROUP))?.title).toBe("新名字");
    await answerTo(bench, groupText("/item 21", { chat: { id: -100777, type: "supergroup", title: "别的群" } }));
    bench.server.push(changed({ id: -100777, type: "supergroup", title: "别的群" }, "left", "member"));
    await tellGroup(bench, "/item 21", PERSON);
    expect(await bench.store.chat("telegram:-100777")).toBeUndefined();
  });
});

test("通知只发给群，和绑定或订阅过的私聊；停用的不发", async () => {
  const bench = await startedBench();
  const [idle, quiet, bound, subscribed, blocked] = [1, 2, 3, 4, 5].map((number) => person(710_000 + number));
  await tell(bench, "县司法局负责哪些任务", idle);
  await tell(bench, "/quiet 20:00-8:00", quiet);
  await tell(bench, "/bind 县司法局", bound);
  await tell(bench, "/subscribe 全部", subscribed);
  await tell(bench, "/bind 县财政局", blocked);
  await bench.store.saveChat(`telegram:${blocked?.id}`, { parked: "对方停用了机器人" });
  await tellGroup(bench, "/item 21", PERSON);
  expect((await reachableChats(bench.store)).map(({ chat }) => chat).sort()).toEqual([GROUP, `telegram:${bound?.id}`, `telegram:${subscribed?.id}`].sort());
});

describe("个人信息 /privacy /forget", () => {
  test("/privacy 说保存什么、多久、怎样删；自己的编号只在私聊里显示", async () => {
    const bench = await startedBench();
    const text = await tell(bench, "/privacy");
    for (const words of ["你的用户编号：700100", "不保存人的姓名", "180 天", "6 个月", "/forget", "绑定或订阅过的"]) expect(text).toContain(words);
    expect(await tellGroup(bench, "/privacy", PERSON)).not.toContain("700100");
  });

  test("/forget 先问，确认才删；审计记录里只留没人知道是谁的化名", async () => {
    const bench = await startedBench();
    await bench.store.saveGrant({ person: OWN_CHAT, role: "liaison", unit: "县司法局" });
    await tell(bench, "/bind 县司法局");
    await tell(bench, "/subscribe");
    await tell(bench, "我们局有哪些任务");
    const asked = await answerTo(bench, privateText("/forget"));
    bench.server.push(pressed(asked, "不用了"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("没有改动");
    expect(await bench.store.roleOf(OWN_CHAT)).toBeDefined();
    bench.server.push(pressed(await answerTo(bench, privateText("/forget")), "确认"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("已经删除");
    expect(await bench.store.roleOf(OWN_CHAT)).toBeUndefined();
    expect(await bench.store.chat(OWN_CHAT)).toBeUndefined();
    expect(await bench.store.subscriptions(OWN_CHAT)).toEqual([]);
    expect(await bench.store.loadConversation(`${OWN_CHAT}:${PERSON.id}`)).toBeUndefined();
    const entries = await bench.store.auditEntries({});
    expect(entries.map(({ action }) => action)).toEqual(["bind", "subscribe", "forget"]);
    expect(new Set(entries.map(({ actor }) => actor)).size).toBe(1);
    expect(JSON.stringify(entries)).not.toContain(String(PERSON.id));
  });

  test("群里不删；启动设置里的人删了数据，权限照旧，并且说明", async () => {
    const bench = await startedBench();
    expect(await tellGroup(bench, "/forget", PERSON)).toBe("请在与机器人的私聊里发 /forget。");
    const asked = await answerTo(bench, privateText("/forget", { from: OWNER }));
    const press = pressed(asked, "确认");
    bench.server.push({ callback_query: { ...(press.callback_query as object), from: OWNER } } as typeof press);
    expect(textOf(await bench.server.next("editMessageText"))).toContain("管理权限仍在");
    expect(await tell(bench, "/roles", OWNER)).toContain("700001 所有者");
  });

  test("日志里没有姓名、群名、编号和说的话", async () => {
    const bench = await startedBench();
    const named = person(700_888, "欧阳测试");
    bench.server.setAdministrators(GROUP_ID, named.id);
    await tell(bench, `/grant ${named.id} 联络员 县司法局`, OWNER);
    for (const words of ["/bind 县司法局", "/subscribe", "/quiet 20:00-8:00", "我们局有哪些任务", "保密的一句话", "/privacy"]) await tell(bench, words, named);
    for (const words of ["/bind 谭店乡", "/subscribe 全部", "/broadcast@mingbai_test_bot 群里的一句话"]) await tellGroup(bench, words, named);
    bench.server.fail("sendMessage", { kind: "refuse", code: 400, description: "Bad Request: something" });
    await tell(bench, "出错的一句话", named);
    bench.server.push(pressed(await answerTo(bench, privateText("/forget", { from: named })), "确认"));
    await tell(bench, "/help", named);
    const logged = bench.logged.join("\n");
    expect(logged).toContain("没有答上来");
    for (const secret of ["欧阳", "700888", "法治工作群", String(GROUP_ID), "一句话", "县司法局", "谭店乡", "我们局"]) expect(logged).not.toContain(secret);
  });
});
