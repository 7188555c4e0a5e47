import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../errors.ts";
import { openZip } from "./zip.ts";

const MEGABYTE = 1024 * 1024;

/** Writes the unpacked sizes that the directory states, whatever the truth is. */
function withStatedSize(archive: Uint8Array, size: number): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  for (let at = 0; at + 46 <= bytes.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return bytes;
}

async function codeOf(work: () => unknown): Promise<string> {
  try {
    await work();
    return "ok";
  } catch (error) {
    return error instanceof AppError ? error.code : `not an AppError: ${String(error)}`;
  }
}

describe("openZip 压缩包", () => {
  test("按名取内容，大小写不论，存储和压缩都能读", async () => {
    const text = "县司法局负责普法。".repeat(2000);
    const zip = await openZip(zipSync({ "word/document.xml": strToU8(text), "a/b.txt": [strToU8("原样存储"), { level: 0 }] }), "x.docx");
    expect(zip.names).toEqual(["word/document.xml", "a/b.txt"]);
    expect(new TextDecoder().decode(zip.read("Word/Document.xml"))).toBe(text);
    expect(new TextDecoder().decode(zip.read("a/b.txt"))).toBe("原样存储");
    expect(zip.read("没有的.xml")).toBeUndefined();
  });

  test("目录说解开有两百兆：打开时就拒绝，不解一个字节", async () => {
    const bomb = withStatedSize(zipSync({ "word/document.xml": new Uint8Array(1000) }), 200_000_000);
    expect(await codeOf(() => openZip(bomb, "x.docx"))).toBe("too_large");
  });

  test("许多不大的部分，合起来太大，同样拒绝", async () => {
    const parts = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`word/media/${index}.emf`, new Uint8Array(1000)]));
    expect(await codeOf(() => openZip(withStatedSize(zipSync(parts), 12 * MEGABYTE), "x.docx"))).toBe("too_large");
  });

  test("目录谎报大小：解压时按实际字节数拒绝", async () => {
    const liar = withStatedSize(zipSync({ "word/document.xml": new Uint8Array(33 * MEGABYTE) }), 1000);
    expect(liar.length).toBeLessThan(MEGABYTE);
    const zip = await openZip(liar, "x.docx");
    expect(await codeOf(() => zip.read("word/document.xml"))).toBe("too_large");
  });

  test.each(["../../etc/passwd", "word/../../x", "..\\x"])("名字里有上级目录的「%s」被拒绝", async (name) => {
    expect(await codeOf(() => openZip(zipSync({ [name]: strToU8("x") }), "x.docx"))).toBe("unsafe_path");
  });

  test("名字里只是有两个点，不算", async () => {
    expect((await openZip(zipSync({ "a..b.xml": strToU8("x") }), "x.docx")).names).toEqual(["a..b.xml"]);
  });

  test("断尾的、空的、不是压缩包的，都是损坏", async () => {
    const whole = zipSync({ "word/document.xml": strToU8("文字".repeat(500)) });
    for (const bytes of [whole.subarray(0, whole.length / 2), new Uint8Array(0), strToU8("不是压缩包".repeat(20))]) {
      expect(await codeOf(() => openZip(bytes, "x.docx"))).toBe("unreadable");
    }
  });

  test("内容被改过一个字节，校验不符就是损坏", async () => {
    const bytes = zipSync({ "a.txt": [strToU8("县司法局负责普法。"), { level: 0 }] });
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const zip = await openZip(bytes, "x.docx");
    expect(await codeOf(() => zip.read("a.txt"))).toBe("unreadable");
  });

  test("加了密码的压缩包", async () => {
    const bytes = zipSync({ "a.txt": strToU8("x") });
    const view = new DataView(bytes.buffer, bytes.byteOffset);
    const directory = view.getUint32(bytes.length - 6, true);
    view.setUint16(directory + 8, 1, true);
    const zip = await openZip(bytes, "x.docx");
    expect(await codeOf(() => zip.read("a.txt"))).toBe("encrypted");
  });

  test("任意字节被改，只会读出或以约定的错误拒绝", async () => {
    const whole = zipSync({ "word/document.xml": strToU8("<p>县司法局负责普法。</p>".repeat(40)), "b.txt": strToU8("另一个") });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
        const bytes = whole.slice();
        bytes[at] = value;
        const code = await codeOf(async () => {
          const zip = await openZip(bytes, "x.docx");
          for (const name of zip.names) zip.read(name);
        });
        expect(["ok", "unreadable", "too_large", "unsafe_path", "encrypted"]).toContain(code);
      }),
      { numRuns: 300, seed: 4 },
    );
  });
});
