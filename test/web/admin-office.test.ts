import { beforeEach, describe, expect, test } from "vitest";
import { recordFeedback } from "../../src/app/office/feedback.ts";
import { createAdminWeb } from "./admin-server.ts";
import type { AdminPage } from "./form-browser.ts";

const MONDAY = Date.parse("2026-11-23T09:00:00+08:00");
let nowMs = MONDAY;
const deleted: string[] = [];
const web = await createAdminWeb({
  clock: () => nowMs,
  admin: {
    recallMessage: (chat, messageId) => {
      if (chat.startsWith("wecom:")) return Promise.resolve(false);
      deleted.push(`${chat} ${messageId}`);
      return Promise.resolve(true);
    },
  },
});
const { store } = web;
const browser = await web.signIn();
await store.saveChat("wecom:普法群", { kind: "robot", title: "普法群" });
await store.saveChat("telegram:-100", { kind: "group", title: "第2群<b>", unit: "县司法局" });
await store.saveChat("telegram:-101", { kind: "group", title: "第10群", parked: "机器人被移出了群" });
await store.saveChat("telegram:700100", { kind: "private", unit: "县审计局", quiet: { from: 1200, to: 480 } });
beforeEach(() => {
  nowMs = MONDAY;
});

const NOTICE = { text: "报送通知\n请各单位于周五前报送。\n\n联系人见附件。", audience: "all", when: "now" };
const compose = async (fields: Readonly<Record<string, string | readonly string[]>>) =>
  await browser.submit(await browser.get("/admin/broadcasts/new"), "/admin/broadcasts", { ...NOTICE, ...fields });
const actionOf = (page: AdminPage, ending: string): string =>
  [...page.page.querySelectorAll("form")].map((form) => form.getAttribute("action") ?? "").find((action) => action.endsWith(ending)) ?? "";
const rowsOf = async (page: AdminPage) => await store.outboxRows({ what: `broadcast:${/broadcasts\/(\w+)/u.exec(page.path)?.[1]}` });
const audited = async () => (await store.auditEntries({ limit: 1 }))[0];

describe("群发", () => {
  test("写、看样子、确认：发件箱里每个会话一条，联系不上的没有；记入审计，是管理页做的", async () => {
    const preview = await compose({});
    expect(preview.path).toMatch(/^\/admin\/broadcasts\/\w{12}$/u);
    expect(preview.words).toContain("确认以后马上发给 3 个群和人");
    expect(preview.words).toMatch(/会收到的（3）[\s\S]*第2群<b>[\s\S]*普法群[\s\S]*县审计局的私聊/u);
    expect(preview.words).toMatch(/联系不上，不发（1）[\s\S]*第10群：机器人被移出了群/u);
    expect(preview.words).not.toContain("700100");
    expect([...preview.page.querySelectorAll(".message > *")].map((part) => part.textContent)).toEqual([
      "报送通知",
      "请各单位于周五前报送。",
      "联系人见附件。",
    ]);
    expect(await rowsOf(preview)).toEqual([]);
    const confirmed = await browser.submit(preview, actionOf(preview, "/confirm"));
    expect(confirmed.words).toMatch(/已确认，开始发送[\s\S]*已送达 0\/3/u);
    expect((await rowsOf(preview)).map(({ chat, notice }) => [chat, notice.title])).toEqual(
      expect.arrayContaining([
        ["telegram:-100", "报送通知"],
        ["telegram:700100", "报送通知"],
        ["wecom:普法群", "报送通知"],
      ]),
    );
    expect(await audited()).toMatchObject({ actor: "page", action: "broadcast", result: "done", detail: "3 个群和人" });
    expect((await browser.get("/admin/broadcasts")).words).toContain("报送通知：请各单位于周五前报送。");
  });

  test("确认点两次、同时点：只发一次", async () => {
    const preview = await compose({});
    const action = actionOf(preview, "/confirm");
    const results = await Promise.all([browser.submit(preview, action), browser.submit(preview, action), browser.submit(preview, action)]);
    expect(results.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await rowsOf(preview)).toHaveLength(3);
    const entries = (await store.auditEntries({ limit: 5 })).filter(
      ({ action: name, object }) => name === "broadcast" && preview.path.endsWith(object.slice("broadcast:".length)),
    );
    expect(entries).toHaveLength(1);
  });

  test("看过样子以后又改了：旧的确认不算；改了再确认，发的是改过的", async () => {
    const preview = await compose({});
    const edit = await browser.get(`${preview.path}/edit`);
    const changed = await browser.submit(edit, `${preview.path}/edit`, { text: "改过的通知\n请周四前报送。" });
    expect(changed.words).toContain("请周四前报送");
    const stale = await browser.submit(preview, actionOf(preview, "/confirm"));
    expect([stale.status, stale.words.includes("又改过"), (await rowsOf(preview)).length]).toEqual([400, true, 0]);
    await browser.submit(changed, actionOf(changed, "/confirm"));
    expect((await rowsOf(preview)).map(({ notice }) => notice.title)).toEqual(["改过的通知", "改过的通知", "改过的通知"]);
    expect((await browser.get(`${preview.path}/edit`)).words).toContain("不能再改");
  });

  test("按单位、按群、定时间；免打扰的推后，不在工作时间的提醒一句", async () => {
    const byUnit = await compose({ audience: "units", unit: ["县司法局"], when: "later", time: "2026-11-28T21:00" });
    expect(byUnit.words).toMatch(/2026-11-28 21:00 发给 1 个群和人[\s\S]*不在工作时间/u);
    await browser.submit(byUnit, actionOf(byUnit, "/confirm"));
    expect((await rowsOf(byUnit)).map(({ chat, notBeforeMs }) => [chat, notBeforeMs])).toEqual([["telegram:-100", Date.parse("2026-11-28T21:00:00+08:00")]]);
    const byChat = await compose({ audience: "chats", chat: ["wecom:普法群", "telegram:700100", "telegram:-999"] });
    await browser.submit(byChat, actionOf(byChat, "/confirm"));
    expect((await rowsOf(byChat)).map(({ chat }) => chat)).toEqual(["wecom:普法群"]);
    const late = await compose({ when: "later", time: "明天晚上9点" });
    expect(late.words).toContain("2026-11-24 21:00");
    expect(late.words).toContain("其中 1 个设了免打扰");
  });

  test.each([
    ["没有内容", { text: " \n " }, "还没有写内容"],
    ["太长", { text: "长".repeat(4200) }, "超出"],
    ["没选单位", { audience: "units", unit: [] }, "至少选一个"],
    ["编造的单位", { audience: "units", unit: ["没有的单位"] }, "至少选一个"],
    ["别人的私聊", { audience: "chats", chat: ["telegram:700100"] }, "至少选一个"],
    ["看不懂的时间", { when: "later", time: "等一会儿" }, "没有看懂时间「等一会儿」"],
    ["没写时间", { when: "later", time: "" }, "还没有写时间"],
    ["勾了群，选的是全部", { chat: ["wecom:普法群"] }, "选的却是「全部」"],
    ["写了时间，选的是马上", { time: "2026-11-28T21:00" }, "选的却是「马上发」"],
    ["过去的时间", { when: "later", time: "2026-11-22T09:00" }, "已经过去"],
  ])("%s：说明白，写的都还在", async (_, fields, said) => {
    const page = await compose(fields);
    expect([page.status, page.words.includes(said)]).toEqual([400, true]);
    expect(page.page.querySelector("text-area")?.textContent.trim()).toBe({ ...NOTICE, ...fields }.text.trim());
  });

  test("没送到的：列出是谁、为什么；重试", async () => {
    const page = await compose({ audience: "units", unit: ["县司法局"] });
    await browser.submit(page, actionOf(page, "/confirm"));
    const [row] = await rowsOf(page);
    if (!row) throw new Error("no row");
    await store.lease("w", row);
    await store.recordParked("w", row.id, "群里不让机器人说话");
    const progress = await browser.get(page.path);
    expect(progress.words).toMatch(/没有送到 1[\s\S]*第2群<b>：群里不让机器人说话/u);
    const retried = await browser.submit(progress, actionOf(progress, "/retry"));
    expect(retried.words).toContain("正在重试 1 个");
    expect((await rowsOf(page))[0]).toMatchObject({ state: "waiting" });
    expect(await audited()).toMatchObject({ actor: "page", action: "broadcast_retry" });
  });

  test("撤回：没发的不发，发出的删，群机器人的说明删不掉；再撤不出错", async () => {
    const page = await compose({});
    await browser.submit(page, actionOf(page, "/confirm"));
    for (const row of (await rowsOf(page)).filter(({ chat }) => chat !== "telegram:700100")) {
      await store.lease("w", row);
      await store.recordSent("w", row.id, "77", nowMs);
    }
    const question = await browser.get(`${page.path}/recall`);
    expect(question.words).toContain("已送达 2 个，还没有发 1 个");
    expect(question.words).toContain("没有接入 Telegram");
    const recalled = await browser.submit(question, `${page.path}/recall`);
    expect(recalled.words).toContain("已撤回：没有发出就收回 1 个，删除 1 个，删不掉 1 个。");
    expect(deleted).toEqual(["telegram:-100 77"]);
    expect(await audited()).toMatchObject({ actor: "page", action: "broadcast_recall" });
    expect((await browser.submit(question, `${page.path}/recall`)).status).toBe(200);
  });

  test("取消草稿；取消过的不能确认，不能改", async () => {
    const page = await compose({});
    const cancelled = await browser.submit(page, actionOf(page, "/cancel"));
    expect(cancelled.words).toContain("已取消，没有发出");
    await browser.submit(page, actionOf(page, "/confirm"));
    expect(await rowsOf(page)).toEqual([]);
    expect((await browser.submit(page, actionOf(page, "/cancel"))).status).toBe(400);
  });

  test.each(["nothing", "..%2f..", "'; drop table broadcasts; --", "a".repeat(3000)])("编造的编号 %j：404", async (id) =>
    expect((await browser.get(`/admin/broadcasts/${encodeURIComponent(id)}`)).status).toBe(404),
  );
});

describe("订阅", () => {
  test("给群订阅、看得到、结束；记入审计", async () => {
    const page = await browser.get("/admin/subscriptions");
    expect(page.words).not.toContain("700100");
    const added = await browser.submit(page, "/admin/subscriptions", { chat: "wecom:普法群", scope: "县司法局", collective: "1" });
    expect(added.words).toMatch(/「普法群」已订阅：县司法局的任务，连同笼统点名的，共 \d+ 项/u);
    expect(await audited()).toMatchObject({ actor: "page", action: "subscribe", object: "wecom:普法群" });
    expect(await store.subscriptions("wecom:普法群")).toMatchObject([{ scope: { kind: "unit", unit: "县司法局", collective: true } }]);
    const ended = await browser.submit(added, actionOf(added, "/end"));
    expect(ended.words).toContain("已结束「普法群」的订阅");
    expect(await store.subscriptions("wecom:普法群")).toEqual([]);
    expect((await browser.submit(added, actionOf(added, "/end"))).status).toBe(400);
  });

  test("说得不清楚：列出来选一个", async () => {
    const page = await browser.submit(await browser.get("/admin/subscriptions"), "/admin/subscriptions", { chat: "wecom:普法群", scope: "办公室" });
    expect([page.status, page.words.includes("县政府办公室"), page.words.includes("县委办公室")]).toEqual([200, true, true]);
    expect(await store.subscriptions("wecom:普法群")).toEqual([]);
    expect((await browser.submit(page, "/admin/subscriptions")).words).toContain("已订阅：县政府办公室的任务");
  });

  test.each([
    ["认不出", { chat: "wecom:普法群", scope: "<b>天书</b>" }, "没有认出「<b>天书</b>」"],
    ["没写", { chat: "wecom:普法群", scope: " " }, "还没有写"],
    ["联系不上的群", { chat: "telegram:-101", scope: "全部" }, "没有这个群"],
    ["别人的私聊", { chat: "telegram:700100", scope: "全部" }, "没有这个群"],
    ["编造的群", { chat: "wecom:没有", scope: "全部" }, "没有这个群"],
  ])("%s：不订阅，说明白", async (_, fields, said) => {
    const before = (await store.subscriptions()).length;
    const page = await browser.submit(await browser.get("/admin/subscriptions"), "/admin/subscriptions", fields);
    expect([page.status, page.words.includes(said), (await store.subscriptions()).length]).toEqual([400, true, before]);
    expect((await store.chat("telegram:-101"))?.parked).toBeDefined();
  });
});

describe("没答好的问题", () => {
  test("按次数、按时间；没有是谁问的；点开看现在怎么答；导出的格子不会变成公式", async () => {
    const { office } = web;
    await recordFeedback(office, "常问的问题", "not_found");
    await recordFeedback(office, "常问的问题", "not_found");
    nowMs += 60_000;
    await recordFeedback(office, '=HYPERLINK("http://evil") 13812345678', "disliked");
    await recordFeedback(office, "答得好的", "liked");
    const questions = async (path: string) => [...(await browser.get(path)).page.querySelectorAll("td:first-child")].map((cell) => cell.textContent);
    const byCount = await questions("/admin/misses");
    expect(byCount[0]).toBe("常问的问题");
    expect(byCount).toHaveLength(2);
    expect((await questions("/admin/misses?by=time"))[0]).toContain("HYPERLINK");
    expect((await browser.get("/admin/misses")).html).not.toContain("13812345678");
    const csv = await browser.get("/admin/misses/export");
    expect(csv.headers).toMatchObject({
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="misses.csv"',
      "cache-control": "no-store",
    });
    expect(csv.html).toContain(`"'=HYPERLINK(""http://evil"")`);
  });
});

describe("审计", () => {
  test("中文的动作，近的在前；按天筛选，翻页；导出", async () => {
    for (let count = 0; count < 120; count += 1)
      await store.audit({
        atMs: Date.parse("2026-10-01T10:00:00+08:00") + count,
        actor: "cli",
        action: "restore",
        object: `第${count}次`,
        result: "done",
        detail: "=1+1",
      });
    await store.audit({
      atMs: Date.parse("2026-10-02T00:00:00+08:00"),
      actor: "telegram:700100",
      action: "bind",
      object: "telegram:-100",
      result: "refused",
      detail: "",
    });
    const first = await browser.get("/admin/audit");
    expect(first.words).toContain("群发");
    const day = await browser.get("/admin/audit?from=2026-10-01&until=2026-10-01");
    const objects = (page: AdminPage) => [...page.page.querySelectorAll("td:nth-child(4)")].map((cell) => cell.textContent);
    expect([objects(day)[0], objects(day).length]).toEqual(["第119次", 50]);
    expect(day.words).toContain("从备份恢复");
    const third = await browser.get("/admin/audit?from=2026-10-01&until=2026-10-01&page=3");
    expect([objects(third).at(-1), objects(third).length]).toEqual(["第0次", 20]);
    expect([...third.page.querySelectorAll(".paging a")].map((link) => link.textContent)).toEqual(["更近的"]);
    expect((await browser.get("/admin/audit?from=2026-10-02&until=2026-10-02")).words).toMatch(/绑定单位[\s\S]*没有权限/u);
    const csv = await browser.get("/admin/audit/export?from=2026-10-01&until=2026-10-01");
    expect(csv.html.split("\r\n")).toHaveLength(122);
    expect(csv.html).toContain("命令行,从备份恢复,第0次,完成,'=1+1");
  });

  test.each(["昨天", "2026-13-01", "2026-02-30", "<script>", "' or 1=1"])("不是日期的 %j：说明白，不出错", async (day) => {
    const page = await browser.get(`/admin/audit?from=${encodeURIComponent(day)}`);
    expect([page.status, page.words.includes("不是日期")]).toEqual([400, true]);
    expect(page.html).not.toContain("<script>alert");
  });

  test.each(["0", "-1", "x", "1e9", "99999999999999999999"])("没有的页 %s：不出错", async (page) =>
    expect((await browser.get(`/admin/audit?page=${page}`)).status).toBe(200),
  );
});

describe("概况和角色", () => {
  test("概况：文件、发件箱、停发的会话、版本", async () => {
    const { words } = await browser.get("/admin");
    for (const part of ["2 份，其中收录的 0 份", "40 项", "nodejieba（还没有用到", "其中 1 个联系不上", "明白 0.1.0", "SQLite", "等待发送"])
      expect(words).toContain(part);
  });

  test("角色：设置里的和授予的", async () => {
    await store.saveGrant({ person: "telegram:42", role: "liaison", unit: "县司法局" });
    expect((await browser.get("/admin/roles")).words).toMatch(/42[\s\S]*联络员（县司法局）[\s\S]*授予/u);
  });

  test("没有登录：哪一页都看不到，什么也改不了", async () => {
    const stranger = web.visit();
    for (const path of [
      "/admin",
      "/admin/documents",
      "/admin/broadcasts",
      "/admin/subscriptions",
      "/admin/misses",
      "/admin/audit",
      "/admin/audit/export",
      "/admin/roles",
    ]) {
      expect((await stranger.get(path)).path).toContain("/admin/login");
      expect([403, 404]).toContain((await stranger.post(path, [["text", "群发"]])).status);
    }
  });
});

describe("登录过期", () => {
  test("写的通知：没有发，登录以后接着写", async () => {
    const late = await web.signIn();
    const form = await late.get("/admin/broadcasts/new");
    const count = (await store.broadcasts()).length;
    nowMs += 31 * 60_000;
    const refused = await late.submit(form, "/admin/broadcasts", { ...NOTICE, text: "写了很久的通知，不能丢" });
    expect([refused.status, (await store.broadcasts()).length]).toEqual([403, count]);
    const resumed = await late.submit(refused, "/admin/login", { password: "法治明白人 2026 Xiping" });
    expect(resumed.words).toContain("写了很久的通知，不能丢");
    expect((await late.submit(resumed, "/admin/broadcasts")).words).toContain("确认以后马上发给 3 个群和人");
  });
});
