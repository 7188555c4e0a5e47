import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { LibraryDocument } from "../../app/document-library.ts";
import type { ImportReport } from "../../app/import-document.ts";
import { createLibrary } from "./library.ts";
import { takeLibrarySnapshot, withCorrections } from "./library-snapshot.ts";
import { libraryStamp } from "./library-stamp.ts";

const REPORT: ImportReport = {
  file: "a.txt",
  ok: true,
  document: { id: "a", title: "要点", documentNumber: null, issuer: null, issuedOn: null, kind: "work_plan" },
  tasks: [],
  articles: [],
  anomalies: [],
};

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "mingbai-library-"));
  folder = join(root, "documents");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function documentOf(id: string, text: string, importedAtMs = 1): LibraryDocument {
  const span = { start: 0, end: 2 };
  return {
    facts: {
      id,
      file: `${id}.docx`,
      digest: text,
      importedAtMs,
      title: "要点",
      documentNumber: undefined,
      issuer: undefined,
      issuedOn: "2021-03-05",
      given: { year: 2021 },
    },
    original: Buffer.from(`原件 ${text}`),
    source: { text, tables: [{ sheet: undefined, span, rows: [[{ span, row: 0, column: 0 }, undefined]] }] },
    report: REPORT,
  };
}

describe("createLibrary 收录的文件", () => {
  test("存进去的原样取得出，按收录的先后；原件在", () => {
    const library = createLibrary(folder);
    const [later, earlier] = [documentOf("b", "乙文", 1), documentOf("a", "甲文", 2)];
    library.save(earlier);
    library.save(later);
    const again = createLibrary(folder);
    expect(again.list()).toEqual([later.facts, earlier.facts]);
    expect(again.loadSource("a")).toEqual({
      text: "甲文",
      tables: [{ sheet: undefined, span: { start: 0, end: 2 }, rows: [[{ span: { start: 0, end: 2 }, row: 0, column: 0 }, null]] }],
    });
    const [version = ""] = readdirSync(join(folder, "a")).filter((name) => name !== "facts.json");
    expect(readFileSync(join(folder, "a", version, "original.docx"), "utf8")).toBe("原件 甲文");
  });

  test("文件说自己已失效的，记着；新版本没有这样说的，不记；另有说明的，以说明为准", async () => {
    const library = createLibrary(folder);
    const document = documentOf("a", "甲文");
    const lapsedOf = async () => (await takeLibrarySnapshot(folder).read()).files.map(({ lapsed }) => lapsed);
    library.save({ ...document, source: { ...document.source, lapse: "有效性：失效" } });
    expect(await lapsedOf()).toEqual(["有效性：失效"]);
    library.save(document);
    expect(await lapsedOf()).toEqual([undefined]);
    library.save({ ...document, facts: { ...document.facts, given: { lapsed: "已废止" } } });
    expect(createLibrary(folder).list()).toMatchObject([{ given: { lapsed: "已废止" } }]);
    expect(await lapsedOf()).toEqual(["已废止"]);
  });

  test("新版本取代旧的，旧的不留，更正单留着", () => {
    const library = createLibrary(folder);
    library.save(documentOf("a", "旧"));
    writeFileSync(join(folder, "a", "corrections.yaml"), "合并:\n");
    library.save(documentOf("a", "新"));
    expect(library.list()).toHaveLength(1);
    expect(library.loadSource("a").text).toBe("新");
    expect(library.loadCorrections("a")).toBe("合并:\n");
    expect(readdirSync(join(folder, "a"))).toHaveLength(3);
  });

  test("写到一半就断了的不算数，也不碍事", () => {
    const library = createLibrary(folder);
    library.save(documentOf("a", "甲"));
    mkdirSync(join(folder, "half", "v1"), { recursive: true });
    mkdirSync(join(folder, "a", "v2"));
    expect(
      createLibrary(folder)
        .list()
        .map(({ id }) => id),
    ).toEqual(["a"]);
    expect(createLibrary(folder).problems()).toEqual([]);
    expect(createLibrary(folder).loadSource("a").text).toBe("甲");
  });

  test("坏了的点名，别的照用", async () => {
    const library = createLibrary(folder);
    library.save(documentOf("a", "甲"));
    library.save(documentOf("b", "乙"));
    truncateSync(join(folder, "a", "facts.json"), 10);
    const { files, problems } = await takeLibrarySnapshot(folder).read();
    expect(files.map(({ id }) => id)).toEqual(["b"]);
    expect(problems).toEqual([expect.stringContaining(join("a", "facts.json"))]);
  });

  test("去掉之后什么也不留", () => {
    const library = createLibrary(folder);
    library.save(documentOf("a", "甲"));
    library.remove("a");
    expect(library.list()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  test("没有权限写：一句话", () => {
    writeFileSync(folder, "");
    expect(() => createLibrary(folder).save(documentOf("a", "甲"))).toThrow(expect.objectContaining({ code: "store_failed" }));
  });

  test("锁：同一时刻只有一个在做；出了错也放开", async () => {
    const [one, other] = [createLibrary(folder), createLibrary(folder)];
    const order: string[] = [];
    const work = (name: string) => async () => {
      order.push(`${name}开始`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${name}结束`);
    };
    await expect(one.whileLocked(() => Promise.reject(new Error("出错")))).rejects.toThrow("出错");
    await Promise.all([one.whileLocked(work("甲")), other.whileLocked(work("乙"))]);
    expect(order.map((step) => step.slice(0, 1))).toEqual([order[0]?.slice(0, 1), order[0]?.slice(0, 1), order[2]?.slice(0, 1), order[2]?.slice(0, 1)]);
    expect(existsSync(join(folder, ".lock"))).toBe(true);
  });
});

describe("libraryStamp", () => {
  test("没有收录过：空的", () => expect(libraryStamp(folder)).toBe(""));
  test.each([
    ["收录", () => createLibrary(folder).save(documentOf("b", "乙"))],
    ["换了版本", () => createLibrary(folder).save(documentOf("a", "甲"))],
    ["去掉", () => createLibrary(folder).remove("a")],
    ["更正", () => writeFileSync(join(folder, "a", "corrections.yaml"), "合并:\n")],
    [
      "更正自带的文件",
      () => {
        mkdirSync(join(folder, "shipped"));
        writeFileSync(join(folder, "shipped", "corrections.yaml"), "");
      },
    ],
  ])("%s就变，不动就不变", (_name, change) => {
    createLibrary(folder).save(documentOf("a", "甲"));
    const before = libraryStamp(folder);
    expect(libraryStamp(folder)).toBe(before);
    change();
    expect(libraryStamp(folder)).not.toBe(before);
  });
});

test("更正单跟着每份文件，摘要随它变", async () => {
  createLibrary(folder).save(documentOf("a", "甲"));
  const snapshot = withCorrections(takeLibrarySnapshot(folder), folder);
  const before = await snapshot.digest();
  expect((await snapshot.read()).files[0]?.corrections).toBeUndefined();
  writeFileSync(join(folder, "a", "corrections.yaml"), "合并:\n");
  expect((await snapshot.read()).files[0]?.corrections).toBe("合并:\n");
  expect(await snapshot.digest()).not.toBe(before);
});
