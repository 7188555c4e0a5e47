import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { cell, type DocxParts, docx, level, list, numbered, paragraph, row, run, table } from "../../../../../test/documents/docx.ts";
import { type GridCell, layOut } from "../../../../core/document/source-text.ts";
import { AppError } from "../../../../errors.ts";
import { readDocx } from "./read-docx.ts";

async function linesOf(parts: DocxParts): Promise<readonly string[]> {
  return (await readDocx(docx(parts), "方案.docx")).map((block) => (block.kind === "line" ? block.text : `[${block.kind}]`));
}

async function gridOf(body: string, numbering = ""): Promise<readonly GridCell[]> {
  const blocks = await readDocx(docx({ body, numbering }), "方案.docx");
  return blocks.flatMap((block) => (block.kind === "table" ? block.cells : []));
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readDocx(bytes, "方案.docx");
    return "ok";
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

describe("readDocx 正文", () => {
  test("段落按顺序，空段落不算，字符实体还原", async () => {
    const body = paragraph("关于印发方案的通知") + paragraph("") + paragraph("甲&amp;乙&lt;丙&#x4e19;");
    expect(await linesOf({ body })).toEqual(["关于印发方案的通知", "甲&乙<丙丙"]);
  });

  test("换行和分页把段落断成几行，制表符保留，不间断连字符是短横", async () => {
    const body = paragraph(
      `${run("青石县")}<w:r><w:br/></w:r>${run("人民政府")}<w:r><w:br w:type="page"/></w:r>${run("联系人")}<w:r><w:tab/><w:t>0371</w:t><w:noBreakHyphen/><w:t>12</w:t></w:r>`,
    );
    expect(await linesOf({ body })).toEqual(["青石县", "人民政府", "联系人\t0371-12"]);
  });

  test("超链接、智能标记、内容控件里的字都算，没填的控件提示语不算", async () => {
    const control = (properties: string, content: string) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const body =
      paragraph(`<w:hyperlink>${run("链接")}</w:hyperlink><w:smartTag><w:smartTag>${run("日期")}</w:smartTag></w:smartTag>${control("", run("控件"))}`) +
      control("", paragraph("块级控件")) +
      paragraph(control("<w:showingPlcHdr/>", run("单击此处输入文字")));
    expect(await linesOf({ body })).toEqual(["链接日期控件", "块级控件"]);
  });

  test("隐藏文字不印：直接设的、样式设的、样式里又关掉的", async () => {
    const styles = '<w:style w:type="character" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body = paragraph(
      run("看得见") + run("看不见", "<w:vanish/>") + run("样式藏", '<w:rStyle w:val="H"/>') + run("又打开", '<w:rStyle w:val="H"/><w:vanish w:val="0"/>'),
    );
    expect(await linesOf({ body, styles })).toEqual(["看得见又打开"]);
  });

  test("段落标记隐藏的标题与正文连成一段；整段隐藏的编号段落不占号", async () => {
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body =
      paragraph("加强领导。", `${numPr}<w:rPr><w:vanish/><w:specVanish/></w:rPr>`) +
      paragraph("县司法局负责。") +
      paragraph(run("藏起来", "<w:vanish/>"), `${numPr}<w:rPr><w:vanish/></w:rPr>`) +
      numbered("强化保障。", 1);
    expect(await linesOf({ body, numbering: list(1, level(0, "decimal", "%1.")) })).toEqual(["1.加强领导。县司法局负责。", "2.强化保障。"]);
  });

  test("域只取结果，目录不要，带圈字符取圈里的数", async () => {
    const field = (instruction: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${instruction}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const circled =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> eq \\o\\ac(○,21)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>';
    const contents = `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("第一章 总则")}${field("PAGEREF x", run("1"))}</w:p><w:p>${run("第二章 分则2")}</w:p><w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`;
    const body = contents + paragraph(`<w:fldSimple w:instr=" DATE ">${run("2021年5月")}</w:fldSimple>${field("REF a", run("见附件"))}${circled}`);
    expect(await linesOf({ body })).toEqual(["2021年5月见附件㉑"]);
  });

  test("文本框的字只取一次，跟在所在段落后面", async () => {
    const box = `<w:txbxContent>${paragraph("青石县人民政府文件")}</w:txbxContent>`;
    const drawing = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await linesOf({ body: paragraph(drawing + run("青政〔2021〕3号")) })).toEqual(["青政〔2021〕3号", "青石县人民政府文件"]);
  });

  test("拼音标注只取汉字，符号字体的方框取方框，公式取其中的字，批注和脚注不取", async () => {
    const body = paragraph(
      `<w:r><w:ruby><w:rt>${run("pīn")}</w:rt><w:rubyBase>${run("拼")}</w:rubyBase></w:ruby></w:r><w:r><w:sym w:font="Wingdings" w:char="F0A8"/><w:footnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r><m:oMath><m:r><m:t>x≥5</m:t></m:r></m:oMath>`,
    );
    expect(await linesOf({ body })).toEqual(["拼□x≥5"]);
  });

  test("修订按全部接受：插入的算，删除和移走的不算，段落标记删了就连成一段", async () => {
    const body =
      paragraph(`${run("县财政局")}<w:ins>${run("、县审计局")}</w:ins><w:del><w:r><w:delText>、县商务局</w:delText></w:r></w:del>${run("负责")}`) +
      paragraph("前半句，", "<w:rPr><w:del/></w:rPr>") +
      paragraph("后半句。") +
      `<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr><w:moveFrom>${run("搬走的")}</w:moveFrom></w:p>` +
      paragraph(`<w:moveTo>${run("搬来的")}</w:moveTo>`);
    expect(await linesOf({ body })).toEqual(["县财政局、县审计局负责", "前半句，后半句。", "搬来的"]);
  });
});

describe("readDocx 别的工具写的包", () => {
  test("命名空间用别的前缀，照样读", async () => {
    const main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    const body =
      '<ns0:body><ns0:p><ns0:r><ns0:t>甲</ns0:t></ns0:r><ns0:r><ns0:rPr><ns0:vanish ns0:val="0"/></ns0:rPr><ns0:t>ns0:乙</ns0:t></ns0:r></ns0:p></ns0:body>';
    const bytes = zipSync({ "word/document.xml": strToU8(`<ns0:document xmlns:ns0="${main}">${body}</ns0:document>`) });
    expect(await readDocx(bytes, "方案.docx")).toEqual([{ kind: "line", text: "甲ns0:乙" }]);
  });

  test("正文部分按包的关系找，不看名字", async () => {
    const relationship = (type: string, target: string) => `<Relationships><Relationship Id="a" Type="http://x/${type}" Target="${target}"/></Relationships>`;
    const bytes = zipSync({
      "_rels/.rels": strToU8(relationship("officeDocument", "/word/document2.xml")),
      "word/_rels/document2.xml.rels": strToU8(relationship("numbering", "./lists/../numbering2.xml")),
      "word/document2.xml": strToU8(`<w:document><w:body>${numbered("甲", 1)}</w:body></w:document>`),
      "word/numbering2.xml": strToU8(`<w:numbering>${list(1, level(0, "decimal", "%1."))}</w:numbering>`),
    });
    expect(await readDocx(bytes, "方案.docx")).toEqual([{ kind: "line", text: "1.甲" }]);
  });
});

describe("readDocx 自动编号", () => {
  const plan = list(1, level(0, "japaneseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), level(2, "decimal", "%3."), level(3, "decimal", "（%4）"));

  test("各级编号照 Word 显示，下级遇上级重新起，项目符号不印", async () => {
    const body = [
      numbered("总体要求", 1),
      numbered("重点任务", 1),
      numbered("优化服务", 1, 1),
      numbered("开展培训", 1, 2),
      numbered("2021年底前建成", 1, 2),
      numbered("规范执法", 1, 1),
      numbered("公开信息", 1, 2),
      numbered("保障措施", 1),
      numbered("加强领导", 1, 1),
      numbered("圆点", 2),
    ].join("");
    expect(await linesOf({ body, numbering: plan + list(2, level(0, "bullet", "●")) })).toEqual([
      "一、总体要求",
      "二、重点任务",
      "（一）优化服务",
      "1.开展培训",
      "2. 2021年底前建成",
      "（二）规范执法",
      "1.公开信息",
      "三、保障措施",
      "（一）加强领导",
      "圆点",
    ]);
  });

  test.each([
    ["decimal", "%1.%2", "1.1 开展"],
    ["decimal", "%2)", "1)开展"],
    ["chineseCountingThousand", "第%2条", "第一条 开展"],
    ["decimalEnclosedCircle", "%2", "①开展"],
    ["upperLetter", "%2．", "A．开展"],
    ["lowerRoman", "%2、", "i、开展"],
    ["ideographTraditional", "%2、", "甲、开展"],
    ["chineseLegalSimplified", "%2、", "壹、开展"],
    ["none", "附", "附 开展"],
    ["none", "", "开展"],
  ])("格式 %s、样式 %s → %s", async (format, text, line) => {
    const numbering = list(1, level(0, "decimal", "%1."), level(1, format, text));
    const lines = await linesOf({ body: numbered("前一级", 1) + numbered("开展", 1, 1), numbering });
    expect(lines[1]).toBe(line);
  });

  test("编号后的分隔：空格照印，制表符和不空格都连着读", async () => {
    const numbering = ["space", "tab", "nothing"]
      .map((suffix, index) => list(index + 1, level(0, "decimal", "第%1条", `<w:suff w:val="${suffix}"/>`)))
      .join("");
    expect(await linesOf({ body: [1, 2, 3].map((id) => numbered("目的", id)).join(""), numbering })).toEqual(["第1条 目的", "第1条 目的", "第1条目的"]);
  });

  test("同一模板的两个列表接着数，有起始值改写的重新数，起始号可以不是一", async () => {
    const numbering = `${list(1, level(0, "decimal", "%1."))}<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;
    const body = [numbered("甲", 1), numbered("乙", 2), numbered("丙", 3), numbered("丁", 3), numbered("戊", 1)].join("");
    expect(await linesOf({ body, numbering })).toEqual(["1.甲", "2.乙", "5.丙", "6.丁", "7.戊"]);
  });

  test("不随上级重新起的编号，（一）贯穿全文", async () => {
    const numbering = list(1, level(0, "japaneseCounting", "%1、"), level(1, "japaneseCounting", "（%2）", '<w:lvlRestart w:val="0"/>'));
    const body = [numbered("甲", 1), numbered("乙", 1, 1), numbered("丙", 1), numbered("丁", 1, 1)].join("");
    expect(await linesOf({ body, numbering })).toEqual(["一、甲", "（一）乙", "二、丙", "（二）丁"]);
  });

  test("正规形式编号把上级的中文数字换成阿拉伯数字", async () => {
    const numbering = list(1, level(0, "japaneseCounting", "%1、"), level(1, "decimal", "%1.%2", '<w:isLgl/><w:suff w:val="space"/>'));
    expect(await linesOf({ body: numbered("甲", 1) + numbered("乙", 1, 1), numbering })).toEqual(["一、甲", "1.1 乙"]);
  });

  test("编号来自段落样式，也来自样式的上级；numId 为 0 关掉", async () => {
    const numbering = list(
      7,
      level(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="T1"/>'),
      level(1, "chineseCountingThousand", "第%2条", '<w:pStyle w:val="T2"/>'),
    );
    const styles =
      '<w:style w:type="paragraph" w:styleId="T1"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="T2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="T2a"><w:basedOn w:val="T2"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="T0"><w:basedOn w:val="T1"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>';
    const styled = (text: string, style: string, extra = "") => paragraph(text, `<w:pStyle w:val="${style}"/>${extra}`);
    const body = [
      styled("总则", "T1"),
      styled("目的", "T2"),
      styled("依据", "T2a"),
      styled("不编号", "T0"),
      styled("也不编号", "T2", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled("分则", "T1"),
    ].join("");
    expect(await linesOf({ body, numbering, styles })).toEqual(["第一章 总则", "第一条 目的", "第二条 依据", "不编号", "也不编号", "第二章 分则"]);
  });

  test("列表样式：编号定义在另一个模板里", async () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>${level(0, "decimal", "%1)")}</w:abstractNum><w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>`;
    expect(await linesOf({ body: numbered("甲", 1), numbering })).toEqual(["1)甲"]);
  });

  test("整段删掉的编号段落不占号", async () => {
    const deleted = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>删掉</w:delText></w:r></w:del></w:p>`;
    const body = numbered("甲", 1) + deleted + numbered("乙", 1);
    expect(await linesOf({ body, numbering: plan })).toEqual(["一、甲", "二、乙"]);
  });

  test("跳过的上级算作已编过一号，和 Word 一样", async () => {
    const numbering = list(1, level(0, "decimal", "%1、"), level(1, "decimal", "%1.%2、"), level(2, "decimal", "%1.%2.%3、"));
    const body = [numbered("甲", 1, 1), numbered("乙", 1), numbered("丙", 1, 2), numbered("丁", 1, 1)].join("");
    expect(await linesOf({ body, numbering })).toEqual(["1.1、甲", "2、乙", "2.1.1、丙", "2.2、丁"]);
  });
});

describe("readDocx 表格", () => {
  test("跨列、跨行、行首空列，单元格里几段是几行", async () => {
    const cells = await gridOf(
      table(
        row(cell("任务", '<w:gridSpan w:val="2"/>'), cell("责任单位")),
        row(
          cell("普法", '<w:vMerge w:val="restart"/>'),
          cell("进村"),
          cell(paragraph("县司法局") + paragraph(`${run("县教育局")}<w:r><w:br/></w:r>${run("各镇")}`)),
        ),
        row(cell("", "<w:vMerge/>"), cell("进校"), cell("县团委")),
        `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell("靠右")}${cell("甲")}</w:tr>`,
      ),
    );
    expect(cells).toEqual([
      { row: 0, column: 0, rowSpan: 1, columnSpan: 2, text: "任务" },
      { row: 0, column: 2, rowSpan: 1, columnSpan: 1, text: "责任单位" },
      { row: 1, column: 0, rowSpan: 2, columnSpan: 1, text: "普法" },
      { row: 1, column: 1, rowSpan: 1, columnSpan: 1, text: "进村" },
      { row: 1, column: 2, rowSpan: 1, columnSpan: 1, text: "县司法局\n县教育局\n各镇" },
      { row: 2, column: 1, rowSpan: 1, columnSpan: 1, text: "进校" },
      { row: 2, column: 2, rowSpan: 1, columnSpan: 1, text: "县团委" },
      { row: 3, column: 1, rowSpan: 1, columnSpan: 1, text: "靠右" },
      { row: 3, column: 2, rowSpan: 1, columnSpan: 1, text: "甲" },
    ]);
  });

  test("旧式横向合并，表中表并入单元格，上面没有可接的就自成一格", async () => {
    const inner = table(row(cell("甲"), cell("乙")), row(cell("丙"), cell("丁")));
    const cells = await gridOf(
      table(
        row(cell("宽", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("窄")),
        row(cell("无上文", "<w:vMerge/>"), cell(`${inner}<w:p/>`), cell("尾")),
      ),
    );
    expect(cells.map(({ text, columnSpan }) => [text, columnSpan])).toEqual([
      ["宽", 2],
      ["窄", 1],
      ["无上文", 1],
      ["甲 乙\n丙 丁", 1],
      ["尾", 1],
    ]);
  });

  test("序号列自动编号，删除的行不算也不占号，插入的行算", async () => {
    const number = cell(numbered("", 1));
    const tracked = (mark: string, ...cells: readonly string[]) => `<w:tr><w:trPr><w:${mark}/></w:trPr>${cells.join("")}</w:tr>`;
    const cells = await gridOf(
      table(row(cell("序号"), cell("任务")), row(number, cell("甲")), tracked("del", number, cell("乙")), tracked("ins", number, cell("丙"))),
      list(1, level(0, "decimal", "%1")),
    );
    expect(cells.map((one) => one.text)).toEqual(["序号", "任务", "1", "甲", "2", "丙"]);
  });

  test("只有一格的表是文字外框，按段落读", async () => {
    expect(await linesOf({ body: table(row(cell(paragraph("甲") + paragraph("乙")))) })).toEqual(["甲", "乙"]);
  });

  test("二百行的任务表铺成正文，每格都是正文的一段", async () => {
    const rows = Array.from({ length: 200 }, (_, index) => row(cell(String(index + 1)), cell(`任务${index + 1}`), cell("县司法局"), cell("2021年底")));
    const { text, tables } = layOut(await readDocx(docx({ body: table(...rows) }), "方案.docx"));
    expect(tables[0]?.rows).toHaveLength(200);
    const last = tables[0]?.rows[199]?.[1];
    expect(last && text.slice(last.span.start, last.span.end)).toBe("任务200");
  });
});

describe("readDocx 拒绝", () => {
  const mark = (text: string) => ({ body: paragraph("正文"), header: paragraph(text) });

  test("页眉里的密级标志", async () => {
    expect(await codeOf(docx(mark("机密★1年")))).toBe("classified");
    expect(await codeOf(docx(mark("青石县保密局文件")))).toBe("ok");
    const watermark = '<w:r><w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict></w:r>';
    expect(await codeOf(docx(mark(watermark)))).toBe("classified");
  });

  test("页眉页脚不进正文", async () => {
    expect(await linesOf(mark("青石县人民政府办公室文件"))).toEqual(["正文"]);
  });

  test("没有正文部分、不是 XML、带文档类型定义：损坏；别的压缩包：不是文档", async () => {
    expect(await codeOf(zipSync({ "[Content_Types].xml": strToU8("<Types/>"), "word/styles.xml": strToU8("<w:styles/>") }))).toBe("unreadable");
    expect(await codeOf(zipSync({ "word/document.xml": strToU8("不是标记") }))).toBe("unreadable");
    const bomb =
      '<!DOCTYPE w:document [<!ENTITY a "哈哈"><!ENTITY b "&a;&a;&a;">]><w:document><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>';
    expect(await codeOf(zipSync({ "word/document.xml": strToU8(bomb) }))).toBe("unreadable");
    expect(await codeOf(zipSync({ "照片.txt": strToU8("x") }))).toBe("not_a_document");
  });

  test("嵌套一万层、一格跨十亿列：拒绝而不是崩溃", async () => {
    const deep = "<w:smartTag>".repeat(10_000) + "</w:smartTag>".repeat(10_000);
    expect(await codeOf(docx({ body: `<w:p>${deep}</w:p>` }))).toBe("unreadable");
    expect(await codeOf(docx({ body: table(row(cell("宽", '<w:gridSpan w:val="999999999"/>'), cell("窄"))) }))).toBe("too_large");
  });

  test("任意字节被改，只会读出或以约定的错误拒绝", { timeout: 60_000 }, async () => {
    const body = numbered("总体要求", 1) + table(row(cell("任务", '<w:gridSpan w:val="2"/>'), cell("单位")), row(cell("甲"), cell("乙"), cell("丙")));
    const parts: DocxParts = { body, numbering: list(1, level(0, "japaneseCounting", "%1、")), header: paragraph("页眉") };
    const expected = ["ok", "unreadable", "too_large", "unsafe_path", "encrypted", "type_mismatch", "not_a_document"];
    const whole = docx(parts);
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        expect(expected).toContain(await codeOf(bytes));
      }),
      { numRuns: 150, seed: 4 },
    );
    // The checksum stops most of these; the XML itself is mutated and packed again as well.
    const xml = new TextEncoder().encode(`<w:document><w:body>${body}</w:body></w:document>`);
    await fc.assert(
      fc.asyncProperty(fc.nat(xml.length - 1), fc.nat(255), async (at, value) => {
        const bytes = xml.slice();
        bytes[at] = value;
        expect(expected).toContain(await codeOf(zipSync({ "word/document.xml": bytes })));
      }),
      { numRuns: 300, seed: 5 },
    );
  });
});
