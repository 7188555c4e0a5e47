import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { docx, paragraph, run } from "../documents/docx.ts";
import { ended, root, useProgram, written } from "./program.ts";

const program = useProgram();
const env = { MINGBAI_HOME: join(program.folder, "home"), MINGBAI_INDEX_DIR: join(program.folder, "index"), MINGBAI_SEGMENTER: "node-rs", PORT: "0" };
const PLAN = "云岭县2021年法治政府建设工作要点\n2021年3月5日\n一、主要任务\n(一)清理规范性文件。6月底前完成清理。\n责任单位:县司法局\n";

let address = "";
let stop = async (): Promise<string> => "";

beforeAll(async () => {
  const child = spawn(process.execPath, [join(root, "dist/mingbai.js"), "bot"], {
    cwd: root,
    env: { PATH: process.env["PATH"] ?? "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const end = ended(child);
  address = /网页：(http:\/\/127\.0\.0\.1:\d+)/u.exec(await written(child.stderr, "网页："))?.[1] ?? "";
  stop = async () => {
    child.kill("SIGTERM");
    return (await end).stderr;
  };
});
afterAll(async () => {
  expect(await stop()).not.toMatch(/mb_\w|没有处理/u);
});

type Sent = string | FormData | Uint8Array<ArrayBuffer>;

/** @returns the token, and what was said beside it */
async function newToken(...words: readonly string[]) {
  const { status, stdout, stderr } = await program.run(["token", "new", ...words]);
  expect(status).toBe(0);
  expect(stdout).toMatch(/^mb_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}\n$/u);
  return { token: stdout.trim(), id: stdout.slice(3, 11), said: stderr };
}

async function upload(token: string, body: Sent, query = "", headers: Readonly<Record<string, string>> = {}) {
  const response = await fetch(`${address}/api/v1/documents${query}`, { method: "POST", headers: { authorization: `Bearer ${token}`, ...headers }, body });
  return { status: response.status, headers: response.headers, json: JSON.parse(await response.text()) };
}

function form(name: string, bytes: Uint8Array | string): FormData {
  const sent = new FormData();
  sent.append("file", new Blob([Buffer.from(bytes)]), name);
  return sent;
}

const audited = async () =>
  JSON.parse((await program.run(["audit", "--format", "json"])).stdout) as { actor: string; action: string; detail: string; result: string }[];

describe("mingbai token", () => {
  test("生成的只显示这一次；列表里有名称、权限、到期；收回了就列为已收回", async () => {
    expect((await program.run(["token"])).stdout).toBe("还没有令牌，用 mingbai token new 名称 生成。\n");
    const { token, id, said } = await newToken("政务平台", "--scope", "metrics,write", "--days", "30");
    expect(said).toMatch(/^令牌「政务平台」，编号 \w{8}，权限 write,metrics，20\d\d-\d\d-\d\d \d\d:\d\d 到期。.*只显示这一次/u);
    const listed = (await program.run(["token", "list"])).stdout;
    expect(listed).toMatch(new RegExp(`${id} +政务平台 +write,metrics +.* 没有用过 .* 有效`, "u"));
    expect(listed).not.toContain(token.slice(-32));
    expect(await program.run(["token", "new", "政务平台"])).toMatchObject({ status: 2, stderr: expect.stringContaining("已有叫「政务平台」的令牌") });
    expect((await program.run(["token", "revoke", id])).stdout).toBe("已收回令牌「政务平台」，从现在起不能再用。\n");
    expect((await program.run(["token", "list"])).stdout).toContain("已收回");
    expect(await program.run(["token", "revoke", id])).toMatchObject({ status: 1, stderr: expect.stringContaining("没有编号是") });
    expect((await audited()).map(({ action, detail }) => [action, detail])).toEqual([
      ["token_new", "政务平台 write,metrics"],
      ["token_revoke", "政务平台"],
    ]);
  });

  test.each([
    [["new"], "名称要有 1 到 50 个字"],
    [["new", "甲", "--scope", "admin"], "没有「admin」这样的权限"],
    [["new", "甲", "--days", "0"], "请写 1 到 3650 的天数"],
    [["list", "--days", "1"], "只用于 mingbai token new"],
    [["list", "more"], "请写 mingbai token new"],
    [["revoke"], "请写 mingbai token new"],
    [["steal"], "请写 mingbai token new"],
  ])("mingbai token %j：一句话", async (words, said) => {
    expect(await program.run(["token", ...words])).toMatchObject({ status: 2, stdout: "", stderr: expect.stringContaining(said) });
  });
});

describe("POST /api/v1/documents", () => {
  test("没有令牌、不是令牌、权限不够、收回了的：不收", async () => {
    const without = await fetch(`${address}/api/v1/documents`, { method: "POST", body: form("要点.txt", PLAN) });
    expect([without.status, without.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="mingbai"']);
    const wrong = await upload(`mb_aaaaaaaa_${"0".repeat(32)}`, form("要点.txt", PLAN));
    expect([wrong.status, wrong.headers.get("www-authenticate")]).toEqual([401, 'Bearer realm="mingbai", error="invalid_token"']);
    const metrics = await newToken("监控", "--scope", "metrics");
    const other = await upload(metrics.token, form("要点.txt", PLAN));
    expect([other.status, other.json.detail]).toEqual([403, "这个令牌没有 write 权限，请向管理人员另要一个。"]);
    const { token, id } = await newToken("临时");
    expect((await upload(token, form("要点.txt", PLAN), "?dry-run=true")).status).toBe(200);
    await program.run(["token", "revoke", id]);
    expect((await upload(token, form("要点.txt", PLAN), "?dry-run=true")).status).toBe(401);
  });

  test("先看报告，再收录；马上查得到、问得到；再送一次没有变；新版本说明改了什么；都记入审计", async () => {
    const { token } = await newToken("督查平台");
    const tried = await upload(token, form("要点.txt", PLAN), "?dry-run=true");
    expect(tried).toMatchObject({ status: 200, json: { file: "要点.txt", outcome: null, tasks: [{ ordinal: 1, title: "清理规范性文件" }] } });
    expect(await (await fetch(`${address}/api/v1/documents`)).json()).toMatchObject({ total: 2 });

    const added = await upload(token, form("要点.txt", PLAN));
    expect(added).toMatchObject({ status: 201, json: { outcome: { kind: "added" } } });
    const path = added.headers.get("location") ?? "";
    expect(path).toBe(`/api/v1/documents/${added.json.document.id}`);
    expect(await (await fetch(address + path)).json()).toMatchObject({ title: "云岭县2021年法治政府建设工作要点", tasks: 1, issuedOn: "2021-03-05" });
    expect(await (await fetch(`${address + path}/source`)).text()).toBe(PLAN);
    const asked = await fetch(`${address}/api/v1/ask?q=${encodeURIComponent("云岭县司法局负责哪些任务")}`);
    expect(await asked.json()).toMatchObject({ behaviour: "list", items: [{ title: "清理规范性文件" }] });

    const raw = { "content-type": "application/octet-stream" };
    const name = `?name=${encodeURIComponent("要点.txt")}`;
    expect(await upload(token, PLAN, name, raw)).toMatchObject({ status: 200, json: { outcome: { kind: "unchanged" } } });
    const longer = `${PLAN}(二)公开执法结果。及时公开。\n责任单位:县市场监管局\n`;
    expect(await upload(token, longer, name, raw)).toMatchObject({
      status: 200,
      json: { outcome: { kind: "replaced", added: [{ ordinal: 2, title: "公开执法结果" }] } },
    });
    const done = (await audited()).filter(({ action }) => action === "import").map(({ actor, result, detail }) => [actor, result, detail]);
    expect(done).toEqual(["added", "unchanged", "replaced"].map((kind) => ["token 督查平台", "done", kind]));
    expect((await program.run(["audit"])).stdout).toContain("令牌「督查平台」");
    expect((await program.run(["token", "list"])).stdout).toMatch(/督查平台 +write +\S+ \S+ +20\d\d-/u);
  });

  test("docx 也收；不是公文、标了密级、坏了的：说明为什么，什么也不收", async () => {
    const { token } = await newToken("办公系统");
    const lines = PLAN.split("\n").filter(Boolean);
    const word = docx({ body: lines.map((line) => paragraph(run(line))).join("") });
    expect(await upload(token, form("要点.docx", word), "?dry-run=true")).toMatchObject({ status: 200, json: { tasks: [{ title: "清理规范性文件" }] } });
    const refused = async (name: string, bytes: Uint8Array | string) => {
      const { status, json } = await upload(token, form(name, bytes));
      return [status, json.type, json.code, json.detail];
    };
    const problem = "urn:mingbai:problem:not-imported";
    expect(await refused("机密.txt", `机密★10年\n${PLAN}`)).toEqual([422, problem, "classified", expect.stringContaining("密级")]);
    expect(await refused("坏的.docx", word.slice(0, 300))).toEqual([422, problem, expect.any(String), expect.stringMatching(/坏的\.docx.*。$/u)]);
    expect(await refused("空白.txt", " \n ")).toEqual([422, problem, "empty", expect.any(String)]);
    expect((await audited()).slice(-3).map(({ action, result, detail }) => [action, result, detail])).toContainEqual(["import", "failed", "classified"]);
  });

  let shared: Promise<string>;
  beforeAll(() => {
    shared = newToken("办公平台").then(({ token }) => token);
  });

  test.each<[string, () => Sent, string, Record<string, string>, number, string]>([
    ["没有内容", () => "", "?name=a.txt", { "content-type": "application/octet-stream" }, 400, "没有收到文件的内容"],
    ["没有文件名", () => "x", "", { "content-type": "application/octet-stream" }, 400, "请用参数 name 写明文件名"],
    ["别的类型", () => "x", "", { "content-type": "text/plain" }, 415, "请用 multipart/form-data"],
    ["残缺的表单", () => "--x\r\n", "", { "content-type": "multipart/form-data; boundary=x" }, 400, "表单残缺"],
    ["没有界线的表单", () => "x", "", { "content-type": "multipart/form-data" }, 400, "表单残缺"],
    ["文件放在别的一栏", fieldOnly, "", {}, 400, "名为 file 的一栏"],
    ["太大", () => new Uint8Array(20 * 1024 * 1024 + 1), "?name=a.txt", { "content-type": "application/octet-stream" }, 413, "最多 20 MB"],
    ["写错的参数", () => "x", "?name=a.txt&dry-run=yes", { "content-type": "application/octet-stream" }, 400, "dry-run 应是 true 或 false"],
  ])("%s", async (_, body, query, headers, status, said) => {
    const response = await upload(await shared, body(), query, headers);
    expect([response.status, response.json.detail]).toEqual([status, expect.stringContaining(said)]);
  });
});

function fieldOnly(): FormData {
  const sent = new FormData();
  sent.append("other", "x");
  return sent;
}
