import fc from "fast-check";
import { describe, expect, test } from "vitest";
import WordExtractor from "word-extractor";
import { compoundFile, type DocModifier, type DocParagraph, type DocParts, doc, u16 } from "../../../../../test/documents/doc.ts";
import { cell, IN_TABLE, numbered, ROW_END, rowDefinition, rowEnd } from "../../../../../test/documents/doc-paragraphs.ts";
import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { readDocx } from "../docx/read-docx.ts";
import { readDoc } from "./read-doc.ts";

const INNER: readonly DocModifier[] = [IN_TABLE, [0x6649, 2, 0, 0, 0]];
const DELETED: DocModifier = [0x0800, 1];
const HIDDEN: DocModifier = [0x083c, 1];

function linesOf(blocks: readonly SourceBlock[]): readonly string[] {
  return blocks.map((block) => (block.kind === "line" ? block.text : `[${block.kind}]`));
}

async function read(parts: DocParts): Promise<readonly string[]> {
  return linesOf(await readDoc(doc(parts), "通知.doc"));
}

async function gridOf(...body: readonly DocParagraph[]): Promise<readonly (readonly [number, number, number, number, string])[]> {
  const blocks = await readDoc(doc({ body }), "通知.doc");
  return blocks.flatMap((block) => (block.kind === "table" ? block.cells : [])).map((one) => [one.row, one.column, one.rowSpan, one.columnSpan, one.text]);
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readDoc(bytes, "通知.doc");
    return "ok";
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

describe("readDoc 正文", () => {
  test("段落按顺序，中文引号保留，换行分页断行，空段落不算", async () => {
    const body = [
      { text: "关于“回头看”的通知" },
      { text: "" },
      { text: "青石县\v人民政府\f新页\x1e\x1f\x01" },
      { text: "节末", mark: "\f" as const },
      { text: "节后" },
    ];
    expect(await read({ body })).toEqual(["关于“回头看”的通知", "青石县", "人民政府", "新页-", "节末", "节后"]);
  });

  test("与通用读取库读到的正文一致", async () => {
    const body = [{ text: "关于“回头看”的通知" }, { text: "县司法局负责普法（第1期）。" }, { text: "联系人：张三\t电话：12345" }];
    const theirs = (await new WordExtractor().extract(Buffer.from(doc({ body })))).getBody({ filterUnicode: false });
    expect(theirs.trim().split("\n")).toEqual(await read({ body }));
  });

  test("域只取结果，目录不要", async () => {
    const body = [{ text: "\x13TOC \\o\x14第一章1" }, { text: "第二章2\x15" }, { text: "见\x13 REF a \x14附件\x15。" }];
    expect(await read({ body })).toEqual(["见附件。"]);
  });

  test("修订按全部接受，隐藏文字不印", async () => {
    const body: DocParagraph[] = [
      { text: "前半，" },
      { text: "整段删掉", characters: [DELETED] },
      { text: "后半。" },
      { text: "看不见", characters: [HIDDEN] },
    ];
    expect(await read({ body })).toEqual(["前半，", "后半。"]);
  });
});

describe("readDoc 自动编号", () => {
  test("各级编号照 Word 显示", async () => {
    const lists = [
      [
        { format: 39, text: "\u0000、" },
        { format: 37, text: "（\u0001）" },
        { format: 0, text: "\u0002." },
      ],
      [{ format: 23, text: "●" }],
    ];
    const body = [
      numbered("总体要求", 1),
      numbered("重点任务", 1),
      numbered("优化服务", 1, 1),
      numbered("培训", 1, 2),
      numbered("执法", 1, 1),
      numbered("保障", 1),
      numbered("圆点", 2),
    ];
    expect(await read({ body, lists })).toEqual(["一、总体要求", "二、重点任务", "（一）优化服务", "1.培训", "（二）执法", "三、保障", "圆点"]);
  });

  test("没有列表定义的编号不猜", async () => {
    expect(await read({ body: [numbered("总体要求", 3)] })).toEqual(["总体要求"]);
  });
});

describe("readDoc 表格", () => {
  test("按边线排列，跨列、跨行，单元格里几段是几行", async () => {
    const cells = await gridOf(
      { text: "表前" },
      cell("任务"),
      cell("责任单位"),
      rowEnd([0, 4000, 6000]),
      cell("普法"),
      cell("进村"),
      { text: "县司法局", modifiers: [IN_TABLE] },
      cell("县教育局"),
      rowEnd([0, 2010, 4000, 6000], [0x60]),
      cell(""),
      cell("进校"),
      cell("县团委"),
      rowEnd([0, 2000, 4000, 6000], [0x20]),
      { text: "表后" },
    );
    expect(cells).toEqual([
      [0, 0, 1, 2, "任务"],
      [0, 2, 1, 1, "责任单位"],
      [1, 0, 2, 1, "普法"],
      [1, 1, 1, 1, "进村"],
      [1, 2, 1, 1, "县司法局\n县教育局"],
      [2, 1, 1, 1, "进校"],
      [2, 2, 1, 1, "县团委"],
    ]);
  });

  test.each([
    ["全部放在数据流里", 0x6646],
    ["一部分放在数据流里", 0x646b],
  ])("行的格式%s", async (_, pointer) => {
    const [code, ...operand] = rowDefinition([0, 4000, 6000]);
    const stored = [...u16(0x2416), 1, ...u16(0x2417), 1, ...u16(code), ...operand];
    const end: DocParagraph = { text: "", mark: "\x07", modifiers: [IN_TABLE, ROW_END, [pointer, 4, 0, 0, 0]] };
    const body = [cell("甲"), cell("乙"), end, cell("丙"), cell("丁"), cell("戊"), rowEnd([0, 2000, 4000, 6000])];
    const [table] = await readDoc(doc({ body, data: [9, 9, 9, 9, ...u16(stored.length), ...stored] }), "通知.doc");
    expect(table?.kind === "table" && table.cells.map((one) => [one.column, one.columnSpan])).toEqual([
      [0, 2],
      [2, 1],
      [0, 1],
      [1, 1],
      [2, 1],
    ]);
  });

  test("表中表并入单元格，删除的行不算", async () => {
    const deletedRow = [
      { ...cell("删"), characters: [DELETED] },
      { ...cell("掉"), characters: [DELETED] },
      { ...rowEnd([0, 2000, 4000]), characters: [DELETED] },
    ];
    const cells = await gridOf(
      { text: "甲", modifiers: [...INNER, [0x244b, 1]] },
      { text: "乙", modifiers: [...INNER, [0x244b, 1]] },
      { text: "", modifiers: [...INNER, [0x244c, 1]] },
      cell("外"),
      cell("右"),
      rowEnd([0, 2000, 4000]),
      ...deletedRow,
    );
    expect(cells).toEqual([
      [0, 0, 1, 1, "甲 乙\n外"],
      [0, 1, 1, 1, "右"],
    ]);
  });

  test("只有一格的表是文字外框", async () => {
    expect(await read({ body: [{ text: "甲", modifiers: [IN_TABLE] }, cell("乙"), rowEnd([0, 6000])] })).toEqual(["甲", "乙"]);
  });
});

describe("readDoc 拒绝", () => {
  const body = [{ text: "县司法局负责普法。".repeat(30) }];

  test("加密的 doc，加密的 docx", async () => {
    expect(await codeOf(doc({ body, flags: 0x0100 }))).toBe("encrypted");
    const package_ = compoundFile({ EncryptedPackage: new Uint8Array(100), EncryptionInfo: new Uint8Array(10) });
    expect(await codeOf(package_)).toBe("encrypted");
    await expect(readDocx(package_, "通知.docx")).rejects.toMatchObject({ code: "encrypted" });
  });

  test("doc 改名为 docx、表格文件改名为 doc、太旧的 Word", async () => {
    await expect(readDocx(doc({ body }), "通知.docx")).rejects.toMatchObject({ code: "type_mismatch" });
    expect(await codeOf(compoundFile({ Workbook: new Uint8Array(10) }))).toBe("not_a_document");
    expect(await codeOf(doc({ body, version: 0x65 }))).toBe("unsupported");
  });

  test("断尾的、空的、乱的都是损坏", async () => {
    const whole = doc({ body });
    for (const bytes of [whole.subarray(0, 5632), whole.subarray(0, 600), new Uint8Array(0), new Uint8Array(3000).fill(7)]) {
      expect(await codeOf(bytes)).toBe("unreadable");
    }
  });

  test("页眉里的密级标志；页眉不进正文", async () => {
    expect(await codeOf(doc({ body, header: "秘密★3年" }))).toBe("classified");
    expect(await read({ body: [{ text: "正文" }], header: "青石县人民政府文件" })).toEqual(["正文"]);
  });

  test("任意字节被改，只会读出或以约定的错误拒绝", { timeout: 60_000 }, async () => {
    const lists = [[{ format: 39, text: "\u0000、" }]];
    const whole = doc({ body: [numbered("总体要求", 1), cell("任务"), cell("单位"), rowEnd([0, 4000, 6000]), { text: "尾" }], lists, header: "页眉" });
    const used = Array.from({ length: whole.length }, (_, index) => index).filter((index) => whole[index] !== 0);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...used), fc.nat(255), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        expect(["ok", "unreadable", "too_large", "encrypted", "unsupported", "not_a_document"]).toContain(await codeOf(bytes));
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
