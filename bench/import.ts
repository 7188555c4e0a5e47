import { pdfOf } from "../src/adapters/files/formats/pdf/pdf-fixture.ts";
import { createSourceTextReader, type SourceTextReader } from "../src/adapters/files/source-text-reader.ts";
import { threadProgramOf, unitRegister } from "../src/cli/compose.ts";
import { type FileReading, readDocument } from "../src/cli/read-document.ts";
import { cell, docx, paragraph, row, table } from "../test/documents/docx.ts";
import { type Effort, type Measurement, median } from "./measurement.ts";
import { benchEdge } from "./places.ts";

const ROUNDS = { short: 3, full: 9 } as const;

const PAGES = 100;
const CHARACTERS_ON_A_PAGE = 600;
const TABLE_ROWS = 200;
const PDF_PAGES = 50;
/** Lines of a page in points, and as many characters as fit between the margins: the page of GB/T 9704. */
const PDF_PAGE = { lines: 22, characters: 28, left: 74, top: 738, step: 28 } as const;

const DOMAINS = ["法治宣传", "营商环境", "矛盾化解", "行政执法", "公共服务"] as const;
const UNITS = ["县司法局", "县财政局、县审计局", "县教育局", "县市场监管局，各乡镇人民政府", "县公安局"] as const;
const TITLE = "青溪县2024年法治建设工作方案";

/** A file to read, and how many tasks stand in it at the least, so that a document that was not understood is no fast one. */
interface ImportedFile {
  readonly what: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly leastTasks: number;
  readonly atMostMs: number;
}

/** A file's bytes to its passages, as importing reads it: its text, through the thread of foreign formats, the document, the ledger. Each library is loaded before. */
export async function measureImport(effort: Effort, folder: string): Promise<readonly Measurement[]> {
  const reader = createSourceTextReader({ thread: threadProgramOf(benchEdge(folder)) });
  try {
    const measurements: Measurement[] = [];
    for (const imported of importedFiles()) {
      await readWhole(reader, imported);
      const times: number[] = [];
      for (let round = 0; round < ROUNDS[effort]; round += 1) {
        const startedAt = performance.now();
        await readWhole(reader, imported);
        times.push(performance.now() - startedAt);
      }
      measurements.push({
        what: imported.what,
        measured: `${median(times).toFixed(0)} ms`,
        value: median(times),
        unit: "ms",
        target: { atMost: imported.atMostMs },
      });
    }
    return measurements;
  } finally {
    await reader.close();
  }
}

async function readWhole(reader: SourceTextReader, { file, bytes, leastTasks }: ImportedFile): Promise<void> {
  // The thread may take the bytes for itself.
  const { text, tables } = await reader.read(new Uint8Array(bytes), file);
  const facts = { id: "measured", file, region: undefined, year: undefined, title: undefined };
  const { entry, passages }: FileReading = readDocument({ ...facts, text, tables }, unitRegister());
  if (entry.tasks.length < leastTasks || passages.length === 0) throw new Error(`${file}: ${entry.tasks.length} tasks, ${passages.length} passages`);
}

function importedFiles(): readonly ImportedFile[] {
  const plan = planOf(PAGES * CHARACTERS_ON_A_PAGE);
  const words = planOf(PDF_PAGES * PDF_PAGE.lines * PDF_PAGE.characters * 0.9);
  const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
  return [
    { what: `import, ${PAGES} pages of text`, file: "plan.txt", bytes: bytesOf(`${plan.join("\n")}\n`), leastTasks: 100, atMostMs: 1000 },
    { what: `import, docx, task table of ${TABLE_ROWS} rows`, file: "table.docx", bytes: tableDocx(), leastTasks: TABLE_ROWS, atMostMs: 1000 },
    { what: `import, PDF of ${PDF_PAGES} pages`, file: "plan.pdf", bytes: planPdf(words), leastTasks: 100, atMostMs: 3000 },
  ];
}

/** The lines of a plan of about so many characters. */
function planOf(characters: number): readonly string[] {
  const lines = [TITLE, "各乡镇人民政府，县政府各部门："];
  for (let item = 1, length = 0; length < characters; item += 1) {
    const [domain, units] = [at(DOMAINS, item), at(UNITS, item)];
    const more = [
      `${item}.推进${domain}第${item}项重点工作。围绕群众反映强烈的问题开展自查自纠，建立问题清单和整改台账，逐件销号，做到底数清、情况明、措施实，定期向社会公布进展情况，接受群众监督，并将落实情况纳入年度考核。`,
      `责任单位：${units}`,
      `完成时限：2024年${(item % 12) + 1}月底前`,
    ];
    lines.push(...more);
    length += more.join("").length;
  }
  return lines;
}

function tableDocx(): Uint8Array {
  const rows = Array.from({ length: TABLE_ROWS }, (_, index) => [
    `${index + 1}`,
    at(DOMAINS, index),
    `推进${at(DOMAINS, index)}第${index + 1}项重点工作`,
    "建立问题清单和整改台账，逐件销号。",
    at(UNITS, index),
    `2024年${(index % 12) + 1}月底前`,
  ]);
  const all = [["序号", "领域", "重点任务", "具体措施", "责任单位", "完成时限"], ...rows];
  return docx({ body: `${paragraph(TITLE)}${table(...all.map((words) => row(...words.map((word) => cell(word)))))}` });
}

/** The lines set on pages as a word processor sets them: each begins two characters in and is broken at the margin. */
function planPdf(words: readonly string[]): Uint8Array {
  const { lines, characters, left, top, step } = PDF_PAGE;
  const set = words.flatMap((line) => `　　${line}`.match(new RegExp(`.{1,${characters}}`, "gu")) ?? []);
  const texts = set.slice(0, PDF_PAGES * lines).map((text, index) => ({ text, x: left, y: top - (index % lines) * step }));
  return pdfOf(Array.from({ length: PDF_PAGES }, (_, page) => ({ texts: texts.slice(page * lines, (page + 1) * lines) })));
}

function at(words: readonly string[], index: number): string {
  return words[index % words.length] ?? "";
}
