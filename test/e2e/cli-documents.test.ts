import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, test } from "vitest";
import { columnOf, readWorkbook } from "../workbook.ts";
import { root, seeds, useProgram } from "./program.ts";

const program = useProgram();
const plan = join(seeds, "xiping-2020-rule-of-law-plan.txt");

/** A folder with one document. */
function folderWith(name: string, text: string): string {
  const folder = join(program.folder, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "plan.txt"), text);
  return folder;
}

describe("mingbai ledger", () => {
  test("--unit 用单位的任何叫法，得到同一份清单", async () => {
    const runs = await Promise.all(["县司法局", "司法局", "西平县司法局"].map((unit) => program.run(["ledger", "--unit", unit, "--format", "json"])));
    const [first] = runs.map(({ stdout }) => JSON.parse(stdout));
    expect(first).toHaveLength(29);
    for (const { stdout } of runs) expect(JSON.parse(stdout)).toEqual(first);
  });

  test("--format json 是合同里的任务，带文件编号", async () => {
    const { stdout } = await program.run(["ledger", "--document", "xiping-2020", "--format", "json"]);
    const tasks = JSON.parse(stdout);
    expect(tasks).toHaveLength(40);
    expect(Object.keys(tasks[0])).toEqual([
      "document",
      "file",
      "ordinal",
      "label",
      "path",
      "title",
      "text",
      "assignments",
      "collective",
      "deadline",
      "officers",
    ]);
    expect(tasks[0]).toMatchObject({ document: "xiping-2020", ordinal: 1, label: "(一)", title: "为推动经济高质量发展提供法治保障" });
  });

  test("默认是对齐的表格，说明有几项", async () => {
    const { status, stdout } = await program.run(["ledger", "--unit", "县司法局"]);
    expect(stdout).toContain("29 项任务");
    expect(stdout.split("\n").filter((line) => /^\d+ /u.test(line))).toHaveLength(29);
    expect(status).toBe(0);
  });

  test("CSV 以 BOM 开头，可能变成公式的格子前加撇号", async () => {
    const folder = folderWith(
      "csv",
      '东山区2023年法治工作要点\n一、重点任务\n(一)=HYPERLINK("http://x","y")。做好工作。责任单位:区司法局。\n(二)@SUM,一二。做好工作。责任单位:区司法局。\n',
    );
    const { stdout } = await program.run(["ledger", "--format", "csv", "--corpus", folder]);
    expect(stdout.startsWith("\ufeff文件编号,")).toBe(true);
    expect(stdout).toContain(`,"'=HYPERLINK(""http://x"",""y"")",`);
    expect(stdout).toContain(",\"'@SUM");
    for (const cell of stdout.split(/[,\r\n]/u)) expect(cell).not.toMatch(/^"?[=@]/u);
  });

  test("xlsx 由办公软件打开：一项一行，另一张表说明筛选", async () => {
    const child = program.start(["ledger", "--unit", "司法局", "--format", "xlsx"]);
    const workbook = await readWorkbook(await buffer(child.stdout));
    expect(columnOf(workbook, "任务")).toHaveLength(29);
    expect(workbook.worksheets[1]?.getColumn(2).values).toContain("单位：司法局");
  });

  test.each([
    [["ledger", "--unit", "县天文局"], "县天文局"],
    [["ledger", "--document", "no-such"], "xiping-2020"],
    [["units", "--document", "no-such"], "nanchang-2019"],
    [["source", "no-such"], "xiping-2020"],
    [["errata", "no-such"], "xiping-2020"],
  ])("%j 找不到：一句话，状态 1", async (args, words) => {
    const { status, stdout, stderr } = await program.run(args);
    expect(stderr).toMatch(/^mingbai: [^\n]*\n$/u);
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });
});

test("mingbai units：点名的单位和笼统点名的分开数", async () => {
  const { status, stdout } = await program.run(["units", "--document", "xiping-2020"]);
  expect(stdout).toMatch(/^县司法局 +29$/mu);
  expect(stdout.slice(stdout.indexOf("笼统点名"))).toMatch(/^各有关部门 +40$/mu);
  expect(status).toBe(0);
});

test.each(["xiping-2020", "nanchang-2019"])("mingbai source %s 与文件逐字相同", async (id) => {
  const file = id === "xiping-2020" ? plan : join(seeds, "nanchang-2019-rule-of-law-report.txt");
  const { status, stdout } = await program.run(["source", id]);
  expect(stdout).toBe(readFileSync(file, "utf8"));
  expect(status).toBe(0);
});

test("mingbai errata：每处错漏写明位置、原文和建议", async () => {
  const { status, stdout } = await program.run(["errata", "xiping-2020"]);
  expect(stdout).toMatch(/^勘误单\n\n文件：《西平县2020年度法治政府建设工作安排》（西政办〔2020〕20号）\n/u);
  expect(stdout).toContain("原文：「县县场监管局」\n   建议：疑为“县市场监管局”。");
  expect(stdout).toContain("建议：(二十五)印了两次：按顺序此处应为(二十三)。");
  expect(stdout).not.toContain("3. ");
  expect(status).toBe(0);
});

describe("mingbai index", () => {
  test("报告读到了什么、用哪个分词；--status 只看不建", async () => {
    rmSync(join(program.folder, "index"), { recursive: true, force: true });
    expect((await program.run(["index", "--status"])).stdout).toContain("还没有索引");
    const built = await program.run(["index"]);
    expect(built.stdout).toMatch(/2 份文件，40 项任务，\d+ 段原文；分词用 @node-rs\/jieba 2\.0\.2/u);
    expect(built.status).toBe(0);
    const status = await program.run(["index", "--status"]);
    expect(status.stdout).toContain("corpus.json");
    expect(status.stdout).toContain("passages.json");
  });

  test("损坏的索引自动重建，在标准错误里说一次，回答不受影响", async () => {
    const whole = await program.run(["ask", "县司法局负责哪些任务"]);
    const path = join(program.folder, "index", "corpus.json");
    writeFileSync(path, readFileSync(path).subarray(0, 1000));
    const mended = await program.run(["ask", "县司法局负责哪些任务"]);
    expect(mended.stdout).toBe(whole.stdout);
    expect(mended.stderr).toMatch(/^mingbai: [^\n]*损坏[^\n]*\n$/u);
    expect((await program.run(["ask", "县司法局负责哪些任务"])).stderr).toBe("");
  });
});

describe("坏的文件", () => {
  test.each([
    ["空文件", ""],
    ["不是文字", Buffer.from([0, 1, 2, 255, 254, 0, 7])],
  ])("目录里有一份%s：一句话说是哪个文件，其余照答", async (name, bytes) => {
    const folder = folderWith(name, readFileSync(plan, "utf8"));
    writeFileSync(join(folder, "bad.txt"), bytes);
    const { status, stdout, stderr } = await program.run(["ask", "--json", "--corpus", folder, "县司法局负责哪些任务"]);
    expect(stderr).toMatch(/^mingbai: [^\n]*bad\.txt[^\n]*\n$/u);
    expect(JSON.parse(stdout).items).toHaveLength(29);
    expect(status).toBe(0);
  });
});

describe("mingbai import --dry-run", () => {
  test("--json 每份文件一行，次序不变；有一份不能读则状态 1", async () => {
    const { status, stdout } = await program.run(["import", "--json", "--dry-run", plan, "没有.txt", join(root, "package.json")]);
    const lines = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ file, ok }) => [file, ok])).toEqual([["xiping-2020-rule-of-law-plan.txt", true], ["没有.txt", false], expect.anything()]);
    expect(lines[0].document).toMatchObject({ documentNumber: "西政办〔2020〕20号", issuedOn: "2020-07-08", kind: "work_plan" });
    expect(lines[0].tasks).toHaveLength(40);
    expect(lines[1].error.code).toBe("unreadable");
    expect(lines[1].error.message).toContain("没有.txt");
    expect(status).toBe(1);
  });

  test("不带 --json 给人看的报告，错漏列明", async () => {
    const { status, stdout } = await program.run(["import", "--dry-run", plan]);
    expect(stdout).toContain("40 项任务");
    expect(stdout).toContain("编号重复：「(二十五)」");
    expect(status).toBe(0);
  });
});
