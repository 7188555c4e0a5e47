import { describe, expect, test } from "vitest";
import type { ApiCall } from "./bot-api-server.ts";
import { createTestAssistant } from "./telegram-assistant.ts";
import { type Bench, createBench, TOKEN } from "./telegram-bench.ts";
import { groupText, PERSON, pressed, privateText } from "./telegram-updates.ts";

const refused = (code: number) => ({ kind: "refuse", code }) as const;
const BROKEN_PIPE = /^刚才连接中断了一下。如果没有收到答复，请再问一次；错误编号 [0-9a-f]{8}。$/u;

function sent(bench: Bench): readonly string[] {
  return bench.server.calls.filter(({ method }) => method === "sendMessage").map(({ payload }) => String(payload["text"]));
}

/** Asks, waits for the answer to a second person who asks after, so that everything for the first has been said. */
async function askThenWaitFor(bench: Bench, question: string, isLast: (call: ApiCall) => boolean): Promise<void> {
  bench.server.push(privateText(question));
  await bench.server.next("sendMessage", isLast);
  bench.server.push(privateText("收尾"));
  await bench.server.next("sendMessage", ({ payload }) => String(payload["text"]).includes("收尾"));
}

const says = (words: string | RegExp) => (call: ApiCall) => {
  const text = String(call.payload["text"]);
  return typeof words === "string" ? text.includes(words) : words.test(text);
};

describe("Telegram 拒绝或连接中断时", () => {
  test("429：等够 retry_after 再发，只发一次", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", { kind: "refuse", code: 429, retryAfterSeconds: 1 });
    const askedAt = performance.now();
    await askThenWaitFor(bench, "第21项", says("第21项"));
    expect(performance.now() - askedAt).toBeGreaterThan(950);
    expect(sent(bench).filter((text) => text.includes("第21项"))).toHaveLength(1);
  });

  test("一个会话在等 429，别的会话照常", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", { kind: "refuse", code: 429, retryAfterSeconds: 1, to: PERSON.id });
    bench.server.push(privateText("第21项"));
    bench.server.push(privateText("另一个人的问题", { from: { id: 700300, is_bot: false, first_name: "钱七" } }));
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("另一个人的问题");
    expect(String((await bench.server.next("sendMessage")).payload["text"])).toContain("第21项");
  });

  test("500：再试，只发一次", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", refused(500), refused(502));
    await askThenWaitFor(bench, "第21项", says("第21项"));
    expect(sent(bench).filter((text) => text.includes("第21项"))).toHaveLength(1);
  });

  test("一直 500：道歉一句，附错误编号，日志里是同一个编号", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", refused(500), refused(500), refused(500), refused(500));
    bench.server.push(privateText("第21项"));
    const text = String((await bench.server.next("sendMessage")).payload["text"]);
    const [, errorId] = /^抱歉，这次没有答上来，请稍后再试；如果还是不行，请把错误编号 ([0-9a-f]{8}) 告诉管理员。$/u.exec(text) ?? [];
    expect(bench.logged.filter((line) => line.includes(`"errorId":"${errorId}"`))).toHaveLength(1);
  });

  test.each(["drop_before", "drop_after"] as const)("发答复时连接中断（%s）：不知道到没到，就不重发，请人看一眼", async (kind) => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", { kind });
    await askThenWaitFor(bench, "第21项", says(BROKEN_PIPE));
    expect(sent(bench).filter((text) => text.includes("第21项"))).toHaveLength(kind === "drop_after" ? 1 : 0);
  });

  test("翻页时连接中断：再试无妨，就再试", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(privateText("长清单"));
    const answer = await bench.server.next("sendMessage");
    bench.server.fail("editMessageText", { kind: "drop_before" }, { kind: "drop_after" });
    bench.server.push(pressed(answer, "下一页"));
    expect((await bench.server.next("answerCallbackQuery")).payload).not.toHaveProperty("text");
  });

  test("403：这个人停用了机器人，不再打扰，日志里不写是谁", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", { kind: "refuse", code: 403, to: PERSON.id, description: "Forbidden: bot was blocked by the user" });
    bench.server.push(privateText("第21项"));
    bench.server.push(privateText("另一个人的问题", { from: { id: 700300, is_bot: false, first_name: "钱七" } }));
    await bench.server.next("sendMessage", says("另一个人的问题"));
    await bench.stop();
    expect(sent(bench)).toHaveLength(1);
    expect(bench.logged.join("\n")).toContain("不再接收消息");
    expect(bench.logged.join("\n")).not.toContain(String(PERSON.id));
  });

  test("群升级换了编号：答复发到新编号", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.fail("sendMessage", {
      kind: "refuse",
      code: 400,
      migrateTo: -1009876,
      description: "Bad Request: group chat was upgraded to a supergroup chat",
    });
    bench.server.push(groupText("/item 21"));
    expect((await bench.server.next("sendMessage")).payload).toMatchObject({ chat_id: -1009876 });
  });

  test("迟到的按钮、内联查询被 Telegram 拒收，不算出错", async () => {
    const bench = await createBench();
    await bench.start();
    const tooOld = { kind: "refuse", code: 400, description: "Bad Request: query is too old and response timeout expired or query ID is invalid" } as const;
    bench.server.push(privateText("长清单"));
    const answer = await bench.server.next("sendMessage");
    bench.server.fail("answerCallbackQuery", tooOld);
    bench.server.fail("answerInlineQuery", tooOld);
    bench.server.push({ inline_query: { id: "1", from: PERSON, query: "第21项", offset: "" } });
    bench.server.push(pressed(answer, "下一页"));
    await bench.server.next("editMessageText");
    await bench.stop();
    expect(bench.logged.join("\n")).not.toContain("没有答上来");
  });
});

describe("出错时", () => {
  test("道歉一句，日志里有编号和原因；令牌、问题、姓名都不出现", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(privateText("出错"));
    const text = String((await bench.server.next("sendMessage")).payload["text"]);
    const [, errorId] = /错误编号 ([0-9a-f]{8})/u.exec(text) ?? [];
    await bench.stop();
    const log = bench.logged.join("\n");
    expect(log).toContain(`"errorId":"${errorId}"`);
    expect(log).toContain("https://api.telegram.org/bot***/getMe failed");
    for (const secret of [TOKEN, TOKEN.split(":")[1] ?? "", "出错", PERSON.first_name]) expect(log + text).not.toContain(secret);
  });

  test("预料之中的错误，把那一句话原样告诉人", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(privateText("索引坏了"));
    expect((await bench.server.next("sendMessage")).payload["text"]).toMatch(/^索引坏了，请运行 mingbai index 重建。（错误编号 [0-9a-f]{8}）$/u);
  });

  test("按按钮时出错，弹出一句话，按钮不会一直转", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(privateText("长清单"));
    const answer = await bench.server.next("sendMessage");
    await bench.start({}, { ...createTestAssistant(), ask: () => Promise.reject(new Error("broken")) });
    bench.server.push(pressed(answer, "下一页"));
    expect((await bench.server.next("answerCallbackQuery")).payload).toMatchObject({ show_alert: true, text: expect.stringContaining("错误编号") });
  });
});

test("默认的发送速度下，各会话的答复都送到", async () => {
  const bench = await createBench();
  await bench.start({ messagesPerSecond: 30 });
  const people = Array.from({ length: 20 }, (_, index) => 800_000 + index);
  for (const id of people) bench.server.push(privateText("第21项", { from: { id, is_bot: false, first_name: "某人" } }));
  for (const id of people) await bench.server.next("sendMessage", ({ payload }) => payload["chat_id"] === id);
  expect(sent(bench)).toHaveLength(people.length);
});
