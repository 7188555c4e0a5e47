import { describe, expect, test } from "vitest";
import { useProgram } from "./program.ts";

const program = useProgram();
const COMMANDS = ["ask", "chat", "ledger", "units", "index", "source", "import", "documents", "report", "correct", "errata", "remove", "bot"];

describe("mingbai 的用法", () => {
  test.each([[[]], [["help"]], [["--help"]], [["-h"]]])("%j 列出全部命令", async (args) => {
    const { status, stdout, stderr } = await program.run(args);
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} `, "mu"));
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  });

  test.each(COMMANDS)("%s --help 和 help 命令 是同一份带例子的用法", async (command) => {
    const [own, other] = await Promise.all([program.run([command, "--help"]), program.run(["help", command])]);
    expect(own).toEqual(other);
    expect(own.status).toBe(0);
    expect(own.stdout).toContain(`用法：mingbai ${command}`);
    expect(own.stdout).toMatch(/例：\n {2}.*mingbai /u);
  });

  test("--version 是 package.json 的版本", async () => {
    expect(await program.run(["--version"])).toEqual({ status: 0, stdout: "0.1.0\n", stderr: "" });
  });

  test.each([
    [["legder"], "是不是 ledger？"],
    [["天气"], "没有「天气」这个命令。"],
    [["help", "asl"], "是不是 ask"],
    [["ask"], "缺少问题"],
    [["ask", "--jsno", "问"], "是不是 --json"],
    [["ask", "--json", "--jsonl"], "不能同时用"],
    [["ask", "--explain", "--jsonl"], "--explain 和 --jsonl 不能同时用"],
    [["ask", "--jsonl", "问"], "不要再写问题"],
    [["ask", "--corpus", "没有这个目录", "问"], "没有这个目录"],
    [["ask", "--corpus", "package.json", "问"], "package.json"],
    [["chat", "你好"], "请去掉"],
    [["ledger", "--format", "xml"], "table、csv、json"],
    [["ledger", "--unit"], "缺少值"],
    [["source"], "缺少文件编号"],
    [["import"], "缺少文件或目录"],
    [["remove"], "缺少文件编号"],
    [["index", "--status", "--update"], "不能同时用"],
    [["errata"], "缺少文件编号"],
    [["index", "--status=1"], "不带值"],
    [["bot", "--port", "80"], "--port"],
  ])("%j 用错了：一句话，状态 2", async (args, words) => {
    const { status, stdout, stderr } = await program.run(args);
    expect(stderr).toMatch(/^mingbai: [^\n]*\n$/u);
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });

  test.each([
    [["ask", "县司法局负责哪些任务"], "MINGBAI_SEGMENTER", { MINGBAI_SEGMENTER: "thulac" }, "thulac"],
    [["bot"], "TELEGRAM_API_ROOT", { TELEGRAM_BOT_TOKEN: "123456:SECRET", TELEGRAM_API_ROOT: "http://tg.example.com" }, "example"],
    [["bot"], "TELEGRAM_BOT_TOKEN", { TELEGRAM_BOT_TOKEN: "123456 SECRET" }, "SECRET"],
  ])("%j 的设置 %s 有误：说是哪一项，不说它的值，状态 2", async (args, name, env, value) => {
    const { status, stdout, stderr } = await program.run(args, { env });
    expect(stderr).toContain(name);
    expect(stderr).not.toContain(value);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
  });
});
