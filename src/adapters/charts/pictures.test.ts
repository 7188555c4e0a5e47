import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Resvg } from "@resvg/resvg-js";
import { XMLValidator } from "fast-xml-parser";
import { afterAll, describe, expect, test, vi } from "vitest";
import { type BarPicture, type GridPicture, type Look, type Picture, THEMES, WIDTHS } from "../../app/pictures/picture.ts";
import { createPictures } from "./pictures.ts";

const folder = mkdtempSync(join(tmpdir(), "mingbai-pictures-"));
const entry = join(import.meta.dirname, "../../../dist/chart-worker.js");
const fontFolder = join(folder, "fonts");
const pictures = createPictures({ entry, fontFolder });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const LIGHT: Look = { theme: "light", width: "narrow", isLarge: false };
const LOOKS = THEMES.flatMap((theme) => WIDTHS.flatMap((width) => [false, true].map((isLarge): Look => ({ theme, width, isLarge }))));
const LONG = "西平县深入推进法治政府建设示范创建工作领导小组办公室";

function bars(names: readonly string[], more: Partial<BarPicture> = {}): BarPicture {
  const rows = names.map((name, index) => ({ name, parts: [index + 1, 2], total: index + 3 }));
  return { kind: "bars", title: "各单位的任务数", source: "按《计划》的台账逐项计数", parts: ["牵头", "配合"], rows, ...more };
}

const GRID: GridPicture = {
  kind: "grid",
  title: "共同任务最多的单位",
  source: "按《计划》的台账逐项计数",
  names: ["县司法局", LONG],
  cells: [
    [undefined, 120],
    [120, undefined],
  ],
};

const textsOf = (svg: string): readonly string[] => [...svg.matchAll(/<text [^>]*>(?<text>[^<]*)<\/text>/gu)].map(({ groups }) => groups?.["text"] ?? "");
const joined = (svg: string): string => textsOf(svg).join("");

describe.each(LOOKS)("SVG：$theme $width 大字$isLarge", (look) => {
  test.each<[string, Picture]>([
    ["条形", bars(["县司法局", LONG])],
    ["方格", GRID],
  ])("%s：名称和数一个不少，尺寸说在前头，合乎任何策略", async (_, picture) => {
    const svg = await pictures.svg(picture, look);
    const { width, height } = pictures.sizeOf(picture, look);
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).toContain(`width="${width}" height="${height}"`);
    expect(width).toBeLessThanOrEqual(look.width === "narrow" ? 328 : 600);
    expect(joined(svg)).toContain("县司法局");
    expect(joined(svg)).toContain(LONG);
    const figures = picture.kind === "bars" ? ["3（1+2）", "4（2+2）"] : ["120", "120"];
    expect(textsOf(svg).filter((text) => figures.includes(text))).toEqual(figures);
    expect(svg).not.toMatch(/style|class=|script|on\w+=|href|zr\d/u);
  });

  test("文字都在图里，不小于 14 像素", async () => {
    const svg = await pictures.svg(bars(["县司法局", LONG]), look);
    const { width } = pictures.sizeOf(bars(["县司法局", LONG]), look);
    for (const [, anchor, size, left, text] of svg.matchAll(/text-anchor="(\w+)" font-size="(\d+)px"[^>]*translate\(([\d.]+) [\d.]+\)"[^>]*>([^<]+)</gu)) {
      const length = [...(text ?? "")].reduce((sum, character) => sum + (character <= "~" ? 0.6 : 1), 0) * Number(size);
      expect(Number(size)).toBeGreaterThanOrEqual(14);
      expect(anchor === "end" ? Number(left) - length : width - Number(left) - length).toBeGreaterThanOrEqual(-1);
    }
  });
});

describe("SVG", () => {
  test("同样的图，另一个进程里第二次画，还是一样", async () => {
    const other = createPictures({ entry, fontFolder });
    await other.svg(GRID, LIGHT);
    expect(await other.svg(bars(["县司法局"]), LIGHT)).toBe(await pictures.svg(bars(["县司法局"]), LIGHT));
  });

  test("名称里的符号照印，不成标记", async () => {
    const hostile = `<script>alert("1")</script>&'"`;
    const svg = await pictures.svg(bars([hostile], { parts: [`a" onload="x`, "b"] }), { ...LIGHT, width: "wide" });
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toContain("<script");
    expect(joined(svg).replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&#39;", "'").replaceAll("&amp;", "&")).toContain(
      hostile,
    );
  });

  test("字体：各种系统的中文字体都在里面", async () => {
    const svg = await pictures.svg(GRID, LIGHT);
    for (const font of ["PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "HarmonyOS Sans SC", "sans-serif"]) expect(svg).toContain(font);
  });

  test("画不成：一句话说明，下一张照画", async () => {
    const broken = bars(["甲"], { rows: undefined as unknown as BarPicture["rows"] });
    await expect(pictures.svg(broken, LIGHT)).rejects.toMatchObject({ code: "internal", message: expect.stringMatching(/^图没有画成[^。]*。$/u) });
    expect(await pictures.svg(GRID, LIGHT)).toContain("</svg>");
  });

  test("画图的程序起不来：一句话说明", async () => {
    const none = createPictures({ entry: join(folder, "none.js"), fontFolder });
    await expect(none.svg(GRID, LIGHT)).rejects.toMatchObject({ code: "internal" });
  });
});

/** RGBA of a PNG. */
function pixelsOf(png: Uint8Array): { readonly width: number; readonly height: number; readonly at: (x: number, y: number) => string } {
  const width = Buffer.from(png).readUInt32BE(16);
  const height = Buffer.from(png).readUInt32BE(20);
  const data = Buffer.from(png).toString("base64");
  const image = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="data:image/png;base64,${data}"/></svg>`;
  const { pixels } = new Resvg(image).render();
  return { width, height, at: (x, y) => pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 4).toString("hex") };
}

/** What is drawn where the name of each row stands, as a string that is the same for the same drawing. */
async function namesDrawn(names: readonly string[]): Promise<readonly string[]> {
  const { height, at } = pixelsOf(await pictures.png(bars(names, { parts: [], rows: names.map((name) => ({ name, parts: [1], total: 1 })) })));
  // Rows are alike and stand at the end of the picture, above its margin: 27 pixels each, 3 for one.
  const rowHeight = 27 * 3;
  const top = height - (14 + 8) * 3 - rowHeight * names.length;
  return names.map((_, row) =>
    Array.from({ length: rowHeight }, (_line, y) =>
      Array.from({ length: 26 * 3 }, (_column, x) => (at(x + 10 * 3, top + row * rowHeight + y) < "80" ? "#" : ".")).join(""),
    ).join("\n"),
  );
}

const ink = (drawn: string): number => drawn.replaceAll(/[^#]/gu, "").length;

describe("PNG", () => {
  test("每个字都真的画出来了：不是空白，不是缺字的方框，各不相同", async () => {
    const drawnAs = "县司法局0（婼羌厣匚鄄郏濮盱眙".match(/./gu) ?? [];
    const [blank = "", box = "", ...drawn] = await namesDrawn(["　", "\u{e000}", ...drawnAs]);
    expect(ink(blank)).toBe(0);
    expect(ink(box)).toBeGreaterThan(100);
    for (const [index, one] of drawn.entries()) {
      expect([drawnAs[index], ink(one) > 20]).toEqual([drawnAs[index], true]);
      expect([drawnAs[index], one === box]).toEqual([drawnAs[index], false]);
    }
    expect(new Set(drawn).size).toBe(drawn.length);
  });

  test("字库没有的字是一个方框，别的字照画", async () => {
    const [box, rare, usual] = await namesDrawn(["\u{e000}", "𠮷", "县"]);
    expect(rare).toBe(box);
    expect(usual).not.toBe(box);
  });

  test("不出 Telegram 的尺寸，名称再长也一样", async () => {
    const { width, height } = pixelsOf(await pictures.png(bars(Array.from({ length: 15 }, () => LONG.repeat(5)))));
    expect(width + height).toBeLessThanOrEqual(10_000);
    expect(pixelsOf(await pictures.png(bars(["县司法局"]))).width).toBe((328 + 2 * 14) * 3);
  });

  test("字库只解一次；少了一个就再解，写不进去就用临时目录", async () => {
    const places = () => readdirSync(fontFolder);
    await pictures.png(bars(["甲"]));
    expect(places()).toHaveLength(1);
    const unpacked = join(fontFolder, places()[0] ?? "");
    const files = readdirSync(unpacked);
    expect(files.length).toBeGreaterThan(90);
    rmSync(join(unpacked, files[5] ?? ""));
    await pictures.png(bars(["乙"]));
    expect(places()).toHaveLength(1);
    expect(readdirSync(unpacked)).toEqual(files);
    writeFileSync(join(folder, "file"), "");
    vi.stubEnv("TMPDIR", folder);
    const elsewhere = createPictures({ entry, fontFolder: join(folder, "file", "fonts") });
    vi.unstubAllEnvs();
    expect(Buffer.from(await elsewhere.png(bars(["甲"]))).equals(await pictures.png(bars(["甲"])))).toBe(true);
  });
});
