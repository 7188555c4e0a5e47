import ExcelJS from "exceljs";
import fc from "fast-check";
import { unzipSync, type Zippable, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { decodeText } from "../../src/adapters/files/decode.ts";
import { type ForeignKind, loadFormatReader } from "../../src/adapters/files/format-readers.ts";
import { tablesInMarkdown } from "../../src/adapters/files/formats/markdown.ts";
import { pdfOf } from "../../src/adapters/files/formats/pdf/pdf-fixture.ts";
import { layOut, type SourceText } from "../../src/core/document/source-text.ts";
import { AppError } from "../../src/errors.ts";
import { doc } from "../documents/doc.ts";
import * as docParts from "../documents/doc-paragraphs.ts";
import * as docx from "../documents/docx.ts";
import { mutationsOf } from "../documents/mutations.ts";
import * as ofd from "../documents/ofd.ts";

/** How many broken files are read in all; fewer for a quick look. */
const RUNS = Number(process.env["MINGBAI_FUZZ_RUNS"] ?? 10_000);
/** Many times what all the reads of a format take: what exceeds it hangs. */
const LONGEST_MS = 20 * 60 * 1000;

const TITLE = "青溪县2024年普法工作方案";
const LINES = [
  TITLE,
  "各乡镇人民政府：",
  "一、总体要求",
  "（一）规范执法。开展自查自纠。",
  "责任单位：县司法局、县财政局",
  "完成时限：2024年6月底前",
  "二、保障措施",
];
const ROWS = [
  ["序号", "任务", "责任单位"],
  ["1", "修路 & 养路", "县交通局"],
  ["2", "宣讲", "县司法局"],
];
const EDGES = [0, 2000, 5000, 8000];

const TEXT = Buffer.from(`${LINES.join("\n")}\n`);
const MARKDOWN = Buffer.from(`# ${TITLE}\n\n| 任务 | 单位 |\n|:--|---|\n| 修\\|路 | 县交通局 |\n\n\`\`\`\n|a|\n\`\`\`\n\n${LINES.join("\n\n")}\n`);
const HTML = Buffer.from(
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${TITLE}</title></head><body><div class="nav"><a href="/">首页</a></div><div class="article"><h1>${TITLE}</h1>${LINES.map((line) => `<p>${line}</p>`).join("")}<ol start="2"><li>宣讲<br>培训</li></ol><table><tr><th rowspan="2">任务</th><th colspan="2">单位</th></tr><tr><td>甲</td><td>乙</td></tr><tr><td>修路</td><td>县交通局</td><td>&nbsp;</td></tr></table></div></body></html>`,
);
const DOCX = docx.docx({
  body: `${LINES.map((line) => docx.paragraph(line)).join("")}${docx.numbered("宣讲", 1)}${docx.table(...ROWS.map((words) => docx.row(...words.map((word) => docx.cell(word.replace("&", "&amp;"), '<w:gridSpan w:val="1"/>')))))}`,
  numbering: docx.list(1, docx.level(0, "chineseCounting", "%1、")),
  styles: '<w:style w:type="paragraph" w:styleId="a"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>',
  header: docx.paragraph("青溪县人民政府办公室"),
});
const DOC = doc({
  body: [
    ...LINES.map((text) => ({ text })),
    docParts.numbered("宣讲", 1),
    ...ROWS.flatMap((words) => [...words.map((word) => docParts.cell(word)), docParts.rowEnd(EDGES)]),
    { text: "附则" },
  ],
  lists: [[{ format: 0x27, text: "\u0000、" }]],
  header: "青溪县人民政府办公室",
});
const GRID = [...[60, 200, 400, 520].map((x) => `${x} 400 m ${x} 490 l S`), ...[400, 430, 460, 490].map((y) => `60 ${y} m 520 ${y} l S`)];
const PDF = pdfOf([
  {
    texts: [
      ...LINES.map((text, index) => ({ text, x: index === 0 ? 200 : 92, y: 760 - index * 28 })),
      ...ROWS.flatMap((words, row) => words.map((text, column) => ({ text, x: [65, 205, 405][column] ?? 0, y: 468 - row * 30, size: 12 }))),
    ],
    drawing: GRID.join("\n"),
  },
  { texts: [{ text: "附则", x: 92, y: 760 }] },
]);
const OFD = ofd.ofdOf([
  ofd.page(
    [
      ...LINES.map((line, index) => ofd.text(line, 28, 30 + index * 10)),
      ...[28, 50, 110, 170].map((x) => ofd.line(x, 120, x, 150)),
      ...[120, 135, 150].map((y) => ofd.line(28, y, 170, y)),
      ...ROWS.slice(1).flatMap((words, row) => words.map((word, column) => ofd.text(word.replace("&", "&amp;"), [30, 52, 112][column] ?? 0, 124 + row * 15))),
    ].join(""),
  ),
]);

async function workbook(): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("任务台账");
  sheet.addRows([[TITLE], ...ROWS, ["3", "培训", new Date(Date.UTC(2024, 5, 30))]]);
  sheet.mergeCells("A1:C1");
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** A package broken in its bytes, where its checksums mostly give it away, or in one of its parts and packed again. */
function brokenPackages(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const parts: Zippable = unzipSync(bytes);
  const inPart = fc
    .constantFrom(...Object.entries(unzipSync(bytes)).filter(([, part]) => part.length > 0))
    .chain(([name, part]) => mutationsOf(part).map((broken) => zipSync({ ...parts, [name]: broken }, { level: 0 })));
  return fc.oneof({ weight: 1, arbitrary: mutationsOf(bytes) }, { weight: 4, arbitrary: inPart });
}

type Read = (bytes: Uint8Array) => SourceText | Promise<SourceText>;

function foreign(kind: ForeignKind): Read {
  return async (bytes) => layOut((await (await loadFormatReader(kind))(bytes, "文件")).blocks);
}

const plain: Read = (bytes) => {
  const text = decodeText(bytes, "文件");
  return { text, tables: tablesInMarkdown(text) };
};

/** Reads or refuses; whatever is read lies within its text. */
async function check(read: Read, bytes: Uint8Array): Promise<void> {
  try {
    const { text, tables } = await read(new Uint8Array(bytes));
    for (const { span, rows } of tables) {
      expectWithin(span, { start: 0, end: text.length });
      for (const cell of rows.flat()) if (cell) expectWithin(cell.span, span);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.message).toMatch(/^「文件」[^。]+。$/u);
  }
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function expectWithin(inner: Range, outer: Range): void {
  const isWithin = outer.start <= inner.start && inner.start <= inner.end && inner.end <= outer.end;
  if (!isWithin) expect.fail(`${JSON.stringify(inner)} is not within ${JSON.stringify(outer)}`);
}

type Break = (bytes: Uint8Array) => fc.Arbitrary<Uint8Array>;

/** Each format's share of the runs, in hundredths: most where a file's structure is deep, fewer of PDF, whose reads cost most, and of plain text. */
const FORMATS: readonly (readonly [name: string, share: number, read: Read, sound: Uint8Array, breaking: Break])[] = [
  ["docx", 16, foreign("docx"), DOCX, brokenPackages],
  ["doc", 16, foreign("doc"), DOC, mutationsOf],
  ["pdf", 10, foreign("pdf"), PDF, mutationsOf],
  ["ofd", 14, foreign("ofd"), OFD, brokenPackages],
  ["xlsx", 14, foreign("xlsx"), await workbook(), brokenPackages],
  ["html", 14, foreign("html"), HTML, mutationsOf],
  ["md", 8, plain, MARKDOWN, mutationsOf],
  ["txt", 8, plain, TEXT, mutationsOf],
];

describe("改坏的文件只会读出或说明，不会出别的错，也不会读不完", () => {
  test("各种格式合起来够数", () => expect(FORMATS.reduce((sum, [, share]) => sum + share, 0)).toBe(100));

  test.each(FORMATS)("没有改坏的 %s 读得出", async (name, _, read, sound) => {
    const { text, tables } = await read(new Uint8Array(sound));
    expect(text).toContain(TITLE);
    expect(tables).toHaveLength(name === "txt" ? 0 : 1);
  });

  test.each(FORMATS)(
    "改坏的 %s",
    (_, share, read, sound, breaking) => {
      const numRuns = Math.ceil((RUNS * share) / 100);
      return fc.assert(
        fc.asyncProperty(breaking(sound), (bytes) => check(read, bytes)),
        { numRuns, seed: 20240630 },
      );
    },
    LONGEST_MS,
  );
});
