import { createRequire } from "node:module";
import { dirname } from "node:path";
import { AppError } from "../../../../errors.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Matrix } from "../page-layout/matrix.ts";
import { multiply, toMatrix } from "../page-layout/matrix.ts";
import type { LayoutPage } from "../page-layout/page.ts";
import { pageBlocks } from "../page-layout/page-blocks.ts";
import { type PlacedWords, uprightPage } from "../page-layout/upright.ts";
import { provideTransfer } from "./array-buffer-transfer.ts";
import { drawnLines } from "./drawn-lines.ts";

/** Longer than any official document. */
const MAX_PAGES = 2000;
/** UTF-16 code units on all pages; a page of a document has at most some 2000. */
const MAX_TEXT_LENGTH = 5_000_000;
/** Where a whole file has its end mark, in bytes from its end: some programs write a little after it. */
const END_MARK_BYTES = 4096;

type PdfJs = Awaited<ReturnType<typeof import("unpdf")["getResolvedPDFJS"]>>;
type Pdf = Awaited<ReturnType<PdfJs["getDocument"]>["promise"]>;
type PdfPage = Awaited<ReturnType<Pdf["getPage"]>>;

/** Reads a PDF's text layer: words by their place, tables by their lines. */
export const readPdf: FormatReader = async (bytes, file) => {
  if (!hasEndMark(bytes)) throw new AppError("unreadable", `「${file}」残缺不全（PDF 在中途断开）：请重新取得完整的文件。`);
  const { getResolvedPDFJS } = await import("unpdf");
  provideTransfer();
  const pdfjs = await getResolvedPDFJS();
  // pdf.js takes the bytes it is given for its own.
  const task = pdfjs.getDocument({ ...settings(), data: bytes.slice() });
  try {
    return pageBlocks(await pagesOf(await task.promise, pdfjs, file), file);
  } catch (error) {
    throw error instanceof AppError ? error : toAppError(error, file);
  } finally {
    await task.destroy().catch(() => undefined);
  }
};

/** Nothing is fetched or evaluated, and no picture unpacked. Fonts that are not embedded need the character maps of pdfjs-dist. */
function settings() {
  // pdf.js reads these by fs: a plain path, with a slash at its end, and no URL.
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve("pdfjs-dist/package.json")).replaceAll("\\", "/");
  return {
    cMapUrl: `${folder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}/standard_fonts/`,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    isEvalSupported: false,
    enableXfa: false,
    maxImageSize: 1,
    verbosity: 0,
  };
}

async function pagesOf(pdf: Pdf, pdfjs: PdfJs, file: string): Promise<readonly LayoutPage[]> {
  if (pdf.numPages > MAX_PAGES) throw tooLarge(file);
  const pages: LayoutPage[] = [];
  let length = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const laid = await readPage(page, pdfjs);
    page.cleanup();
    length += laid.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (length > MAX_TEXT_LENGTH) throw tooLarge(file);
    pages.push(laid);
  }
  return pages;
}

async function readPage(page: PdfPage, pdfjs: PdfJs): Promise<LayoutPage> {
  const viewport = page.getViewport({ scale: 1 });
  const matrix = toMatrix(viewport.transform) ?? [1, 0, 0, -1, 0, viewport.height];
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const words = items.flatMap((item): readonly PlacedWords[] => {
    const own = "str" in item && item.str.trim() !== "" ? toMatrix(item.transform) : undefined;
    return own && "str" in item ? [{ text: item.str, width: item.width, matrix: upward(multiply(matrix, own)) }] : [];
  });
  if (words.length === 0) return uprightPage(viewport, [], []);
  // Without the lines a page is still read, its tables by the places of their words.
  const operators = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.DISABLE }).catch(() => undefined);
  return uprightPage(viewport, words, operators ? drawnLines(operators, pdfjs.OPS, matrix) : []);
}

/** In a PDF the letters' height grows upwards; here y counts downwards. */
function upward([a, b, c, d, e, f]: Matrix): Matrix {
  return [a, b, -c, -d, e, f];
}

function hasEndMark(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(-END_MARK_BYTES)).includes("%%EOF");
}

function tooLarge(file: string): AppError {
  return new AppError("too_large", `「${file}」超过 ${MAX_PAGES} 页或 ${MAX_TEXT_LENGTH / 10_000} 万字：请拆成较小的文件。`);
}

function toAppError(error: unknown, file: string): AppError {
  const name = error instanceof Error ? error.name : "";
  if (name === "PasswordException") return new AppError("encrypted", `「${file}」加了密码，不能读取：请取消密码后另存再用。`, { cause: error });
  return new AppError("unreadable", `「${file}」已损坏，不能读取：请重新取得完整的文件。`, { cause: error });
}
