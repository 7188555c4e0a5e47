import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createAdminWeb } from "./admin-server.ts";
import type { AdminPage } from "./form-browser.ts";
import { send } from "./server.ts";

const PLAN = `云岭县2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻、就医数据。
牵头单位:县大数据局
(二)整治数据孤岛。清理停用系统20个。
牵头单位:县大数据局
2021年3月5日
`;
const NEW_PLAN = (place: string) => PLAN.replace("云岭县", place);

let nowMs = Date.parse("2026-11-23T09:00:00+08:00");
const web = await createAdminWeb({ clock: () => nowMs });
const slow = await createAdminWeb({ settings: { timing: { headersMs: 1000, requestMs: 1500, idleMs: 20_000, checkMs: 50, stopMs: 500 } } });
const browser = await web.signIn();
const documents = () => browser.get("/admin/documents");
const upload = async (...files: readonly { readonly name: string; readonly bytes: Uint8Array | string }[]) => browser.upload(await documents(), files);
const actionsOf = (page: AdminPage, ending: string): readonly string[] =>
  [...page.page.querySelectorAll("form")].map((form) => form.getAttribute("action") ?? "").filter((action) => action.endsWith(ending));
const lastAudit = async () => (await web.store.auditEntries({ limit: 1 }))[0];
const idOf = (page: AdminPage): string => /编号 (doc-[0-9a-f]+)/u.exec(page.words)?.[1] ?? "";

/** Takes a plan of a county in. @returns its id */
async function take(place: string): Promise<string> {
  const page = await upload({ name: `${place}.txt`, bytes: NEW_PLAN(place) });
  const accepted = await browser.submit(page, actionsOf(page, "/accept").at(-1) ?? "");
  await web.assistant.catchUp();
  return idOf(accepted);
}

describe("收录", { timeout: 60_000 }, () => {
  test("几份一起传：先看读到了什么；收录的就能问到，放弃的没有；都记入审计", async () => {
    const page = await upload({ name: "要点.txt", bytes: PLAN }, { name: "东山.txt", bytes: NEW_PLAN("东山县") });
    expect(page.status).toBe(200);
    expect(page.words).toContain("2 项任务");
    expect((await web.get("/documents")).text).not.toContain("云岭县");
    const [first = "", second = ""] = actionsOf(page, "/accept");
    const accepted = await browser.submit(page, first);
    expect(accepted.words).toContain("已收录，编号 doc-");
    const id = idOf(accepted);
    expect(await lastAudit()).toMatchObject({ actor: "page", action: "import", object: id, result: "done" });
    const discarded = await browser.submit(page, second.replace("/accept", "/discard"));
    expect(discarded.words).toContain("放弃");
    expect(await lastAudit()).toMatchObject({ actor: "page", action: "discard" });
    await web.assistant.catchUp();
    expect((await web.get(`/ask?q=${encodeURIComponent("县大数据局牵头哪些任务")}`)).text).toContain("云岭县2021年数字政府建设工作要点");
    expect((await documents()).words).toContain("收录（要点.txt）");
    expect((await web.get("/documents")).text).not.toContain("东山县");
  });

  test("点两次收录：收一次，第二次说已经决定过；没有决定的留在文件页上", async () => {
    const page = await upload({ name: "西川.txt", bytes: NEW_PLAN("西川县") });
    expect((await documents()).words).toContain("西川.txt");
    const [action = ""] = actionsOf(page, "/accept");
    const [one, other] = [await browser.submit(page, action), await browser.submit(page, action)];
    expect(one.words).toContain("已收录");
    expect([other.status, other.words.includes("已经决定过")]).toEqual([400, true]);
    expect((await documents()).words).not.toContain("还没有决定的");
    await web.assistant.catchUp();
  });

  test.each([
    ["空文件", "空.txt", "", "空.txt"],
    ["标有密级的", "密.txt", `机密★5年\n${PLAN}`, "密"],
    ["坏的 docx", "坏.docx", "PK\u0003\u0004 broken", "坏.docx"],
    ["不是公文的", "a.txt", "int main(void) { return 0; }".repeat(50), "a.txt"],
  ])("%s：用一句话说明，别的照样读", async (_, name, bytes, said) => {
    const page = await upload({ name, bytes }, { name: "好的.txt", bytes: NEW_PLAN("南湖县") });
    const [warning] = [...page.page.querySelectorAll("article .warning")].map((element) => element.textContent);
    expect(warning).toContain(said);
    expect(actionsOf(page, "/accept")).toHaveLength(1);
    await browser.submit(page, actionsOf(page, "/discard")[0] ?? "");
  });

  test("没有选文件、选得太多、太大：说明白，不出错", async () => {
    expect((await upload()).words).toContain("还没有选文件");
    expect((await upload({ name: "", bytes: "" })).words).toContain("还没有选文件");
    expect((await upload(...Array.from({ length: 21 }, (_, index) => ({ name: `${index}.txt`, bytes: PLAN })))).words).toContain("一次最多 20 份");
    const large = await upload({ name: "大.txt", bytes: Buffer.alloc(20 * 1024 * 1024 + 1, "法") });
    expect(large.words).toContain("超过 20 MB");
    const huge = await upload({ name: "更大.txt", bytes: Buffer.alloc(41 * 1024 * 1024) });
    expect([huge.status, huge.html.includes("40 MB")]).toEqual([413, true]);
    expect((await documents()).status).toBe(200);
  });

  test.each([
    "../../../etc/passwd.txt",
    "..\\..\\x.txt",
    "<script>alert(1)</script>.txt",
    '"><img src=x onerror=alert(1)>.txt',
    "a\r\nSet-Cookie: x=y.txt",
    `${"很长".repeat(200)}.txt`,
  ])("文件名 %j：照样显示，不成标记，不出目录", async (name) => {
    const page = await upload({ name, bytes: NEW_PLAN("北岭县") });
    expect(page.status).toBe(200);
    expect(page.headers["set-cookie"]).toBeUndefined();
    expect(page.html).not.toMatch(/<script>alert|<img src=x/u);
    expect([...page.page.querySelectorAll("article h3")]).toHaveLength(1);
    await browser.submit(page, actionsOf(page, "/discard")[0] ?? "");
    expect(existsSync(join(web.home, "..", "etc"))).toBe(false);
  });

  test("文件里的标记也只是字", async () => {
    const page = await upload({ name: "标记.txt", bytes: NEW_PLAN('<img src=x onerror="alert(1)">县') });
    expect(page.html).not.toContain("<img src=x");
    await browser.submit(page, actionsOf(page, "/discard")[0] ?? "");
  });

  test.each(["..%2f..", "..%2F..%2Fdocuments", "%2e%2e", "zzzzzzzzzz", "ABC", "a".repeat(500)])("编造的编号 %s：什么也没有动", async (id) => {
    const before = readdirSync(web.home).toSorted();
    const page = await documents();
    for (const what of ["accept", "discard"]) {
      const form = [["form", page.page.querySelector('input[name="form"]')?.getAttribute("value") ?? ""]] as const;
      expect([400, 404]).toContain((await browser.post(`/admin/documents/waiting/${id}/${what}`, form)).status);
    }
    expect(readdirSync(web.home).toSorted()).toEqual(before);
  });

  test.each(["multipart/form-data", "multipart/form-data; boundary=x", "application/json", "text/plain", ""])("残缺的提交（%s）：不出错", async (type) => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const { status, text } = await send(web.local, "POST", "/admin/documents/upload", { cookie, "content-type": type }, "--x\r\nContent-Disposition: form");
    expect([400, 403]).toContain(status);
    expect(text).toMatch(/没有提交/u);
  });

  test("没有登录：不收，不读", async () => {
    const page = await documents();
    const stranger = web.visit();
    expect([(await stranger.upload(page, [{ name: "a.txt", bytes: PLAN }])).status, (await documents()).words.includes("a.txt")]).toEqual([403, false]);
  });
});

describe("慢的线路", () => {
  /** Sends the first half of a request. @returns sends the rest, and gives what comes back until the server closes */
  function begin(address: string, head: string, body: string): { readonly finish: () => Promise<string>; readonly closed: Promise<string> } {
    const { hostname, port } = new URL(address);
    const half = Math.floor(body.length / 2);
    const start = `${head}\r\nHost: localhost\r\nConnection: close\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body.slice(0, half)}`;
    const socket = createConnection(Number(port), hostname, () => socket.write(start));
    const closed = new Promise<string>((resolve) => {
      let text = "";
      socket.setEncoding("utf8");
      socket.on("data", (chunk: string) => {
        text += chunk;
      });
      socket.on("error", () => undefined);
      socket.on("close", () => resolve(text));
    });
    const finish = (): Promise<string> => {
      socket.write(body.slice(half));
      return closed;
    };
    return { closed, finish };
  }

  test("登录的人可以慢慢传；没有登录的，和别的请求一样到时断开", async () => {
    const known = await slow.signIn();
    const page = await known.get("/admin/documents");
    const form = page.page.querySelector('input[name="form"]')?.getAttribute("value") ?? "";
    const boundary = "----boundary-of-the-tests-0123456789";
    const part = (name: string, value: string) => `--${boundary}\r\nContent-Disposition: form-data; ${name}\r\n\r\n${value}\r\n`;
    const body = `${part('name="form"', form)}${part('name="files"; filename="slow.txt"', PLAN)}--${boundary}--\r\n`;
    const head = `POST /admin/documents/upload HTTP/1.1\r\nContent-Type: multipart/form-data; boundary=${boundary}`;
    const cookie = [...known.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const upload = begin(slow.local, `${head}\r\nCookie: ${cookie}`, body);
    const other = begin(slow.local, "POST /ask HTTP/1.1\r\nContent-Type: application/x-www-form-urlencoded", "q=1234567890");
    expect(await other.closed).toMatch(/^HTTP\/1\.1 408 /u);
    expect(await upload.finish()).toMatch(/^HTTP\/1\.1 200 [\s\S]*2 项任务/u);
    expect(await begin(slow.local, head, body).closed).toMatch(/^HTTP\/1\.1 403 /u);
  });
});

describe("去掉", { timeout: 60_000 }, () => {
  test("问过再去掉；以后问不到；再去一次说没有", async () => {
    const id = await take("青河县");
    const question = await browser.get(`/admin/documents/${id}/remove`);
    expect(question.words).toContain("要去掉《青河县2021年");
    const removed = await browser.submit(question, `/admin/documents/${id}/remove`);
    expect(removed.words).toContain("已去掉《青河县2021年");
    expect(await lastAudit()).toMatchObject({ actor: "page", action: "remove", object: id });
    await web.assistant.catchUp();
    expect((await web.get("/documents")).text).not.toContain("青河县");
    expect((await browser.submit(question, `/admin/documents/${id}/remove`)).status).toBe(404);
  });

  test("程序自带的去不掉", async () => {
    expect((await documents()).html).not.toContain("xiping-2020/remove");
    const { status, words } = await browser.get("/admin/documents/xiping-2020/remove");
    expect([status, words.includes("自带的文件不能去掉")]).toEqual([404, true]);
    const form = [["form", (await documents()).page.querySelector('input[name="form"]')?.getAttribute("value") ?? ""]] as const;
    expect((await browser.post("/admin/documents/xiping-2020/remove", form)).status).toBe(404);
    expect((await web.get("/d/xiping-2020")).status).toBe(200);
  });
});

describe("更正", { timeout: 60_000 }, () => {
  const MEND = `改角色:
  - 任务: 1
    开头: "建设人口基础"
    单位: 县大数据局
    角色: 配合
`;

  test("样张列着读到的任务；检查不存；保存以后按更正的回答，再打开还在", async () => {
    const id = await take("白水县");
    const path = `/admin/documents/${id}/corrections`;
    const template = await browser.get(path);
    expect(template.words).toContain("建设人口基础数据库");
    const checked = await browser.submit(template, path, { sheet: MEND, what: "check" });
    expect(checked.words).toMatch(/还没有保存[\s\S]*第1项：县大数据局的角色改为配合/u);
    expect(existsSync(join(web.home, "documents", id, "corrections.yaml"))).toBe(false);
    const saved = await browser.submit(checked, path, { what: "save" });
    expect(saved.words).toContain("已保存");
    expect(readFileSync(join(web.home, "documents", id, "corrections.yaml"), "utf8")).toBe(MEND);
    expect(await lastAudit()).toMatchObject({ actor: "page", action: "correct", object: id, detail: "1" });
    await web.assistant.catchUp();
    const task = (await web.assistant.corpus()).tasksOf(id)[0];
    expect(task?.assignments.map(({ name, role }) => [name, role])).toEqual([["县大数据局", "support"]]);
    expect((await browser.get(path)).words).toContain("角色: 配合");
  });

  test("写错的：指出第几行，写的都还在，没有保存", async () => {
    const path = "/admin/documents/xiping-2020/corrections";
    const page = await browser.get(path);
    const broken = await browser.submit(page, path, { sheet: "改角色:\n  - 任务: 一\n    <b>开头: x", what: "save" });
    expect(broken.status).toBe(400);
    expect(broken.words).toMatch(/第[23]行/u);
    expect(broken.words).toContain("<b>开头: x");
    expect(existsSync(join(web.home, "documents", "xiping-2020"))).toBe(false);
  });

  test("有对不上的：说明哪些，勾了才存", async () => {
    const path = "/admin/documents/xiping-2020/corrections";
    const sheet = '不是任务:\n  - 任务: 1\n    开头: "没有这样的任务"\n';
    const refused = await browser.submit(await browser.get(path), path, { sheet, what: "save" });
    expect([refused.status, /对不上[\s\S]*第1项不是以“没有这样的任务”开头/u.test(refused.words)]).toEqual([400, true]);
    expect(existsSync(join(web.home, "documents", "xiping-2020"))).toBe(false);
    expect((await browser.submit(refused, path, { what: "save", anyway: "1" })).words).toContain("已保存");
    await web.assistant.catchUp();
  });

  test("打开以后别人改过：不覆盖", async () => {
    const path = "/admin/documents/nanchang-2019/corrections";
    const [mine, other] = [await browser.get(path), await browser.get(path)];
    await browser.submit(other, path, { sheet: "合并:\n# 别人写的\n", what: "save" });
    const late = await browser.submit(mine, path, { sheet: "合并:\n# 我写的\n", what: "save" });
    expect([late.status, late.words.includes("被别人改过"), late.words.includes("我写的")]).toEqual([400, true, true]);
    expect(readFileSync(join(web.home, "documents", "nanchang-2019", "corrections.yaml"), "utf8")).toContain("别人写的");
    await web.assistant.catchUp();
  });

  test("没有的文件：404", async () => expect((await browser.get("/admin/documents/nothing/corrections")).status).toBe(404));

  test("登录过期时写的：没有保存，登录以后接着提交", async () => {
    const path = "/admin/documents/xiping-2020/corrections";
    const late = await web.signIn();
    const page = await late.get(path);
    const before = readFileSync(join(web.home, "documents", "xiping-2020", "corrections.yaml"), "utf8");
    nowMs += 31 * 60_000;
    const refused = await late.submit(page, path, { sheet: "合并:\n# 写了半小时的<b>更正\n", what: "save" });
    expect([refused.status, refused.words.includes("填的内容还在")]).toEqual([403, true]);
    expect(readFileSync(join(web.home, "documents", "xiping-2020", "corrections.yaml"), "utf8")).toBe(before);
    const wrong = await late.submit(refused, "/admin/login", { password: "记错了的口令记错了" });
    expect(wrong.status).toBe(403);
    const resumed = await late.submit(wrong, "/admin/login", { password: "法治明白人 2026 Xiping" });
    expect(resumed.words).toContain("写了半小时的<b>更正");
    expect((await late.submit(resumed, path)).words).toContain("已保存");
    expect(readFileSync(join(web.home, "documents", "xiping-2020", "corrections.yaml"), "utf8")).toContain("写了半小时的<b>更正");
    await web.assistant.catchUp();
  });

  test("另一处重新登录了：没有保存，写的可以抄下来", async () => {
    const path = "/admin/documents/xiping-2020/corrections";
    const [mine, other] = [await web.signIn(), await web.signIn()];
    const page = await mine.get(path);
    const refused = await other.submit(page, path, { sheet: "合并:\n# 换了登录以后提交的更正\n", what: "save" });
    expect([refused.status, refused.words.includes("换了登录以后提交的更正")]).toEqual([403, true]);
    expect([...refused.page.querySelectorAll("text-area[name]")]).toEqual([]);
  });
});
