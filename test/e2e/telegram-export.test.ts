import { expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { columnOf, readWorkbook } from "../workbook.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, pressed, pressedData, privateText } from "./telegram-updates.ts";

const { assistant } = await createSeedsAssistant();
const QUESTION = "县司法局负责哪些任务";

async function startedBench(): Promise<Bench> {
  const bench = await createBench();
  await bench.start({}, assistant);
  return bench;
}

async function ask(bench: Bench, text: string): Promise<ApiCall> {
  bench.server.push(privateText(text));
  return await bench.server.next("sendMessage");
}

/** Numbers of the tasks in the file that was sent. */
async function ordinalsIn({ upload }: ApiCall): Promise<readonly number[]> {
  if (!upload) throw new Error("没有文件");
  return columnOf(await readWorkbook(new Uint8Array(await upload.arrayBuffer())), "序号").map(Number);
}

async function ordinalsOf(...turns: readonly string[]): Promise<readonly number[]> {
  let state: unknown = null;
  let items: readonly { readonly ordinal: number }[] = [];
  for (const turn of turns) ({ state, items } = await assistant.ask(turn, state).then(({ answer, state: next }) => ({ state: next, items: answer.items })));
  return items.map(({ ordinal }) => ordinal);
}

test("按「导出」：发来表格，正是列出的 29 项，以问的内容命名", async () => {
  const bench = await startedBench();
  bench.server.push(pressed(await ask(bench, QUESTION), "导出"));
  const sent = await bench.server.next("sendDocument");
  expect(sent.payload).toMatchObject({ chat_id: PERSON.id, caption: "29 项任务，写明文件、单位、时限和原文；可用办公软件打开。" });
  expect(sent.upload?.name).toMatch(/^任务清单-西平县2020年-县司法局参与-\d{4}-\d{2}-\d{2}\.xlsx$/u);
  expect(await ordinalsIn(sent)).toEqual(await ordinalsOf(QUESTION));
  await bench.server.next("answerCallbackQuery");
});

test.each(["导出", "导出表格", "下载表格", "导出xlsx"])("发“%s”：上一个回答的任务；接着问的，是接着问的那些", async (words) => {
  const bench = await startedBench();
  await ask(bench, QUESTION);
  await ask(bench, "那财政局呢");
  bench.server.push(privateText(words));
  expect(await ordinalsIn(await bench.server.next("sendDocument"))).toEqual(await ordinalsOf(QUESTION, "那财政局呢"));
});

test("回复早先的一条发“导出”，是那一条的任务；重启之后也行", async () => {
  const bench = await startedBench();
  const first = await ask(bench, QUESTION);
  await ask(bench, "行政复议由谁负责");
  await bench.start({}, assistant);
  const original = { ...privateText("…").message, from: bench.server.me, reply_markup: first.payload["reply_markup"] };
  bench.server.push(privateText("导出", { reply_to_message: original }));
  expect(await ordinalsIn(await bench.server.next("sendDocument"))).toHaveLength(29);
});

test("群里：作为对提问的回复，在同一个话题里", async () => {
  const bench = await startedBench();
  bench.server.push(groupText(`/ask@mingbai_test_bot ${QUESTION}`));
  const list = await bench.server.next("sendMessage");
  bench.server.push(groupText("/ask 导出", { is_topic_message: true, message_thread_id: 7 }));
  const sent = await bench.server.next("sendDocument");
  expect(sent.payload).toMatchObject({ chat_id: GROUP_ID, message_thread_id: 7, reply_parameters: { allow_sending_without_reply: true } });
  expect(await ordinalsIn(sent)).toHaveLength(29);
  bench.server.push(pressed(list, "导出"));
  expect(await ordinalsIn(await bench.server.next("sendDocument"))).toHaveLength(29);
});

test.each([
  ["还没有问过", []],
  ["上一个回答没有任务", [QUESTION, "投资项目审批时间平均减少了百分之多少"]],
])("%s：一句话说没有可以导出的", async (_, turns) => {
  const bench = await startedBench();
  for (const turn of turns) await ask(bench, turn);
  expect((await ask(bench, "导出")).payload["text"]).toBe("没有可以导出的任务：请先问一个列出任务的问题，例如“县司法局负责哪些任务”，再发“导出”。");
});

test("没有列出任务的回答下面没有「导出」；半小时以后从头开始；按旧的按钮照样", async () => {
  const bench = await startedBench();
  const list = await ask(bench, QUESTION);
  const figure = await ask(bench, "投资项目审批时间平均减少了百分之多少");
  expect(JSON.stringify(figure.payload["reply_markup"])).not.toContain("导出");
  await ask(bench, QUESTION);
  bench.pass(31 * 60 * 1000);
  expect((await ask(bench, "导出")).payload["text"]).toContain("没有可以导出的任务");
  bench.server.push(pressed(list, "导出"));
  expect(await ordinalsIn(await bench.server.next("sendDocument"))).toHaveLength(29);
});

test("伪造的按钮：说已失效，不发文件", async () => {
  const bench = await startedBench();
  for (const data of ["x:nosuch", "x:", "x:a:b"]) {
    bench.server.push(pressedData(data));
    expect((await bench.server.next("answerCallbackQuery")).payload["text"]).toBe("这个按钮已失效，请重新提问");
  }
  expect(bench.server.calls.filter(({ method }) => method === "sendDocument")).toEqual([]);
});
