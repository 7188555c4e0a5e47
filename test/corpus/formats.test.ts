import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDocx } from "../../src/adapters/files/formats/docx/read-docx.ts";
import { readWebPage } from "../../src/adapters/files/formats/html/read-html.ts";
import { importReport } from "../../src/app/import-document.ts";
import { unitRegister } from "../../src/cli/compose.ts";
import { parseDocument } from "../../src/core/document/index.ts";
import { layOut, type SourceText } from "../../src/core/document/source-text.ts";
import { readLedger } from "../../src/core/ledger/index.ts";
import { cell, docx, paragraph, row, table } from "../documents/docx.ts";
import * as blocks from "../documents/table-blocks.ts";

const folder = new URL("documents/", import.meta.url);
const register = unitRegister();
const files = readdirSync(folder).filter((name) => name.endsWith(".txt"));
/** What a page's catalogue entry says is about the page (contract `import.md`, rule 2). */
const CATALOGUE = /^(?:索\s*引\s*号|文\s*号|成文日期)\s*[:：]/u;
const linesOf = (file: string) =>
  readFileSync(new URL(file, folder), "utf8")
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== "" && !CATALOGUE.test(line));

function report({ text, tables }: SourceText) {
  const document = parseDocument(text, { id: "d", file: "d" }, tables);
  const { document: facts, tasks, anomalies } = importReport(document, readLedger(document, register));
  const bare = (words: string) => words.replace(/\s+/gu, "");
  return { facts: { ...facts, title: bare(facts.title) }, tasks: tasks.map((task) => ({ ...task, text: bare(task.text) })), anomalies };
}

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** As a government site shows a document, with its furniture around it. */
function page(words: string): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>文件 - 某县人民政府</title><script>var a = "县司法局负责";</script></head><body>
<div class="nav"><a href="/">首页</a> <a href="/zw">政务公开</a></div><div class="crumb">当前位置：首页 &gt; 文件</div>
<div class="info"><span>发布时间：2024-01-05 09:30</span> <span>来源：县政府办</span> <span>浏览次数：88</span></div>
<div class="article">${words}</div>
<div class="related"><h3>相关链接</h3><ul><li><a href="/1">县司法局召开会议</a></li><li><a href="/2">图解：一图读懂</a></li></ul></div>
<div class="footer">主办：某县人民政府办公室　备案号：00000000</div></body></html>`;
}

describe.each(files)("%s 存成别的格式，读到的一样", (file) => {
  const lines = linesOf(file);
  const plain = report({ text: `${lines.join("\n")}\n`, tables: [] });

  test("docx", async () => {
    const body = lines.map((line) => paragraph(escaped(line))).join("");
    expect(report(layOut(await readDocx(docx({ body }), "d.docx")))).toEqual(plain);
  });

  test("网页", async () => {
    const read = await readWebPage(new TextEncoder().encode(page(lines.map((line) => `<p>　　${escaped(line.trim())}</p>`).join("\n"))), "d.html");
    expect(report(layOut(read.blocks))).toEqual(plain);
  });
});

describe("任务表存成别的格式，读到的一样", () => {
  const TITLE = "松源县2022年重点工作任务分解表";
  const HEADER = ["序号", "领域", "重点任务", "具体措施", "牵头单位", "责任单位", "完成时限"];
  const LAST = ["3", "社会治理", "排查矛盾纠纷", "建立台账，逐件化解。", "县司法局", "县公安局、各乡镇", "每季度不少于1次"];
  const plain = report(
    layOut([
      blocks.line(TITLE),
      blocks.table(
        HEADER,
        ["1", "营商环境", "优化审批", "压减办理时限。", "县审批局", "县市场监管局\n县税务局", "6月底前"],
        ["2", "^", "清理证明", "公布保留清单。", "^", "县司法局", "年内"],
        LAST,
      ),
    ]),
  );
  const MERGED = "<w:vMerge/>";
  const body = `${paragraph(TITLE)}${table(
    row(...HEADER.map((words) => cell(words))),
    row(
      ...["1", "", "优化审批", "压减办理时限。", "", "", "6月底前"].map((words, index) => {
        if (index === 1 || index === 4) return cell(index === 1 ? "营商环境" : "县审批局", '<w:vMerge w:val="restart"/>');
        return index === 5 ? cell(`${paragraph("县市场监管局")}${paragraph("县税务局")}`) : cell(words);
      }),
    ),
    row(...["2", "", "清理证明", "公布保留清单。", "", "县司法局", "年内"].map((words, index) => cell(words, index === 1 || index === 4 ? MERGED : ""))),
    row(...LAST.map((words) => cell(words))),
  )}`;
  const td = (words: string, more = "") => `<td${more}>${words}</td>`;
  const html = `<p align="center">${TITLE}</p><table border="1"><tr>${HEADER.map((words) => td(words)).join("")}</tr>
<tr>${td("1")}${td("营商环境", ' rowspan="2"')}${td("优化审批")}${td("压减办理时限。")}${td("县审批局", ' rowspan="2"')}${td("县市场监管局<br>县税务局")}${td("6月底前")}</tr>
<tr>${["2", "清理证明", "公布保留清单。", "县司法局", "年内"].map((words) => td(words)).join("")}</tr><tr>${LAST.map((words) => td(words)).join("")}</tr></table>`;

  test("三项任务，合并的格子算进每一行", () =>
    expect(plain.tasks.map(({ assignments }) => assignments.map(({ unit }) => unit))).toEqual([
      ["县审批局", "县市场监管局", "县税务局"],
      ["县审批局", "县司法局"],
      ["县司法局", "县公安局"],
    ]));

  test("docx", async () => expect(report(layOut(await readDocx(docx({ body }), "d.docx")))).toEqual(plain));

  test("网页", async () => expect(report(layOut((await readWebPage(new TextEncoder().encode(page(html)), "d.html")).blocks))).toEqual(plain));
});
