import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { ended, seeds, useProgram, written } from "./program.ts";

const PLAN = `云政办发〔2021〕15号
云岭县人民政府办公室
关于印发云岭县2021年数字政府建设工作要点的通知
各乡镇人民政府,县直各部门:
《云岭县2021年数字政府建设工作要点》已经县政府同意,现印发给你们。
2021年3月5日
云岭县2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻、就医数据不少于12类。
牵头单位:县大数据局
配合单位:县公安局、县民政局
完成时限:2021年6月底前
(二)整治数据孤岛。清理停用系统20个,每月通报一次进度。
牵头单位:县大数据局
完成时限:2021年9月底前
二、优化办事服务
(三)推广电子证照。在医院、学校推广电子证照应用。
牵头单位:县公安局
完成时限:长期坚持
`;
/** A web page as a browser saves it. */
const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>青石县2021年环保工作要点</title></head><body>
<div class="article"><h1>青石县2021年环保工作要点</h1>
<p>一、治水</p><p>（一）清理河道。对全县河道进行清淤疏浚，保持水面清洁。</p><p>责任单位：县水利局</p>
<p>（二）治理黑臭水体。全面排查黑臭水体并完成治理。</p><p>责任单位：县生态环境局</p>
<p>2021年3月1日</p></div></body></html>`;

// A test here starts the program several times.
vi.setConfig({ testTimeout: 60_000 });

const program = useProgram();
let folders = 0;

/** A folder with files of these contents. */
function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  folders += 1;
  const folder = join(program.folder, `files-${folders}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** State and index of one test alone. */
function ownPlaces(): Readonly<Record<string, string>> {
  folders += 1;
  return { MINGBAI_HOME: join(program.folder, `home-${folders}`), MINGBAI_INDEX_DIR: join(program.folder, `index-${folders}`) };
}

const linesOf = (stdout: string): Record<string, unknown>[] =>
  stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
const errorCodes = (stdout: string): unknown[] => linesOf(stdout).map(({ error }) => (error as { code?: string } | undefined)?.code);

describe("mingbai import", () => {
  test("收录后问得到，列得出，原件、正文和台账都留着；去掉后问不到", async () => {
    const env = ownPlaces();
    const folder = folderWith({ "plan.txt": PLAN });
    const imported = await program.run(["import", join(folder, "plan.txt")], { env });
    expect(imported.stdout).toContain("2 个部分，3 项任务，3 项写明时限");
    expect(imported.stdout).toContain("已收录，编号 plan");
    expect({ status: imported.status, stderr: imported.stderr }).toEqual({ status: 0, stderr: "" });

    const asked = await program.run(["ask", "--json", "县大数据局牵头哪些任务"], { env });
    expect(JSON.parse(asked.stdout).items.map(({ file, ordinal }: { file: string; ordinal: number }) => [file, ordinal])).toEqual([
      ["plan.txt", 1],
      ["plan.txt", 2],
    ]);
    const listed = JSON.parse((await program.run(["documents", "--json"], { env })).stdout);
    expect(listed.map(({ id, tasks, imported: own }: { id: string; tasks: number; imported: boolean }) => [id, tasks, own])).toEqual([
      ["nanchang-2019", 0, false],
      ["xiping-2020", 40, false],
      ["plan", 3, true],
    ]);
    const kept = readdirSync(join(env["MINGBAI_HOME"] ?? "", "documents/plan"), { recursive: true }).map(String);
    for (const name of ["facts.json", "original.txt", "text.txt", "tables.json", "report.json"]) expect(kept.some((path) => path.endsWith(name))).toBe(true);

    const removed = await program.run(["remove", "plan", "--yes"], { env });
    expect({ status: removed.status, stdout: removed.stdout }).toEqual({ status: 0, stdout: "已去掉《云岭县2021年数字政府建设工作要点》[plan]\n" });
    expect(JSON.parse((await program.run(["documents", "--json"], { env })).stdout)).toHaveLength(2);
  });

  test("--dry-run 什么也不留", async () => {
    const env = ownPlaces();
    const { stdout } = await program.run(["import", "--dry-run", "--json", join(folderWith({ "plan.txt": PLAN }), "plan.txt")], { env });
    expect(linesOf(stdout)[0]).toMatchObject({ ok: true, document: { documentNumber: "云政办发〔2021〕15号" } });
    expect(linesOf(stdout)[0]).not.toHaveProperty("outcome");
    expect(JSON.parse((await program.run(["documents", "--json"], { env })).stdout)).toHaveLength(2);
  });

  test("同样的文件收两次是一份，改了名也是；自带的不必收", async () => {
    const env = ownPlaces();
    const folder = folderWith({ "plan.txt": PLAN, "other.txt": PLAN });
    const { stdout } = await program.run(
      ["import", "--json", join(folder, "plan.txt"), join(folder, "other.txt"), join(seeds, "xiping-2020-rule-of-law-plan.txt")],
      { env },
    );
    expect(linesOf(stdout).map(({ outcome, document }) => [outcome, (document as { id: string }).id])).toEqual([
      [{ kind: "added" }, "plan"],
      [{ kind: "unchanged" }, "plan"],
      [{ kind: "unchanged" }, "xiping-2020"],
    ]);
  });

  test("同一文号的新版本取代旧的，说明哪些任务变了", async () => {
    const env = ownPlaces();
    const newer = PLAN.replace("清理停用系统20个", "清理停用系统30个").replace(/\(三\)[\s\S]*/u, "(三)建设政务云平台。集中部署业务系统。\n牵头单位:县财政局\n");
    const folder = folderWith({ "plan.txt": PLAN, "修订版.txt": newer });
    await program.run(["import", join(folder, "plan.txt")], { env });
    const { stdout } = await program.run(["import", join(folder, "修订版.txt")], { env });
    expect(stdout).toContain("是 plan 的新版本，已替换；任务新增 1 项，去掉 1 项，改动 1 项");
    expect(stdout).toContain("新增：「(三)建设政务云平台」");
    expect(stdout).toContain("去掉：「(三)推广电子证照」");
    expect(stdout).toContain("改动：「(二)整治数据孤岛」");
    const asked = await program.run(["ask", "--json", "县财政局牵头哪些任务", "--corpus", folderWith({ "x.txt": newer })], { env });
    expect(JSON.parse(asked.stdout).items).toHaveLength(1);
    expect(JSON.parse((await program.run(["documents", "--json"], { env })).stdout)).toHaveLength(3);
  });

  test("文件名相同的不同文件：编号不同，都在", async () => {
    const env = ownPlaces();
    const other = PLAN.replaceAll("云岭", "青石").replace("云政办发", "青政办发").replaceAll("数字政府", "法治政府");
    await program.run(["import", join(folderWith({ "plan.txt": PLAN }), "plan.txt")], { env });
    const { stdout } = await program.run(["import", "--json", join(folderWith({ "plan.txt": other }), "plan.txt")], { env });
    expect(linesOf(stdout)[0]).toMatchObject({ outcome: { kind: "added" }, document: { id: "plan-2" } });
  });

  test("整个目录：子目录也收，隐藏文件和指向别处的链接不收并说明，网页按网页读", async () => {
    const env = ownPlaces();
    const folder = folderWith({ "plan.txt": PLAN, ".hidden.txt": PLAN, "empty.txt": "" });
    mkdirSync(join(folder, "inner"));
    writeFileSync(join(folder, "inner", "page.html"), PAGE);
    symlinkSync(join(seeds, "xiping-2020-rule-of-law-plan.txt"), join(folder, "link.txt"));
    symlinkSync(seeds, join(folder, "linked"));
    const { status, stdout, stderr } = await program.run(["import", "--json", folder], { env });
    expect(linesOf(stdout).map(({ file, ok }) => [file, ok])).toEqual([
      ["empty.txt", false],
      ["link.txt", false],
      ["plan.txt", true],
      ["page.html", true],
    ]);
    expect(errorCodes(stdout)).toEqual(["empty", "unsafe_path", undefined, undefined]);
    expect(stderr).toMatch(/^mingbai: [^\n]*\.hidden\.txt[^\n]*linked[^\n]*\n$/u);
    expect(status).toBe(1);
    const asked = await program.run(["ask", "--json", "县水利局负责什么"], { env });
    expect(JSON.parse(asked.stdout).items).toContainEqual(expect.objectContaining({ file: "page.html", title: "清理河道" }));
  });

  test("几个程序同时收录：都收进来，谁也不坏", async () => {
    const env = ownPlaces();
    const places = ["东山县", "西岭县", "南湖县", "北川区", "中和县", "长宁县"];
    const files = places.map((place, index) => [`p${index}.txt`, PLAN.replaceAll("云岭县", place).replace("云政办发", `${place.slice(0, 1)}政办发`)]);
    const folder = folderWith(Object.fromEntries(files));
    const paths = files.map(([name = ""]) => join(folder, name));
    const runs = await Promise.all([0, 1, 2].map((start) => program.run(["import", "--json", ...paths.slice(start), ...paths.slice(0, start)], { env })));
    expect(runs.map(({ status, stderr }) => [status, stderr])).toEqual([0, 1, 2].map(() => [0, ""]));
    const added = runs.flatMap(({ stdout }) => linesOf(stdout)).filter(({ outcome }) => (outcome as { kind: string }).kind === "added");
    expect(added).toHaveLength(places.length);
    expect(JSON.parse((await program.run(["documents", "--json"], { env })).stdout)).toHaveLength(places.length + 2);
  });
});

describe("坏的文件：说明原因，其他照收", () => {
  test.each<[string, string, string | Uint8Array, string]>([
    ["空文件", "a.txt", "", "empty"],
    ["只有空白", "a.txt", " \n\n　\n", "empty"],
    ["改名的 PDF", "a.txt", "%PDF-1.4\n1 0 obj\n", "type_mismatch"],
    ["随机字节", "a.docx", Uint8Array.from({ length: 5000 }, (_, index) => (index * 7919) % 256), "unreadable"],
    ["断掉的 docx", "a.docx", Buffer.from("PK\u0003\u0004\u0014\u0000\u0006\u0000", "latin1"), "unreadable"],
    ["断掉的 PDF", "a.pdf", "%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<", "unreadable"],
    ["五兆字节的一行", "a.txt", "工作".repeat(900_000), "too_large"],
    ["程序代码", "a.txt", "function add(a, b) { return a + b; } // 加法\nconst x = { y: [1, 2] };\n".repeat(20), "not_a_document"],
    ["外文网页", "a.html", "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form>user</form></body></html>", "not_a_document"],
    ["密级", "a.txt", `机密★1年\n${PLAN}`, "classified"],
    ["名字里有 ..", "a..b.txt", PLAN, "unsafe_path"],
    ["图片", "a.pdf", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), "type_mismatch"],
  ])("%s", async (_name, name, content, code) => {
    const env = ownPlaces();
    const folder = folderWith({ [name]: content, "z.txt": PLAN });
    const { status, stdout } = await program.run(["import", "--json", join(folder, name), join(folder, "z.txt")], { env });
    expect(errorCodes(stdout)).toEqual([code, undefined]);
    expect(linesOf(stdout)[0]).toMatchObject({ error: { message: expect.stringMatching(/^「[^」]+」[^。]*。$/u) } });
    expect(status).toBe(1);
  });
});

describe("mingbai report、remove、correct", () => {
  test("report 再说一遍；自带的也有", async () => {
    const { status, stdout } = await program.run(["report", "xiping-2020"]);
    expect(stdout).toContain("40 项任务");
    expect(stdout).toContain("编号重复：「(二十五)」");
    expect(stdout).toContain("存疑 1 个：县县场监管局");
    expect(status).toBe(0);
  });

  test.each([
    [["remove", "xiping-2020", "--yes"], "自带"],
    [["remove", "no-such", "--yes"], "no-such"],
    [["report", "no-such"], "no-such"],
    [["correct", "no-such"], "no-such"],
  ])("%j：一句话，状态 1", async (args, words) => {
    const { status, stdout, stderr } = await program.run(args);
    expect(stderr).toMatch(/^mingbai: [^\n]*\n$/u);
    expect(stderr).toContain(words);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  });

  test("更正：写在文件旁边，回答和报告都用，换了新版本还在；写错了不用并说明", async () => {
    const env = ownPlaces();
    const folder = folderWith({ "plan.txt": PLAN, "newer.txt": PLAN.replace("不少于12类", "不少于15类") });
    await program.run(["import", join(folder, "plan.txt")], { env });
    const shown = await program.run(["correct", "plan"], { env });
    const path = /更正单：(.*)/u.exec(shown.stdout)?.[1] ?? "";
    expect(readFileSync(path, "utf8")).toContain("现在读到3项任务");
    expect({ status: shown.status, end: shown.stdout.endsWith("现在没有更正\n") }).toEqual({ status: 0, end: true });

    writeFileSync(path, "改角色:\n  - 任务: 1\n    开头: 建设人口\n    单位: 县公安局\n    角色: 牵头\n");
    expect((await program.run(["correct", "plan"], { env })).stdout).toContain("更正 1 处");
    const ask = async () =>
      JSON.parse((await program.run(["ask", "--json", "县公安局牵头哪些任务"], { env })).stdout).items.map(({ ordinal }: { ordinal: number }) => ordinal);
    expect(await ask()).toEqual([1, 3]);
    await program.run(["import", join(folder, "newer.txt")], { env });
    expect(await ask()).toEqual([1, 3]);
    expect((await program.run(["report", "plan"], { env })).stdout).toContain("县公安局的角色改为牵头");

    const ledger = async (format: string) => (await program.run(["ledger", "--document", "plan", "--format", format], { env })).stdout;
    expect(await ledger("table")).toMatch(/^1 .*（经更正）/mu);
    expect((await ledger("table")).match(/经更正/gu)).toHaveLength(1);
    expect((await ledger("csv")).match(/,（经更正）,/gu)).toHaveLength(1);
    expect(JSON.parse(await ledger("json")).map(({ corrected }: { corrected?: boolean }) => corrected)).toEqual([true, undefined, undefined]);

    writeFileSync(path, "改角色:\n  - 任务: 一\n");
    const wrong = await program.run(["correct", "plan"], { env });
    expect(wrong.stdout).toContain("第2行");
    expect(wrong.status).toBe(1);
    expect(await ask()).toEqual([3]);
  });
});

describe("目录里有各种格式", () => {
  test("--corpus 直接问；读过的外来格式第二次不再读", async () => {
    const env = ownPlaces();
    const folder = folderWith({ "page.html": PAGE, "plan.txt": PLAN });
    const ask = () => program.run(["ask", "--json", "县生态环境局负责什么", "--corpus", folder], { env });
    const first = await ask();
    expect(JSON.parse(first.stdout).items).toMatchObject([{ file: "page.html" }]);
    const texts = join(env["MINGBAI_INDEX_DIR"] ?? "", "texts");
    const [build = ""] = readdirSync(texts);
    const [name = ""] = readdirSync(join(texts, build));
    const kept = join(texts, build, name);
    expect((await ask()).stdout).toBe(first.stdout);
    // What is damaged is read again.
    truncateSync(kept, 20);
    expect((await ask()).stdout).toBe(first.stdout);
    expect(readFileSync(kept, "utf8")).toContain("清理河道");
  });

  test("坏的文件点名，其余照答", async () => {
    const folder = folderWith({ "page.html": PAGE, "bad.docx": "PK\u0003\u0004", "bad.zip": "x" });
    const { stdout, stderr } = await program.run(["ask", "--json", "县水利局负责什么", "--corpus", folder]);
    expect(JSON.parse(stdout).items).toHaveLength(1);
    expect(stderr).toMatch(/bad\.docx/u);
    expect(stderr).toMatch(/bad\.zip/u);
  });
});

test("正在运行的机器人不用重启：另一个程序收录后，就按新的文件回答", { timeout: 60_000 }, async () => {
  const env = ownPlaces();
  const folder = folderWith({ "plan.txt": PLAN });
  const bot = program.start(["bot"], env);
  const all = ended(bot);
  bot.stdin.write("县司法局负责哪些任务\n");
  await written(bot.stdout, "29项");
  await program.run(["import", join(folder, "plan.txt")], { env });
  let answered = "";
  bot.stdout.on("data", (chunk: Buffer) => {
    answered += chunk.toString("utf8");
  });
  await expect
    .poll(
      () => {
        bot.stdin.write("县大数据局牵头哪些任务\n");
        return answered;
      },
      { timeout: 50_000, interval: 300 },
    )
    .toContain("(一)建设人口基础数据库");
  bot.stdin.end();
  expect((await all).status).toBe(0);
});
