import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, describe, expect, test } from "vitest";
import type { Answer } from "../../../core/answer/index.ts";
import { makeAnswer } from "../../../core/answer/make-answer.ts";
import { AppError } from "../../../errors.ts";
import { runTerminalChat, type TerminalChatOptions } from "./terminal-chat.ts";

const folder = mkdtempSync(join(tmpdir(), "mingbai-terminal-"));
const historyFile = join(folder, "home", "chat-history");
const CTRL_C = "\x03";
const CTRL_D = "\x04";
const ARROW_UP = "\x1b[A";

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const answerOf = (lines: readonly string[]): Answer =>
  makeAnswer({
    behaviour: "text",
    understood: "所问",
    blocks: lines.map((text, index) => ({ kind: "text", text, ...(index === 0 ? { strong: true } : {}) })),
  });

/** Says how many turns the conversation has had, and as many lines as asked for. */
const assistant: TerminalChatOptions["assistant"] = {
  ask(question, state) {
    if (question === "坏") return Promise.reject(new AppError("no_documents", "一份文件也没有,请放入文件。"));
    if (question === "崩") return Promise.reject(new TypeError("defect"));
    const turn = typeof state === "number" ? state + 1 : 1;
    const more = Array.from({ length: Number(/\d+/u.exec(question)?.[0] ?? 0) }, (_, index) => `第${index + 1}行`);
    return Promise.resolve({ answer: answerOf([`第${turn}问:${question}`, ...more]), state: turn });
  },
  findPlace: (words) => Promise.resolve({ place: words.includes("西平") ? "西平县" : undefined, known: ["西平县", "南昌县"] }),
  findUnit: (words) =>
    Promise.resolve(words === "办公室" ? { kind: "choices", choices: ["县政府办公室", "县委办公室"] } : { kind: "unit", name: "县司法局", listed: true }),
  explain(question, state) {
    if (question === "说不清") return Promise.reject(new TypeError("defect"));
    return Promise.resolve(answerOf([`这样查的:${question}`, `前面有${typeof state === "number" ? state : 0}问`]));
  },
};

interface Terminal {
  readonly warnings: string[];
  /** Types the words and waits until the screen has shown what is expected since then. */
  type(words: string, expected: string): Promise<string>;
  /** Settles when the conversation is over, with all that was shown. */
  readonly ended: Promise<string>;
  readonly stop: AbortController;
}

let nowMs = 1_700_000_000_000;

/** A terminal of 12 rows and 80 columns, with the conversation in it. */
function openTerminal(colour = false): Terminal {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
  const output = Object.assign(new PassThrough(), { isTTY: true, rows: 12, columns: 80 });
  let screen = "";
  output.on("data", (chunk: Buffer) => {
    screen += chunk.toString("utf8");
  });
  const warnings: string[] = [];
  const stop = new AbortController();
  const run = runTerminalChat({
    assistant,
    input: input as unknown as NodeJS.ReadStream,
    output: output as unknown as NodeJS.WriteStream,
    historyFile,
    colour,
    signal: stop.signal,
    warn: (message) => warnings.push(message),
    clock: () => nowMs,
  });
  return {
    warnings,
    stop,
    ended: run.then(() => screen),
    async type(words, expected) {
      const from = screen.length;
      input.write(words);
      await expect.poll(() => screen.slice(from), { interval: 5 }).toContain(expected);
      return screen.slice(from);
    },
  };
}

describe("a conversation at a terminal", () => {
  test("prompts, remembers the turn before, and :new forgets it", async () => {
    const terminal = openTerminal();
    await terminal.type("甲\r", "第1问:甲");
    await terminal.type("乙\r", "第2问:乙");
    await terminal.type(":new\r", "忘掉");
    await terminal.type("丙\r", "第1问:丙");
    nowMs += 31 * 60 * 1000;
    await terminal.type("丁\r", "第1问:丁");
    await terminal.type(":here\r", "现有资料的县：西平县、南昌县");
    await terminal.type(":here 西平\r", "都按西平县回答");
    await terminal.type(":here 不限\r", "不再限定");
    await terminal.type(":bind\r", "没有认出是哪个单位");
    await terminal.type(":bind 办公室\r", "县政府办公室、县委办公室");
    await terminal.type(":bind 司法局\r", "就是县司法局");
    await terminal.type(":bind 取消\r", "不再记住");
    await terminal.type("\uff1ahelp\r", ":quit");
    await terminal.type(":nope\r", "没有这个命令");
    await terminal.type(":quit\r", "再见");
    expect(await terminal.ended).toContain("问> ");
  });

  test("a long answer comes page by page, Enter by Enter; a question drops the rest", async () => {
    const terminal = openTerminal();
    const first = await terminal.type("要25行\r", "还有 2 页");
    expect(first).toContain("第9行");
    expect(first).not.toContain("第10行");
    expect(await terminal.type("\r", "还有 1 页")).toContain("第10行");
    await terminal.type("甲\r", "第2问:甲");
    await terminal.type("\r:help\r", ":quit");
    await terminal.type(CTRL_D, "再见");
    expect(await terminal.ended).not.toContain("第25行");
  });

  test(":why tells how the last question was answered, as it was asked, and the conversation goes on", async () => {
    const terminal = openTerminal();
    await terminal.type(":why\r", "还没有问过问题");
    await terminal.type("甲\r", "第1问:甲");
    expect(await terminal.type(":why\r", "这样查的:甲")).toContain("前面有0问");
    await terminal.type("乙\r", "第2问:乙");
    await terminal.type("坏\r", "一份文件也没有");
    expect(await terminal.type("\uff1aWHY\r", "这样查的:乙")).toContain("前面有1问");
    await terminal.type("丙\r", "第3问:丙");
    await terminal.type(":new\r", "忘掉");
    await terminal.type(":why\r", "还没有问过问题");
    await terminal.type("说不清\r", "第1问:说不清");
    await terminal.type(":why\r", "程序内部出错");
    await terminal.type("丁\r", "第2问:丁");
    await terminal.type(CTRL_D, "再见");
    await terminal.ended;
    expect(terminal.warnings).toEqual(["TypeError: defect"]);
  });

  test.each([
    ["Ctrl-C", CTRL_C],
    ["Ctrl-D", CTRL_D],
  ])("%s leaves with a word of goodbye", async (_, key) => {
    const terminal = openTerminal();
    await terminal.type("甲\r", "第1问:甲");
    await terminal.type(key, "再见");
    await terminal.ended;
  });

  test("导出 says how to export, and is no question", async () => {
    const terminal = openTerminal();
    await terminal.type("导出表格\r", "mingbai ledger --format xlsx > 台账.xlsx");
    await terminal.type("县司法局\r", "第1问:县司法局");
    await terminal.type(CTRL_D, "再见");
  });

  test("a stop signal leaves too, before and after the first question", async () => {
    const terminal = openTerminal();
    await terminal.type("甲\r", "第1问:甲");
    terminal.stop.abort();
    expect(await terminal.ended).toContain("再见");
  });

  test("questions are kept for arrow-up, readable by their owner alone", async () => {
    const first = openTerminal();
    await first.type("县司法局负责什么\r", "第1问");
    await first.type(CTRL_D, "再见");
    await first.ended;
    expect(readFileSync(historyFile, "utf8")).toBe("县司法局负责什么\n");
    expect(statSync(historyFile).mode & 0o777).toBe(0o600);
    const second = openTerminal();
    await second.type(`${ARROW_UP}\r`, "第1问:县司法局负责什么");
    await second.type(CTRL_D, "再见");
    await second.ended;
  });

  test("where the history cannot be kept, it is said once and the conversation goes on", async () => {
    rmSync(folder, { recursive: true, force: true });
    writeFileSync(folder, "a file, not a folder");
    const terminal = openTerminal();
    await terminal.type("甲\r", "第1问:甲");
    await terminal.type("乙\r", "第2问:乙");
    await terminal.type(CTRL_D, "再见");
    await terminal.ended;
    expect(terminal.warnings).toHaveLength(1);
    expect(terminal.warnings[0]).toContain(historyFile);
  });

  test("a failure is told and the conversation goes on; a defect is also reported", async () => {
    const terminal = openTerminal();
    await terminal.type("坏\r", "一份文件也没有");
    await terminal.type("崩\r", "程序内部出错");
    await terminal.type("甲\r", "第1问:甲");
    await terminal.type(CTRL_D, "再见");
    await terminal.ended;
    expect(terminal.warnings).toEqual(["TypeError: defect"]);
  });

  test("colour marks the line that answers", async () => {
    const terminal = openTerminal(true);
    const shown = await terminal.type("甲\r", "理解为");
    expect(shown).toContain("\x1b[1m第1问:甲\x1b[0m");
    await terminal.type(CTRL_D, "再见");
    await terminal.ended;
  });
});
