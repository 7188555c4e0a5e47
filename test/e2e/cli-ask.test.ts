import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ended, seeds, useProgram } from "./program.ts";

const program = useProgram();
const FIELDS = ["behaviour", "understood", "items", "units", "collective", "number", "text", "citations", "suggestions"];
const DUTIES = "县司法局负责哪些任务";
const question = (id: string, ...turns: string[]): string => `${JSON.stringify({ id, turns })}\n`;

interface AnswerLine {
  readonly id: string | null;
  readonly answers?: readonly { behaviour: string; items: object[]; text: string; citations: { file: string; start: number; end: number; quote: string }[] }[];
  readonly error?: { readonly code: string; readonly message: string };
}

async function askLines(input: string | Buffer): Promise<{ status: number | null; lines: AnswerLine[] }> {
  const { status, stdout } = await program.run(["ask", "--jsonl"], { input });
  return {
    status,
    lines: stdout
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

describe("mingbai ask", () => {
  test("一个问题一个回答，整份清单不截断，标准错误是空的", async () => {
    await program.run(["index"]);
    const { status, stdout, stderr } = await program.run(["ask", "县司法局负责哪些任务"]);
    expect(stdout).toContain("29");
    expect(stdout).toContain("理解为");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test("--json 是合同里的回答，引文逐字等于原文的那一段", async () => {
    const { stdout } = await program.run(["ask", "--json", "行政复议由谁负责"]);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(FIELDS);
    expect(answer.citations.length).toBeGreaterThan(0);
    for (const { file, start, end, quote } of answer.citations) expect(readFileSync(join(seeds, file), "utf8").slice(start, end)).toBe(quote);
  });

  test("--explain 在回答后面写明怎么查的，核对行数", async () => {
    const [plain, explained] = await Promise.all([program.run(["ask", DUTIES]), program.run(["ask", "--explain", DUTIES])]);
    expect(explained.stdout.startsWith(`${plain.stdout}\n怎么查的\n`)).toBe(true);
    for (const line of [
      "看了40项 → 有县司法局的29项。",
      "没有点名县司法局的11项不算：(三)、",
      "核对：列出29项 = 台账29项，一致。",
      "引文29处，逐字与原文核对一致。",
    ])
      expect(explained.stdout).toContain(line);
    expect(explained).toMatchObject({ status: 0, stderr: "" });
  });

  test("--explain --json 多一个 explanation，别的不变", async () => {
    const [plain, explained] = await Promise.all([program.run(["ask", "--json", DUTIES]), program.run(["ask", "--json", "--explain", DUTIES])]);
    const { explanation, ...answer } = JSON.parse(explained.stdout);
    expect(answer).toEqual(JSON.parse(plain.stdout));
    expect(explanation).toMatch(/^怎么查的\n[\s\S]*一致。$/u);
    expect(explanation.length).toBeLessThanOrEqual(1500);
  });

  test("没有找到的，也说明查了什么、为什么不够", async () => {
    const { stdout } = await program.run(["ask", "--explain", "今天天气怎么样"]);
    expect(stdout).toContain("没有找到");
    expect(stdout).toMatch(/查了\d+段原文[\s\S]*所以没有找到。\n$/u);
  });

  test("不加引号的几个词合成一个问题", async () => {
    const [joined, apart] = await Promise.all([program.run(["ask", "县司法局 负责哪些任务"]), program.run(["ask", "县司法局", "负责哪些任务"])]);
    expect(apart).toEqual(joined);
  });

  test("--corpus 只在那个目录里查", async () => {
    const folder = join(program.folder, "材料");
    mkdirSync(folder);
    writeFileSync(
      join(folder, "plan.txt"),
      "东山区2023年法治工作要点\n一、重点任务\n(一)加强行政复议。做好行政复议工作。责任单位:区司法局。\n(二)强化普法。做好普法宣传。责任单位:区委宣传部、区司法局。\n",
    );
    const { stdout } = await program.run(["ask", "--json", "--corpus", folder, "区司法局负责哪些任务"]);
    expect(JSON.parse(stdout).items.map(({ file, ordinal }: { file: string; ordinal: number }) => `${file} ${ordinal}`)).toEqual(["plan.txt 1", "plan.txt 2"]);
  });
});

describe("mingbai ask --jsonl", () => {
  test("按顺序逐行回答，每行是新的对话，行内可以追问", async () => {
    const { status, lines } = await askLines(question("q1", "县司法局负责哪些任务", "那发改委呢") + question("q2", "那发改委呢"));
    expect(status).toBe(0);
    expect(lines.map(({ id, answers }) => [id, answers?.length])).toEqual([
      ["q1", 2],
      ["q2", 1],
    ]);
    expect(Object.keys(lines[0]?.answers?.[0] ?? {})).toEqual(FIELDS);
    expect(lines[0]?.answers?.[0]?.items).toHaveLength(29);
  });

  test.each([
    ["不是 JSON", "{not json\n"],
    ["不是对象", "[1]\n"],
    ["没有 id", '{"turns":["问"]}\n'],
    ["id 不是字符串", '{"id":1,"turns":["问"]}\n'],
    ["没有问题", '{"id":"x","turns":[]}\n'],
    ["问题不是字符串", '{"id":"x","turns":[1]}\n'],
    ["不是 UTF-8", Buffer.from([0x7b, 0xff, 0x7d, 0x0a])],
  ])("一行%s：报 bad_line，后面的照答，状态 1", async (_, broken) => {
    const { status, lines } = await askLines(
      Buffer.concat([Buffer.from(question("a", "你好")), Buffer.from(broken), Buffer.from(question("b", "你好").trimEnd())]),
    );
    expect(lines.map(({ id, error }) => [id, error?.code])).toEqual([
      ["a", undefined],
      [null, "bad_line"],
      ["b", undefined],
    ]);
    expect(lines[1]?.error?.message).toMatch(/^这一行/u);
    expect(status).toBe(1);
  });

  test("空输入和空行什么也不答，状态 0", async () => {
    expect(await askLines("")).toEqual({ status: 0, lines: [] });
    expect(await askLines("\n \n\r\n")).toEqual({ status: 0, lines: [] });
  });

  test("10 MB 的一行不碍事，下一行照答，text 不超过 4096 字", async () => {
    const { status, lines } = await askLines(question("big", "法".repeat(3_500_000)) + question("next", "县司法局负责哪些任务"));
    expect(status).toBe(0);
    expect(lines.map(({ id }) => id)).toEqual(["big", "next"]);
    for (const { answers } of lines) expect(answers?.[0]?.text.length).toBeLessThanOrEqual(4096);
  });

  test("问题里的行分隔符不是换行", async () => {
    const { status, lines } = await askLines('{"id":"u","turns":["县司法局\u2028负责哪些任务"]}\n');
    expect([status, lines.length, lines[0]?.id]).toEqual([0, 1, "u"]);
  });

  test("边问边答：第一行的回答不等后面的问题", async () => {
    const child = program.start(["ask", "--jsonl"]);
    child.stdin.write(question("first", "县司法局负责哪些任务"));
    const first = await new Promise<string>((resolve) => child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString("utf8"))));
    expect(first).toContain('"id":"first"');
    child.stdin.end();
    expect((await ended(child)).status).toBe(0);
  });

  test("读的一方先走了（EPIPE）：安静结束", async () => {
    const child = program.start(["ask", "--jsonl"]);
    child.stdin.on("error", () => undefined);
    child.stdout.once("data", () => child.stdout.destroy());
    const end = ended(child);
    for (let at = 0; at < 2000; at += 1) child.stdin.write(question(`q${at}`, "县司法局负责哪些任务"));
    child.stdin.end();
    expect(await end).toMatchObject({ status: 0, stderr: "" });
  });
});
