import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { assistantOver, corpusSourceOf, takeUsualSnapshot } from "../../src/cli/compose.ts";
import { liveAssistantOver } from "../../src/cli/compose-live.ts";
import type { Edge } from "../../src/cli/edge.ts";
import { createFileDesk } from "../../src/cli/file-desk.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { root, seeds } from "./program.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, pressed, pressedData, privateFile, privateText } from "./telegram-updates.ts";

const PLAN = `云岭县2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻、就医数据。
牵头单位:县大数据局
(二)整治数据孤岛。清理停用系统20个。
牵头单位:县大数据局
2021年3月5日
`;
const ADMINS = { admins: [PERSON.id] };
const OTHER = { id: 700200, is_bot: false, first_name: "赵六" } as const;

const textOf = (call: ApiCall): string => String(call.payload["text"]);
const buttonsOf = (call: ApiCall): readonly string[] =>
  (call.payload["reply_markup"] as { inline_keyboard: { text: string }[][] } | undefined)?.inline_keyboard.flat().map(({ text }) => text) ?? [];

/** The whole program behind the bot: real documents, files and index in folders of the test's own. */
async function createDesk() {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-desk-"));
  const { stdin, stdout, stderr } = process;
  const env = {
    PATH: process.env["PATH"],
    MINGBAI_HOME: join(folder, "home"),
    MINGBAI_INDEX_DIR: join(folder, "index"),
    MINGBAI_SEEDS_DIR: seeds,
    MINGBAI_SEGMENTER: "node-rs",
  };
  const edge: Edge = { env, programRoot: root, workingDir: folder, stdin, stdout, stderr, onStopSignal: () => undefined };
  const failures: unknown[] = [];
  const { stamp } = takeUsualSnapshot(edge);
  const source = corpusSourceOf(edge);
  await source.loadCorpus();
  const assistant = liveAssistantOver(edge, source, stamp, { onRenewed: () => undefined, onFailed: (error) => failures.push(error) });
  const desk = createFileDesk(edge, assistant);
  onTestFinished(async () => {
    await assistant.catchUp();
    await desk.close();
    rmSync(folder, { recursive: true, force: true });
    expect(failures).toEqual([]);
  });
  const documents = async () =>
    (await assistantOver(corpusSourceOf(edge)).documents()).blocks.map((block) => (block.kind === "quote" ? "" : block.text)).join("\n");
  return { desk, assistant, documents, home: env.MINGBAI_HOME };
}

/** Sends the plan and gives the report. */
async function sendPlan(bench: Bench, name = "要点.txt"): Promise<ApiCall> {
  bench.server.offerFile("file1", PLAN);
  bench.server.push(privateFile("file1", name, { file_size: Buffer.byteLength(PLAN) }));
  return await bench.server.next("sendMessage");
}

describe("管理员把文件发给机器人", { timeout: 30_000 }, () => {
  test("先看报告；按「收录」后按它回答，重启之后按也行；再按已失效", async () => {
    const { desk, assistant, documents } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    const report = await sendPlan(bench);
    expect(textOf(report)).toContain("1 个部分，2 项任务");
    expect(buttonsOf(report)).toEqual(["收录", "放弃"]);
    expect(await documents()).not.toContain("云岭县");

    await bench.start(ADMINS, assistant, desk);
    bench.server.push(pressed(report, "收录"));
    expect(textOf(await bench.server.next("editMessageText"))).toMatch(/已收录，编号 doc-[0-9a-f]{10}$/u);
    expect(await documents()).toContain("云岭县2021年数字政府建设工作要点");
    await assistant.catchUp();
    bench.server.push(privateText("县大数据局牵头哪些任务"));
    expect(textOf(await bench.server.next("sendMessage"))).toContain("(一)建设人口基础数据库");

    const presses = bench.server.calls.filter(({ method }) => method === "answerCallbackQuery").length;
    bench.server.push(pressed(report, "收录"));
    await bench.server.next("answerCallbackQuery", ({ payload }) => payload["text"] === "这个按钮已失效，请重新提问");
    expect(bench.server.calls.filter(({ method }) => method === "answerCallbackQuery")).toHaveLength(presses + 1);
  });

  test("按「放弃」：不收，什么也不留", async () => {
    const { desk, assistant, documents, home } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    const report = await sendPlan(bench);
    bench.server.push(pressed(report, "放弃"));
    expect(textOf(await bench.server.next("editMessageText"))).toBe("已放弃「要点.txt」，没有收录。");
    expect(await documents()).not.toContain("云岭县");
    expect(readdirSync(join(home, "incoming"))).toEqual([]);
  });

  test.each([
    ["空文件", "", "a.txt", "「a.txt」是空文件：请换成有内容的文件。"],
    ["名字带路径", "", "../../etc/a.txt", "「a.txt」是空文件：请换成有内容的文件。"],
    ["涉密文件", `机密★1年\n${PLAN}`, "a.txt", "标有密级"],
    ["残缺的 docx", "PK\u0003\u0004", "a.docx", "「a.docx」"],
  ])("%s：一句话说明，没有按钮", async (_name, content, name, words) => {
    const { desk, assistant } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    bench.server.offerFile("file1", content);
    bench.server.push(privateFile("file1", name));
    const answer = await bench.server.next("sendMessage");
    expect(textOf(answer)).toContain(words);
    expect(textOf(answer)).not.toContain("..");
    expect(buttonsOf(answer)).toEqual([]);
  });

  test.each([
    ["太大", { file_size: 21 * 1024 * 1024 }, "20 MB"],
    ["取不到", {}, "再发一次"],
  ])("文件%s：一句话说明", async (_name, more, words) => {
    const { desk, assistant } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    bench.server.push(privateFile("gone", "a.txt", more));
    expect(textOf(await bench.server.next("sendMessage"))).toContain(words);
  });
});

describe("不是管理员", () => {
  test.each([
    ["没有设管理员", {}],
    ["管理员是别人", { admins: [OTHER.id] }],
  ])("%s：一句话，不取文件", async (_name, settings) => {
    const { desk, assistant } = await createDesk();
    const bench = await createBench();
    await bench.start(settings, assistant, desk);
    expect(textOf(await sendPlan(bench))).toContain("只有管理员");
    expect(bench.server.calls.some(({ method }) => method === "getFile")).toBe(false);
  });

  test("按了管理员的按钮，或者已不再是管理员：不收", async () => {
    const { desk, assistant, documents } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    const markup = (await sendPlan(bench)).payload["reply_markup"] as { inline_keyboard: { callback_data: string }[][] };
    const data = markup.inline_keyboard[0]?.[0]?.callback_data ?? "";
    bench.server.push(pressedData(data, OTHER.id, OTHER));
    await bench.server.next("answerCallbackQuery", ({ payload }) => String(payload["text"]).includes("只有管理员"));
    bench.server.push(pressedData(data, GROUP_ID));
    await bench.server.next("answerCallbackQuery", ({ payload }) => String(payload["text"]).includes("只有管理员"));
    await bench.start({ admins: [] }, assistant, desk);
    bench.server.push(pressedData(data));
    await bench.server.next("answerCallbackQuery", ({ payload }) => String(payload["text"]).includes("只有管理员"));
    expect(await documents()).not.toContain("云岭县");
  });

  test("群里的文件不理会", async () => {
    const { desk, assistant } = await createDesk();
    const bench = await createBench();
    await bench.start(ADMINS, assistant, desk);
    bench.server.push(groupText("", { text: undefined, document: { file_id: "file1", file_unique_id: "file1", file_name: "a.txt" } }));
    bench.server.push(privateText("/help"));
    expect((await bench.server.next("sendMessage")).payload["chat_id"]).toBe(PERSON.id);
  });
});
