import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ended, root, useProgram, written } from "./program.ts";

const program = useProgram();
const QUESTION = "县司法局负责哪些任务";
const addressIn = (text: string): string => /网页：(http:\/\/127\.0\.0\.1:\d+)/u.exec(text)?.[1] ?? "";

test("作为服务运行：说得出准备好没有，每个请求一行日志，没有问题的字，存储用到了才打开", async () => {
  const settings = { PATH: process.env["PATH"] ?? "", MINGBAI_HOME: join(program.folder, "service"), MINGBAI_INDEX_DIR: join(program.folder, "service-index") };
  const child = spawn(process.execPath, [join(root, "dist/mingbai.js"), "bot"], {
    cwd: root,
    env: { ...settings, MINGBAI_SEGMENTER: "node-rs", PORT: "0", LOG_LEVEL: "debug" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = ended(child);
  const address = addressIn(await written(child.stderr, "网页："));
  const readiness = async () => (await fetch(`${address}/readyz`)).json();
  expect(await readiness()).toMatchObject({ ready: true, documents: 2, store: "unopened" });
  const answered = await fetch(`${address}/ask?q=${encodeURIComponent(QUESTION)}`);
  await fetch(`${address}/ask`, { method: "POST", body: new URLSearchParams({ q: "那发改委呢", about: QUESTION }), redirect: "manual" });
  expect(await readiness()).toMatchObject({ ready: true, store: "writable" });
  const figures = await (await fetch(`${address}/metrics`)).text();
  const elsewhere = async (scope: string): Promise<number> => {
    const { stdout } = await program.run(["token", "new", scope, "--scope", scope], { env: { MINGBAI_HOME: settings.MINGBAI_HOME } });
    return (await fetch(`${address}/metrics`, { headers: { "x-forwarded-for": "198.51.100.7", authorization: `Bearer ${stdout.trim()}` } })).status;
  };
  expect([await elsewhere("metrics"), await elsewhere("write")]).toEqual([200, 403]);
  child.kill("SIGTERM");
  const { stderr } = await end;
  expect(figures).toContain('mingbai_outbox_messages{state="waiting"} 0');
  const lines = stderr.split("\n").filter((line) => line.startsWith("{"));
  const own = lines.map((line) => JSON.parse(line)).find(({ requestId }) => requestId === answered.headers.get("x-request-id"));
  expect(own).toMatchObject({ level: 20, method: "GET", route: "/ask", status: 200, ms: expect.any(Number) });
  expect(stderr).not.toMatch(/司法局负责|发改委|127\.0\.0\.1:\d+\/ask|%E5/u);
});

test("终端里的问答也数", async () => {
  const child = program.start(["bot"]);
  const end = ended(child);
  const address = addressIn(await written(child.stderr, "网页："));
  const answered = written(child.stdout, "理解为");
  child.stdin.write(`${QUESTION}\n`);
  await answered;
  const figures = await (await fetch(`${address}/metrics`)).text();
  child.stdin.end();
  expect((await end).status).toBe(0);
  expect(figures).toContain('mingbai_answers_total{platform="terminal",kind="tasks",behaviour="list",from="documents"} 1');
});
