import { describe, expect, test } from "vitest";
import { createSeedsAssistant } from "../questions/assistant.ts";
import { createPictureCounties } from "../web/picture-county.ts";
import type { ApiCall } from "./bot-api-server.ts";
import { type Bench, createBench } from "./telegram-bench.ts";
import { GROUP_ID, groupText, PERSON, privateText } from "./telegram-updates.ts";

const seeds = await createSeedsAssistant();
const counties = await createPictureCounties();
const OWNER = { id: 700001, is_bot: false, first_name: "某人" } as const;

async function benchOver({ assistant }: typeof seeds): Promise<Bench> {
  const bench = await createBench();
  await bench.start({ owners: [OWNER.id] }, assistant);
  return bench;
}

const captionOf = ({ payload }: ApiCall): string => String(payload["caption"]);

/** Asks for a picture. @returns its caption, once it is known to be a PNG of a telephone's width */
async function chart(bench: Bench, text: string): Promise<string> {
  bench.server.push(privateText(text));
  const photo = await bench.server.next("sendPhoto");
  expect(photo.payload["chat_id"]).toBe(PERSON.id);
  const png = Buffer.from((await photo.upload?.arrayBuffer()) ?? new ArrayBuffer(0));
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  expect(png.readUInt32BE(16)).toBeGreaterThan(600);
  return captionOf(photo);
}

async function tell(bench: Bench, text: string, more: object = {}): Promise<string> {
  bench.server.push(privateText(text, { ...more }));
  return String((await bench.server.next("sendMessage")).payload["text"]);
}

describe("/chart", () => {
  test("什么也不写：全部单位的任务数，写明数的是哪份文件", async () => {
    const bench = await benchOver(seeds);
    const caption = await chart(bench, "/chart");
    expect(caption).toMatch(/^各单位的任务数\n共40项任务，点名21家单位/u);
    expect(caption).toContain("按《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）的台账逐项计数，原文没有印这些数。");
    expect(caption.length).toBeLessThanOrEqual(1024);
  });

  test("说定了单位的会话：就是它的；写全部，就是全部的", async () => {
    const bench = await benchOver(seeds);
    await tell(bench, "/bind 县司法局");
    expect(await chart(bench, "/chart")).toMatch(/^县司法局2020年各月的期限/u);
    expect(await chart(bench, "/chart 共同")).toMatch(/^县司法局与哪些单位/u);
    expect(await chart(bench, "/chart 全部")).toMatch(/^各单位的任务数/u);
    expect(await chart(bench, "/chart 县发改委 共同")).toMatch(/^县发改委与哪些单位/u);
  });

  test("认不出：一句话，不发图", async () => {
    const bench = await benchOver(seeds);
    expect(await tell(bench, "/chart 天气怎么样")).toMatch(/^没有认出「天气怎么样」是哪个单位、哪个县或哪份文件；[^。]*。$/u);
    expect(await tell(bench, `/chart ${"啊".repeat(2000)}`)).toMatch(/^没有认出「啊{40}……」/u);
    expect(bench.server.calls.filter(({ method }) => method === "sendPhoto")).toEqual([]);
  });

  test("群里：回复那条消息，在那个话题里", async () => {
    const bench = await benchOver(seeds);
    const update = groupText("/chart@mingbai_test_bot 西平县", { is_topic_message: true, message_thread_id: 9 });
    bench.server.push(update);
    expect((await bench.server.next("sendPhoto")).payload).toMatchObject({
      chat_id: GROUP_ID,
      message_thread_id: 9,
      reply_parameters: { message_id: update.message.message_id },
    });
  });

  test("菜单和帮助里都有", async () => {
    const bench = await benchOver(seeds);
    expect(await tell(bench, "/help")).toContain("/chart 画一张图");
    const menus = bench.server.calls.filter(({ method }) => method === "setMyCommands").map(({ payload }) => JSON.stringify(payload["commands"]));
    expect(menus.length).toBeGreaterThan(1);
    for (const menu of menus) expect(menu).toContain('"chart"');
  });
});

test("几个县：问是哪个；写了县、说定了县，就不问", async () => {
  const bench = await benchOver(counties);
  const asked = await tell(bench, "/chart");
  expect(asked).toBe("请写明是哪个县或哪份文件：青溪区《青溪区2021年普法工作要点》、云岭县《云岭县2021年法治政府建设工作要点》。");
  expect(await chart(bench, "/chart 青溪区")).toContain("《青溪区2021年普法工作要点》");
  await tell(bench, "/here 云岭县");
  expect(await chart(bench, "/chart")).toContain("《云岭县2021年法治政府建设工作要点》");
});
