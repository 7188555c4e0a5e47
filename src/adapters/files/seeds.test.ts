import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { READING } from "../../../test/reading.ts";
import { readFileBytes } from "./file-bytes.ts";
import { idFromName } from "./seed-files.ts";
import { takeSnapshot } from "./seeds.ts";

const TEXT = "一、依法行政\r\n(一)优化服务。推行一网通办。\r\n";
const SIDECAR = { id: "plan-2020", region: "某某县", year: 2020, source: "公开文件" };

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>青石县公墓管理办法</title></head><body>
<table><tr><td>索引号：</td><td>000014/2016-1</td></tr><tr><td>发布机构：</td><td>青石县民政局</td></tr><tr><td>有效性：</td><td>失效</td></tr></table>
<div class="content"><h1>青石县公墓管理办法</h1><p>第一条 为了规范全县公墓管理，制定本办法。</p><p>第二条 县民政局负责全县公墓的监督管理工作。</p>
<p>第三条 公墓应当建在荒山瘠地，不得占用耕地和林地。</p></div></body></html>`;

let root: string;
let directory: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingbai-seeds-"));
  directory = join(root, "seeds");
  mkdirSync(directory);
  put("good.txt", TEXT);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, content: string | Uint8Array): void {
  writeFileSync(join(directory, name), content);
}
const readAll = () => takeSnapshot(directory, READING).read();

describe("takeSnapshot 文件目录", () => {
  test("文字原样读入，换行不改；说明文件补上文中没有的", async () => {
    put("plan.txt", `\u{FEFF}${TEXT}`);
    put("plan.json", JSON.stringify(SIDECAR));
    const { files, problems } = await readAll();
    expect(problems).toEqual([]);
    expect(files).toEqual([
      { id: "good", file: "good.txt", text: TEXT, tables: [], region: undefined, year: undefined, title: undefined },
      { id: "plan-2020", file: "plan.txt", text: TEXT, tables: [], region: "某某县", year: 2020, title: undefined },
    ]);
  });

  test("说明文件说已失效，网页的目录里写着失效，都记着", async () => {
    put("plan.txt", TEXT);
    put("plan.json", JSON.stringify({ ...SIDECAR, lapsed: "失效" }));
    put("page.html", PAGE);
    const { files } = await readAll();
    expect(files.map(({ file, lapsed }) => [file, lapsed])).toEqual([
      ["good.txt", undefined],
      ["page.html", "有效性：失效"],
      ["plan.txt", "失效"],
    ]);
  });

  test.each<[string, string, string | Uint8Array]>([
    ["空文件", "bad.txt", ""],
    ["只有空白", "bad.txt", "\n \n"],
    ["不是文字", "bad.txt", new Uint8Array([1, 0, 2, 0])],
    ["残缺的 UTF-8", "bad.txt", Buffer.from(TEXT, "utf8").subarray(0, 41)],
    ["改名的 PDF", "bad.txt", "%PDF-1.4"],
    ["标有密级", "bad.md", `机密★1年\n${TEXT}`],
    ["不支持的格式", "bad.docx", "x"],
    ["文件不见了，只剩说明", "bad.json", JSON.stringify(SIDECAR)],
    ["名字里有 ..", "a\\..\\bad.txt", TEXT],
  ])("%s：一句话点名，其他文件照常", async (_name, name, content) => {
    put(name, content);
    const { files, problems } = await readAll();
    expect(files.map((file) => file.file)).toEqual(["good.txt"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("bad");
    expect(problems[0]?.match(/。/gu)).toHaveLength(1);
  });

  test.each([
    ["不认识的项目", { ...SIDECAR, regoin: "某某县" }, "regoin"],
    ["编号不合规", { ...SIDECAR, id: "计划" }, "id"],
    ["年份不是数字", { ...SIDECAR, year: "2020" }, "year"],
    ["没有出处", { id: "plan" }, "source"],
    ["不是对象", [], "整个内容"],
  ])("说明文件%s：点名，它说明的文件不收", async (_name, sidecar, field) => {
    put("bad.txt", TEXT);
    put("bad.json", JSON.stringify(sidecar));
    const { files, problems } = await readAll();
    expect(files.map((file) => file.file)).toEqual(["good.txt"]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("bad.json");
    expect(problems[0]).toContain(field);
  });

  test("编号相同：后一份不收，点名两份", async () => {
    put("good.md", TEXT);
    const { files, problems } = await readAll();
    expect(files).toHaveLength(1);
    expect(problems[0]).toMatch(/good\.txt.*good\.md/u);
  });

  test("指向目录之外的链接不读", async () => {
    writeFileSync(join(root, "outside.txt"), TEXT);
    symlinkSync(join(root, "outside.txt"), join(directory, "link.txt"));
    const { files, problems } = await readAll();
    expect(files.map((file) => file.file)).toEqual(["good.txt"]);
    expect(problems[0]).toContain("link.txt");
  });

  test("目录里的目录、断开的链接各得一句话", async () => {
    mkdirSync(join(directory, "folder.txt"));
    symlinkSync(join(directory, "gone"), join(directory, "broken.txt"));
    const { files, problems } = await readAll();
    expect(files).toHaveLength(1);
    expect(problems).toHaveLength(2);
  });

  test("超过 20 MB 的文件不读", async () => {
    put("big.txt", new Uint8Array(20 * 1024 * 1024 + 1).fill(0x61));
    expect((await readAll()).problems[0]).toMatch(/big\.txt.*20 MB/u);
  });

  test.each([
    ["一长段没有句号", "各部门要抓好落实".repeat(8)],
    ["半角逗号", "各部门要抓好落实,"],
    ["全角逗号", "各部门要抓好落实\uff0c"],
    ["全角冒号", "责任单位\uff1a"],
  ])("末尾断在句中（%s）：收入，并提醒核对", async (_name, end) => {
    put("cut.txt", `${TEXT}(二)加强监督。${end}`);
    const { files, problems } = await readAll();
    expect(files).toHaveLength(2);
    expect(problems[0]).toContain("cut.txt");
  });

  test.each(["。", "!", "\uff01", "\uff1f", ")", "\uff09"])("一长段以「%s」结束：不提醒", async (end) => {
    put("whole.txt", `${TEXT}${"各部门要抓好落实,".repeat(8)}完成${end}`);
    expect((await readAll()).problems).toEqual([]);
  });

  test("目录不存在：没有文件，一句话说明", async () => {
    const { files, problems } = await takeSnapshot(join(root, "missing"), READING).read();
    expect(files).toEqual([]);
    expect(problems[0]).toContain("missing");
  });
});

describe("takeSnapshot 的摘要和戳记", () => {
  const seen = async () => {
    const { stamp, digest } = takeSnapshot(directory, READING);
    return { stamp, digest: await digest() };
  };
  test("没有人动过则不变", async () => expect(await seen()).toEqual(await seen()));
  test("同样的内容再写一遍：摘要不变", async () => {
    const before = await seen();
    put("good.txt", TEXT);
    expect((await seen()).digest).toBe(before.digest);
  });
  test("同样长短，日期也改回原来的：两样都看得出", async () => {
    const before = await seen();
    const { atime, mtime } = statSync(join(directory, "good.txt"));
    put("good.txt", TEXT.replace("推行", "实行"));
    utimesSync(join(directory, "good.txt"), atime, mtime);
    const after = await seen();
    expect(after.digest).not.toBe(before.digest);
    expect(after.stamp).not.toBe(before.stamp);
  });
  test.each([
    ["改了一个字", () => put("good.txt", TEXT.replace("推行", "实行"))],
    ["多了文件", () => put("more.txt", TEXT)],
    ["多了说明", () => put("good.json", JSON.stringify(SIDECAR))],
    ["文件不见了", () => rmSync(join(directory, "good.txt"))],
    ["目录不见了", () => rmSync(directory, { recursive: true })],
  ])("%s则不同", async (_name, change) => {
    const before = await seen();
    change();
    const after = await seen();
    expect(after.digest).not.toBe(before.digest);
    expect(after.stamp).not.toBe(before.stamp);
  });
});

describe("idFromName 编号", () => {
  test.each([
    ["Xiping 2020_Plan.txt", "xiping-2020-plan"],
    ["--a--.md", "a"],
  ])("%s → %s", (name, id) => expect(idFromName(name)).toBe(id));
  test.each(["西平县2020年工作安排.txt", "---.txt"])("%s → 固定的短编号", (name) => {
    expect(idFromName(name)).toMatch(/^doc-[0-9a-f]{10}$/u);
    expect(idFromName(name)).toBe(idFromName(name));
  });
});

describe("readFileBytes 单个文件", () => {
  test("读出全部字节", () => expect(Buffer.from(readFileBytes(join(directory, "good.txt")).bytes).toString("utf8")).toBe(TEXT));
  test.each([
    ["missing.txt", "unreadable"],
    ["../seeds", "unreadable"],
    ["a\\..\\b.txt", "unsafe_path"],
    ["关于..方案.txt", "unsafe_path"],
  ])("%s → %s", (name, code) => expect(() => readFileBytes(join(directory, name))).toThrow(expect.objectContaining({ code })));
  test("文件名里的省略号不是向上的路径", () => {
    put("关于印发...的通知.txt", TEXT);
    expect(readFileBytes(join(directory, "关于印发...的通知.txt")).bytes).toHaveLength(Buffer.byteLength(TEXT));
  });
});
