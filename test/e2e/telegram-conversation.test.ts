import { describe, expect, test } from "vitest";
import type { ApiCall } from "./bot-api-server.ts";
import { PLACE, QUOTE } from "./telegram-assistant.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, pressed, pressedData, privateText } from "./telegram-updates.ts";

const NAME = "@mingbai_test_bot";

/** Pushes a private message and gives the answer to it. */
async function ask(bench: Bench, text: string): Promise<ApiCall> {
  bench.server.push(privateText(text));
  return await bench.server.next("sendMessage");
}

function textOf(call: ApiCall): string {
  return String(call.payload["text"]);
}

/** The words that entities of a kind cover. */
function covered(call: ApiCall, type: string): readonly string[] {
  const entities = (call.payload["entities"] ?? []) as { type: string; offset: number; length: number }[];
  return entities.filter((entity) => entity.type === type).map(({ offset, length }) => textOf(call).slice(offset, offset + length));
}

function buttonsOf(call: ApiCall): readonly string[] {
  const markup = call.payload["reply_markup"] as { inline_keyboard: { text: string }[][] } | undefined;
  return markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
}

describe("私聊", () => {
  test("直接发问得到一条答复：首行加粗，末行说明怎样理解，不引用提问", async () => {
    const bench = await createBench();
    await bench.start();
    const answer = await ask(bench, "县司法局负责哪些任务");
    expect(textOf(answer)).toBe(
      "县司法局：共3项\n1. 第1项任务的题目写在这里〔一、(1)〕\n2. 第2项任务的题目写在这里〔一、(2)〕\n3. 第3项任务的题目写在这里〔一、(3)〕\n〔理解为：测试〕",
    );
    expect(covered(answer, "bold")).toEqual(["县司法局：共3项"]);
    expect(covered(answer, "italic")).toEqual(["〔理解为：测试〕"]);
    expect(answer.payload).toMatchObject({ chat_id: PERSON.id });
    expect(answer.payload).not.toHaveProperty("reply_parameters");
    expect(answer.payload).not.toHaveProperty("parse_mode");
  });

  test("追问接着上一轮；/start 之后从头开始", async () => {
    const bench = await createBench();
    await bench.start();
    await ask(bench, "县司法局负责哪些任务");
    expect(textOf(await ask(bench, "那发改委呢?"))).toContain("接着问：县司法局负责哪些任务");
    expect(textOf(await ask(bench, "/start"))).toContain("直接发问即可");
    expect(textOf(await ask(bench, "那发改委呢?"))).toContain("接着问：\n");
  });

  test.each([
    ["/help", "怎样提问"],
    ["/ask 行政复议由谁负责", "听到：行政复议由谁负责"],
    ["/ask", "请在命令后面写上问题，例如：/ask 行政复议由谁负责"],
    ["/duty 县司法局", "县司法局：共3项"],
    ["/duty县司法局", "县司法局：共3项"],
    ["/duty", "请在命令后面写上单位名称，例如：/duty 县司法局"],
    ["/item 21", "第21项：坚持依法行政"],
    ["/item (二十一)", "听到：(二十一)"],
    ["/units", "共2个单位\n县司法局、县教育局"],
    ["/doc", "收录2份文件"],
    ["/doc 县政办〔2020〕20号", "听到：县政办〔2020〕20号"],
    ["/nothing", "没有这个命令"],
    [`${NAME} 你好`, "听到：你好"],
    ["<b>粗</b> <script>alert(1)</script> *x* _y_ `z`", "听到：<b>粗</b> <script>alert(1)</script> *x* _y_ `z`"],
  ])("%s → %s", async (text, expected) => {
    const bench = await createBench();
    await bench.start();
    const answer = await ask(bench, text);
    expect(textOf(answer)).toContain(expected);
    expect(answer.payload).not.toHaveProperty("parse_mode");
  });

  test("五千字的问题也只得到一条短答复", async () => {
    const bench = await createBench();
    await bench.start();
    expect(textOf(await ask(bench, "法".repeat(5000)))).toHaveLength("听到：".length + 100 + "\n〔理解为：测试〕".length);
  });

  test("语音、图片、贴纸：说明只看文字；编辑过的消息、服务消息、自己经内联发出的话：不答", async () => {
    const bench = await createBench();
    await bench.start();
    const { text: _text, ...withoutText } = privateText("").message;
    const voice = { voice: { file_id: "v", file_unique_id: "v", duration: 1 } };
    bench.server.push({ message: { ...withoutText, ...voice } as never });
    expect(textOf(await bench.server.next("sendMessage"))).toContain("只看得懂文字");
    bench.server.push({ edited_message: { ...privateText("改过的问题").message, edit_date: 1 } as never });
    bench.server.push({ message: { ...withoutText, pinned_message: withoutText } as never });
    bench.server.push(privateText("内联发出的答复", { via_bot: bench.server.me }));
    expect(textOf(await ask(bench, "下一问"))).toContain("下一问");
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(2);
  });
});

describe("其他年份", () => {
  test("按钮写明有几项；按下另发一条，长的可以翻页", async () => {
    const bench = await createBench();
    await bench.start();
    const list = await ask(bench, "长清单");
    bench.server.push(pressed(list, "其他年份 12 项"));
    const others = await bench.server.next("sendMessage");
    expect(textOf(others)).toContain("（第1页，共");
    expect(buttonsOf(others)).toEqual(["下一页"]);
    bench.server.push(pressed(others, "下一页"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("（第2页，共");
  });
});

describe("群聊", () => {
  test.each([
    ["发给我们的命令", groupText(`/ask${NAME} 第21项`), "第21项：坚持依法行政"],
    ["没有指名的命令", groupText("/item 21"), "第21项：坚持依法行政"],
    ["前面提到", groupText(`${NAME} 第21项`), "第21项：坚持依法行政"],
    ["中间提到，多余的空格去掉", groupText(`请问  ${NAME}  第21项是什么`), "听到：请问 第21项是什么"],
    ["大小写不同的提到", groupText("第21项 @MingBai_Test_Bot"), "第21项：坚持依法行政"],
    ["只提到，没有问题", groupText(NAME), "请发一个问题"],
    [
      "回复机器人的消息",
      groupText("第21项", { reply_to_message: { message_id: 1, from: { id: 424242, is_bot: true, first_name: "明白" } } }),
      "第21项：坚持依法行政",
    ],
    [
      "匿名管理员",
      groupText("/item 21", { from: { id: 1087968824, is_bot: true, first_name: "Group" }, sender_chat: { id: GROUP_ID, type: "supergroup", title: "群" } }),
      "第21项",
    ],
  ])("%s：答复，并引用那条消息", async (_case, update, expected) => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(update);
    const answer = await bench.server.next("sendMessage");
    expect(textOf(answer)).toContain(expected);
    expect(answer.payload).toMatchObject({ chat_id: GROUP_ID, reply_parameters: { message_id: update.message.message_id, allow_sending_without_reply: true } });
  });

  test("闲谈、别的机器人的命令、没有指名的生命令、回复话题开头的消息：不答，也不留记录", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(groupText("县司法局负责哪些任务"));
    bench.server.push(groupText("/ask@other_bot 第21项"));
    bench.server.push(groupText("/weather"));
    bench.server.push(groupText("写信给 me@mingbai_test_bot.cn"));
    bench.server.push(groupText("第21项", { reply_to_message: { message_id: 1, from: { id: 424242 }, forum_topic_created: { name: "话题", icon_color: 1 } } }));
    bench.server.push(groupText("频道的话", { is_automatic_forward: true }));
    bench.server.push(groupText(`${NAME} 最后一问`));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("最后一问");
    expect(bench.server.calls.filter(({ method }) => method === "sendMessage")).toHaveLength(1);
  });

  test("话题里的提问在话题里答", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(groupText("/item 21", { is_topic_message: true, message_thread_id: 77 }));
    expect((await bench.server.next("sendMessage")).payload).toMatchObject({ message_thread_id: 77 });
  });

  test("同一个群里各人的追问互不相干", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(groupText(`${NAME} 甲的问题`));
    await bench.server.next("sendMessage");
    bench.server.push(groupText(`${NAME} 那发改委呢?`, { from: { id: 700200, is_bot: false, first_name: "赵六" } }));
    expect(textOf(await bench.server.next("sendMessage"))).not.toContain("甲的问题");
  });

  test("不在允许之列的会话：只告诉会话编号", async () => {
    const bench = await createBench();
    await bench.start({ allowedChats: [PERSON.id] });
    bench.server.push(groupText("/item 21"));
    expect(textOf(await bench.server.next("sendMessage"))).toBe(`机器人没有对这个会话开放；如需使用，请把会话编号 ${GROUP_ID} 告诉管理员。`);
    expect(textOf(await ask(bench, "第21项"))).toContain("坚持依法行政");
  });
});

describe("按钮", () => {
  test("长清单分页：每页放得下，翻来翻去不丢一项", async () => {
    const bench = await createBench();
    await bench.start();
    const first = await ask(bench, "长清单");
    expect(buttonsOf(first)).toEqual(["下一页", "原文", "怎么查的", "其他年份 12 项", "👍", "👎", "答得不对"]);
    const pages = [textOf(first)];
    for (let call = first; buttonsOf(call).includes("下一页"); ) {
      bench.server.push(pressed({ ...call, payload: { ...call.payload, chat_id: PERSON.id } }, "下一页"));
      call = await bench.server.next("editMessageText");
      await bench.server.next("answerCallbackQuery");
      pages.push(textOf(call));
    }
    expect(pages.length).toBeGreaterThan(2);
    expect([...pages.join("\n").matchAll(/^(\d+)\. /gmu)].map(([, number]) => Number(number))).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(pages.at(-1)).toContain(`（第${pages.length}页，共${pages.length}页）`);
  });

  test("原文：用引用格式回复在那条消息下面，注明出处，从这一页的第一项开始", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(pressed(await ask(bench, "第21项"), "原文"));
    const source = await bench.server.next("sendMessage");
    expect(covered(source, "blockquote")).toEqual([QUOTE]);
    expect(covered(source, "italic")).toContain(`——${PLACE}`);
    expect(source.payload).toHaveProperty("reply_parameters");

    bench.server.push(pressed(await ask(bench, "长清单"), "下一页"));
    const second = await bench.server.next("editMessageText");
    bench.server.push(pressed(second, "原文"));
    const firstEntry = /^(\d+)\. /mu.exec(textOf(second))?.[1];
    const words = covered(await bench.server.next("sendMessage"), "blockquote");
    expect(words).toContain(`(${firstEntry})第${firstEntry}项任务的原文,责任单位:县司法局。`);
  });

  test("原文放不下一条消息时，也能翻页", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(pressed(await ask(bench, "长清单"), "原文"));
    const source = await bench.server.next("sendMessage");
    expect(buttonsOf(source)).toEqual(["下一页"]);
    bench.server.push(pressed(source, "下一页"));
    const next = await bench.server.next("editMessageText");
    expect(buttonsOf(next)).toEqual(["上一页", "下一页"]);
    expect(covered(next, "blockquote")).not.toEqual(covered(source, "blockquote"));
  });

  test("重启之后，旧按钮照样能用", async () => {
    const bench = await createBench();
    await bench.start();
    const answer = await ask(bench, "长清单");
    await bench.start();
    bench.server.push(pressed(answer, "下一页"));
    expect(textOf(await bench.server.next("editMessageText"))).toContain("（第2页，");
  });

  test.each(["p:gone1234:1", "p::1", "x:abc:1", "p:abc:0", "' OR 1=1 --", "好".repeat(21)])("认不得的按钮 %s → 请重新提问", async (data) => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(pressedData(data));
    expect((await bench.server.next("answerCallbackQuery")).payload).toMatchObject({ text: "这个按钮已失效，请重新提问" });
  });

  test("内容没有变化不算出错；消息改不了时请人重新提问", async () => {
    const bench = await createBench();
    await bench.start();
    const answer = await ask(bench, "长清单");
    bench.server.fail("editMessageText", {
      kind: "refuse",
      code: 400,
      description: "Bad Request: message is not modified: specified new message content is the same",
    });
    bench.server.push(pressed(answer, "下一页"));
    expect((await bench.server.next("answerCallbackQuery")).payload).not.toHaveProperty("text");
    bench.server.fail("editMessageText", { kind: "refuse", code: 400, description: "Bad Request: message to edit not found" });
    bench.server.push(pressed(answer, "下一页"));
    expect((await bench.server.next("answerCallbackQuery")).payload).toMatchObject({ text: "这条消息不能再翻页了，请重新提问" });
    expect(bench.logged.join("\n")).not.toContain("没有答上来");
  });
});

describe("在任何聊天里 @ 机器人", () => {
  const inline = (query: string, id = 1) => ({ inline_query: { id: `inline${id}`, from: PERSON, query, offset: "" } });

  test("给出答案的各页，选中即发出带格式的文字", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(inline("第21项"));
    const { payload } = await bench.server.next("answerInlineQuery");
    expect(payload).toMatchObject({
      is_personal: false,
      results: [{ type: "article", id: "page-1", title: "第21项：坚持依法行政", input_message_content: { message_text: expect.stringContaining(QUOTE) } }],
    });
    bench.server.push(inline("长清单", 2));
    const results = (await bench.server.next("answerInlineQuery")).payload["results"] as { title: string }[];
    expect(results[1]?.title).toMatch(/^县司法局：共300项（第2页，共\d+页）$/u);
  });

  test("还没输入时提示怎样输入", async () => {
    const bench = await createBench();
    await bench.start();
    bench.server.push(inline(""));
    expect((await bench.server.next("answerInlineQuery")).payload).toMatchObject({ results: [], button: { text: "请输入单位或问题，例如：县司法局" } });
  });
});

test("命令菜单是中文的", async () => {
  const bench = await createBench();
  await bench.start();
  const { payload } = await bench.server.next("setMyCommands");
  const names = (payload["commands"] as { command: string }[]).map(({ command }) => command);
  expect(names.slice(0, 8)).toEqual(["start", "help", "ask", "duty", "item", "units", "doc", "here"]);
  expect(names).toEqual(expect.arrayContaining(["bind", "subscribe", "privacy", "forget"]));
  expect(names).not.toContain("grant");
  expect(JSON.stringify(payload)).toContain("一个单位的全部任务");
  expect(JSON.stringify(payload["commands"])).not.toMatch(/"description":"[^\p{Script=Han}"]*"/u);
});
