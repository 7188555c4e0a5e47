import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../../errors.ts";
import { type FixtureEncoding, type FixturePage, type FixtureText, pdfOf } from "./pdf-fixture.ts";
import { readPdf } from "./read-pdf.ts";

async function codeOf(bytes: Uint8Array): Promise<string> {
  try {
    await readPdf(bytes, "x.pdf");
    return "ok";
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

const NOTICE: readonly FixtureText[] = [
  { text: "青溪县司法局关于开展普法检查的通知", x: 120, y: 750, size: 22 },
  { text: "各镇司法所要在2023年6月底前完成自查自纠工作并", x: 112, y: 700 },
  { text: "报县司法局。", x: 80, y: 672 },
];

describe("readPdf", () => {
  test("字体不嵌入、用 Unicode 编码的字能读出来，折行连成一段", async () => {
    expect(await readPdf(pdfOf([{ texts: NOTICE }]), "x.pdf")).toEqual([
      { kind: "line", text: "青溪县司法局关于开展普法检查的通知" },
      { kind: "line", text: "各镇司法所要在2023年6月底前完成自查自纠工作并报县司法局。" },
    ]);
  });

  test("字体不嵌入、用 GBK 编码的字能读出来", async () => {
    const gbk: FixtureEncoding = { name: "GBK-EUC-H", encode: () => "b7a2cfd6ced2b5c4" };
    expect(await readPdf(pdfOf([{ texts: [{ text: "发现我的", x: 100, y: 700 }] }], { encoding: gbk }), "x.pdf")).toEqual([{ kind: "line", text: "发现我的" }]);
  });

  test.each([
    ["画线", (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} m ${x2} ${y2} l S`],
    ["填细长方框", (x1: number, y1: number, x2: number, y2: number) => `${x1} ${y1} ${Math.max(0.5, x2 - x1)} ${Math.max(0.5, y2 - y1)} re f`],
  ])("表格的线是%s：按格读", async (_, line) => {
    const xs = [80, 120, 300, 420];
    const ys = [600, 630, 660];
    const drawing = [...xs.map((x) => line(x, 600, x, 660)), ...ys.map((y) => line(80, y, 420, y))].join("\n");
    const words: readonly (readonly [string, number, number])[] = [
      ["序号", 85, 640],
      ["任务", 125, 640],
      ["责任单位", 305, 640],
      ["1", 85, 610],
      ["规范执法行为", 125, 610],
      ["县司法局", 305, 610],
    ];
    const texts = words.map(([text, x, y]) => ({ text, x, y, size: 12 }));
    const [block] = await readPdf(pdfOf([{ texts, drawing: `q 1 0 0 1 0 0 cm ${drawing} Q` }]), "x.pdf");
    expect(block?.kind === "table" && block.cells.map((cell) => cell.text)).toEqual(words.map(([text]) => text));
  });

  test("横放的页转正了读，斜的水印不读", async () => {
    const sideways: FixturePage = {
      texts: [],
      drawing:
        "BT /F1 16 Tf 0 1 -1 0 100 100 Tm <9752 6eaa> Tj ET BT /F1 16 Tf 0 1 -1 0 130 100 Tm <53bf> Tj ET BT /F1 40 Tf 0.7 0.7 -0.7 0.7 200 200 Tm <8349> Tj ET",
    };
    expect(await readPdf(pdfOf([sideways]), "x.pdf")).toEqual([
      { kind: "line", text: "青溪" },
      { kind: "line", text: "县" },
    ]);
    expect(await readPdf(pdfOf([{ ...sideways, entries: "/Rotate 90" }]), "x.pdf")).toHaveLength(2);
  });

  test("调用者的字节原样留着", async () => {
    const bytes = pdfOf([{ texts: NOTICE }]);
    const copy = bytes.slice();
    await readPdf(bytes, "x.pdf");
    expect(bytes).toEqual(copy);
  });

  test("有页没有字：no_text", async () => {
    expect(await codeOf(pdfOf([{ texts: [], drawing: "0 0 300 300 re f" }]))).toBe("no_text");
  });

  test("每页只有扫描软件的落款、页码：no_text", async () => {
    const scan = (number: number): FixturePage => ({
      texts: [
        { text: "扫描软件生成", x: 400, y: 20, size: 9 },
        { text: String(number), x: 290, y: 40, size: 9 },
      ],
    });
    expect(await codeOf(pdfOf([1, 2, 3].map(scan)))).toBe("no_text");
  });

  test("文字没有可用的编码，读出来是乱码：no_text", async () => {
    expect(await codeOf(pdfOf([{ texts: [{ text: "\ue001\ue002\ue003\ue004甲", x: 100, y: 700 }] }]))).toBe("no_text");
  });

  test("要密码才能打开：encrypted", async () => {
    const encrypted = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"11".repeat(32)}>/U<${"22".repeat(32)}>>>`;
    expect(await codeOf(pdfOf([{ texts: NOTICE }], { trailer: encrypted }))).toBe("encrypted");
  });

  test("截断、乱写、别的类型：unreadable", async () => {
    const whole = pdfOf([{ texts: NOTICE }]);
    expect(await codeOf(whole.subarray(0, whole.length / 2))).toBe("unreadable");
    expect(await codeOf(new TextEncoder().encode("%PDF-1.7\n没有内容\n%%EOF"))).toBe("unreadable");
    expect(await codeOf(new Uint8Array())).toBe("unreadable");
  });

  test("两千页以上：too_large", async () => {
    expect(await codeOf(pdfOf(Array.from({ length: 2001 }, () => ({ texts: [] }))))).toBe("too_large");
  });

  test("改动任意字节，只会读出内容或报出约定的错误", async () => {
    const whole = pdfOf([{ texts: NOTICE, drawing: "80 600 m 400 600 l S" }]);
    const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(changes, async (edits) => {
        const bytes = whole.slice();
        for (const [at, byte] of edits) bytes[at] = byte;
        expect(await codeOf(bytes)).not.toContain("not an AppError");
      }),
      { numRuns: 300, seed: 20230305 },
    );
  }, 60_000);
});
