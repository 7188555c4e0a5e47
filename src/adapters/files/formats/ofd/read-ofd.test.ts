import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { line, NS, ofdOf, page, text } from "../../../../../test/documents/ofd.ts";
import { AppError } from "../../../../errors.ts";
import { readOfd } from "./read-ofd.ts";

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readOfd(bytes, "x.ofd");
    return "ok";
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

const NOTICE = page(
  // The order of objects in a file says nothing.
  text("报县司法局。", 28, 71) + text("各镇司法所要在六月底前完成自查自纠工作并逐级上", 39.2, 62) + text("青溪县司法局关于普法检查的通知", 60, 40),
);

describe("readOfd", () => {
  test("按位置排出先后，折行连成一段", async () => {
    expect(await readOfd(ofdOf([NOTICE]), "x.ofd")).toEqual([
      { kind: "line", text: "青溪县司法局关于普法检查的通知" },
      { kind: "line", text: "各镇司法所要在六月底前完成自查自纠工作并逐级上报县司法局。" },
    ]);
  });

  test("DeltaX 逐个写、成组写、缩放过，都读成一串", async () => {
    const codes = [
      '<ofd:TextObject ID="1" Boundary="28 50 80 7" Size="5.6"><ofd:TextCode X="0" Y="5.6" DeltaX="5.6 5.6 g 2 5.6">县司法局发</ofd:TextCode></ofd:TextObject>',
      '<ofd:TextObject ID="1" Boundary="28 70 80 7" Size="1" CTM="5.6 0 0 5.6 0 0"><ofd:TextCode X="0" Y="1" DeltaX="g 4 1">县民政局发</ofd:TextCode></ofd:TextObject>',
      '<ofd:TextObject ID="1" Boundary="28 90 80 7" Size="5.6"><ofd:TextCode X="0" Y="5.6" DeltaX="g 3 5.6">县财政局</ofd:TextCode><ofd:TextCode X="22.4" Y="5.6">发</ofd:TextCode></ofd:TextObject>',
    ];
    const blocks = await readOfd(ofdOf([page(codes.join(""))]), "x.ofd");
    expect(blocks.map((block) => block.kind === "line" && block.text)).toEqual(["县司法局发", "县民政局发", "县财政局发"]);
  });

  test("画线的表格按格读", async () => {
    const xs = [28, 50, 110, 170];
    const ys = [60, 75, 90];
    const lines = [...xs.map((x) => line(x, 60, x, 90)), ...ys.map((y) => line(28, y, 170, y))].join("");
    const words =
      text("序号", 30, 64) + text("任务", 52, 64) + text("责任单位", 112, 64) + text("1", 30, 79) + text("规范执法", 52, 79) + text("县司法局", 112, 79);
    const [block] = await readOfd(ofdOf([page(lines + words)]), "x.ofd");
    expect(block?.kind === "table" && block.cells.map((cell) => cell.text)).toEqual(["序号", "任务", "责任单位", "1", "规范执法", "县司法局"]);
  });

  test("模板页上的字也读，藏起来的不读", async () => {
    const content = page(text("正文内容。", 39.2, 80) + text("看不见", 39.2, 90, ' Visible="false"'), '<ofd:Template TemplateID="5"/>');
    const blocks = await readOfd(ofdOf([content], { "Doc_0/Tpls/Tpl_0.xml": page(text("青溪县人民政府文件", 60, 40)) }), "x.ofd");
    expect(blocks).toEqual([
      { kind: "line", text: "青溪县人民政府文件" },
      { kind: "line", text: "正文内容。" },
    ]);
  });

  test("带签章的照读，字符引用还原", async () => {
    const bytes = ofdOf([page(text("甲&amp;乙&#x3002;", 39.2, 80))], { "Doc_0/Signs/Signatures.xml": `<ofd:Signatures ${NS}/>` });
    expect(await readOfd(bytes, "x.ofd")).toEqual([{ kind: "line", text: "甲&乙。" }]);
  });

  test.each([
    ["没有字的页", ofdOf([page("")]), "no_text"],
    ["加密的包", ofdOf([NOTICE], { "Encryptions.xml": "<x/>" }), "encrypted"],
    [
      "缺了页",
      ofdOf([NOTICE], { "Doc_0/Document.xml": `<ofd:Document ${NS}><ofd:Pages><ofd:Page BaseLoc="没有.xml"/></ofd:Pages></ofd:Document>` }),
      "unreadable",
    ],
    ["没有页", ofdOf([]), "unreadable"],
    ["XML 断了", ofdOf([NOTICE.slice(0, 300)]), "unreadable"],
    ["带 DTD", ofdOf([`<!DOCTYPE x [<!ENTITY a "a">]>${NOTICE}`]), "unreadable"],
    ["不是 OFD 的压缩包", zipSync({ "a.txt": strToU8("a") }), "unreadable"],
    ["不是压缩包", strToU8("OFD"), "unreadable"],
  ])("%s：%#", async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  test("改动任意字节、任意改写页面的 XML，只会读出内容或报出约定的错误", async () => {
    const whole = ofdOf([NOTICE]);
    const edits = (length: number) => fc.array(fc.tuple(fc.nat(length - 1), fc.nat(127)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(edits(whole.length), edits(NOTICE.length), async (inZip, inXml) => {
        const bytes = whole.slice();
        for (const [at, byte] of inZip) bytes[at] = byte;
        expect(await codeOf(bytes)).not.toContain("not an AppError");
        const xml = [...NOTICE];
        for (const [at, byte] of inXml) xml[at] = String.fromCharCode(byte);
        expect(await codeOf(ofdOf([xml.join("")]))).not.toContain("not an AppError");
      }),
      { numRuns: 300, seed: 20230305 },
    );
  }, 60_000);
});
