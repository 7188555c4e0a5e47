import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { createFormatThread, type FormatThread, type ReadingLimits } from "./format-thread.ts";

const folder = mkdtempSync(join(tmpdir(), "mingbai-thread-"));
const open: FormatThread[] = [];
afterAll(async () => {
  await Promise.all(open.map((thread) => thread.close()));
  rmSync(folder, { recursive: true, force: true });
});

/** A thread whose program does what the name of the file says. */
function threadOf(limits: Partial<ReadingLimits> = {}) {
  const entry = join(folder, "entry.cjs");
  writeFileSync(
    entry,
    `const { parentPort, threadId } = require("node:worker_threads");
const held = [];
const deeds = {
  hang() { for (;;); },
  crash() { throw new Error("boom"); },
  exit() { process.exit(3); },
  heap() { for (;;) held.push(new Array(100_000).fill(1)); },
  outside() { setInterval(() => held.push(Buffer.alloc(16 * 1024 * 1024, 1)), 1); },
  refuse() { parentPort.postMessage({ ok: false, code: "no_text", message: "没有文字。" }); },
};
parentPort.on("message", ({ file, bytes }) => {
  if (deeds[file]) deeds[file]();
  else parentPort.postMessage({ ok: true, source: { text: threadId + " " + Buffer.from(bytes).toString(), tables: [] } });
});`,
  );
  const thread = createFormatThread({ entry, memoryInUse: () => process.memoryUsage.rss() }, limits);
  open.push(thread);
  return (file: string) => thread.read({ kind: "docx", bytes: Buffer.from(file), file });
}

describe("读外来格式的线程", () => {
  test("一个线程接着读几份，次序不乱", async () => {
    const read = threadOf();
    const texts = (await Promise.all(["甲", "乙", "丙"].map(read))).map(({ text }) => text.split(" "));
    expect(texts.map(([, words]) => words)).toEqual(["甲", "乙", "丙"]);
    expect(new Set(texts.map(([id]) => id)).size).toBe(1);
  });

  test("不合用的文件：照原因拒收，线程留用", async () => {
    const read = threadOf();
    const [id] = (await read("甲")).text.split(" ");
    await expect(read("refuse")).rejects.toMatchObject({ code: "no_text", message: "没有文字。" });
    expect((await read("乙")).text).toBe(`${id} 乙`);
  });

  test.each<[string, string, string, Partial<ReadingLimits>]>([
    ["读个没完", "hang", "too_large", { longestReadMs: 300 }],
    ["程序出错", "crash", "unreadable", {}],
    ["线程自己退出", "exit", "unreadable", {}],
    ["堆满内存", "heap", "too_large", {}],
    ["占满堆外的内存", "outside", "too_large", { mostAddedMemoryBytes: 100 * 1024 * 1024 }],
  ])("%s：只这一份不收，一句话说明，下一份照读", { timeout: 30_000 }, async (_name, deed, code, limits) => {
    const read = threadOf(limits);
    const [refused, next] = await Promise.allSettled([read(deed), read("甲")]);
    expect(refused).toMatchObject({ status: "rejected", reason: { code, message: expect.stringMatching(new RegExp(`^「${deed}」[^。]*。$`, "u")) } });
    expect(next).toMatchObject({ status: "fulfilled" });
  });
});
