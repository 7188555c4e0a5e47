import { posix } from "node:path";
import { AppError } from "../../../../errors.ts";
import type { FormatReader } from "../format-reader.ts";
import type { Matrix } from "../page-layout/matrix.ts";
import type { LayoutPage } from "../page-layout/page.ts";
import { pageBlocks } from "../page-layout/page-blocks.ts";
import { type PlacedLine, type PlacedWords, uprightPage } from "../page-layout/upright.ts";
import { openZip, type ZipArchive } from "../zip.ts";
import { numbersOf } from "./ofd-numbers.ts";
import { linesOfPath } from "./ofd-paths.ts";
import { wordsOfText } from "./ofd-text.ts";
import { type OfdElement, type OfdFiles, ofdFiles } from "./ofd-xml.ts";

/** Longer than any official document. */
const MAX_PAGES = 2000;
/** Objects may be grouped so deep. */
const MAX_DEPTH = 16;
/** OFD counts in millimetres. */
const POINTS_PER_MM = 72 / 25.4;
/** A4 in millimetres, for a page that does not say. */
const A4 = [0, 0, 210, 297];

/** Reads an OFD package (GB/T 33190-2016): words by their place, tables by their lines. Signatures and seals are left out. */
export const readOfd: FormatReader = async (bytes, file) => {
  const archive = await openZip(bytes, file);
  refuseEncrypted(archive, file);
  const files = await ofdFiles(archive, file);
  const pages = files
    .read("OFD.xml")
    .children("DocBody")
    .flatMap((body) => body.children("DocRoot").flatMap((root) => documentPages(inFolder("", root.words), files, file)));
  if (pages.length === 0) throw new AppError("unreadable", `「${file}」里没有页面，不能作为 OFD 读取：请重新取得完整的文件。`);
  return pageBlocks(pages, file);
};

/** An encrypted package names its keys in a file of its own (GM/T 0099). */
function refuseEncrypted(archive: ZipArchive, file: string): void {
  if (archive.names.some((name) => /(?:^|\/)(?:encryptions?|decryptseed)\.(?:xml|dat)$/iu.test(name))) {
    throw new AppError("encrypted", `「${file}」是加密的 OFD，不能读取：请取消加密后另存再用。`);
  }
}

function documentPages(path: string, files: OfdFiles, file: string): readonly LayoutPage[] {
  const document = files.read(path);
  const folder = posix.dirname(path);
  const common = document.children("CommonData");
  const box = common.flatMap((data) => data.children("PageArea")).flatMap(boxOf);
  const templates = new Map(
    common
      .flatMap((data) => data.children("TemplatePage"))
      .map((template) => [template.attributes["ID"] ?? "", inFolder(folder, template.attributes["BaseLoc"] ?? "")]),
  );
  const pages = document.children("Pages").flatMap((list) => list.children("Page"));
  if (pages.length > MAX_PAGES) throw new AppError("too_large", `「${file}」超过 ${MAX_PAGES} 页：请拆成较小的文件。`);
  const known = new Map<string, OfdElement>();
  const template = (id: string): OfdElement | undefined => {
    const at = templates.get(id);
    if (at !== undefined && !known.has(at)) known.set(at, files.read(at));
    return at === undefined ? undefined : known.get(at);
  };
  return pages.map((page) => readPage(files.read(inFolder(folder, page.attributes["BaseLoc"] ?? "")), template, box));
}

/** @param box the document's page box, for a page without one of its own */
function readPage(page: OfdElement, template: (id: string) => OfdElement | undefined, box: readonly number[]): LayoutPage {
  const own = page.children("Area").flatMap(boxOf);
  const [left = 0, top = 0, width = 210, height = 297] = own.length >= 4 ? own : box.length >= 4 ? box : A4;
  const matrix: Matrix = [POINTS_PER_MM, 0, 0, POINTS_PER_MM, -left * POINTS_PER_MM, -top * POINTS_PER_MM];
  const words: PlacedWords[] = [];
  const lines: PlacedLine[] = [];
  const read = (block: OfdElement, depth: number): void => {
    for (const text of block.children("TextObject")) words.push(...wordsOfText(text, matrix));
    for (const path of block.children("PathObject")) lines.push(...linesOfPath(path, matrix));
    if (depth < MAX_DEPTH) for (const inner of block.children("PageBlock")) read(inner, depth + 1);
  };
  const furniture = page.children("Template").flatMap((used) => template(used.attributes["TemplateID"] ?? "") ?? []);
  for (const content of [...furniture, page].flatMap((source) => source.children("Content"))) {
    for (const layer of content.children("Layer")) read(layer, 0);
  }
  return uprightPage({ width: width * POINTS_PER_MM, height: height * POINTS_PER_MM }, words, lines);
}

/** The page's physical box: left, top, width and height in millimetres. */
function boxOf(area: OfdElement): readonly number[] {
  return numbersOf(area.children("PhysicalBox")[0]?.words);
}

/** A path in the package as a file in `folder` writes it; with a leading slash it counts from the package's root. */
function inFolder(folder: string, path: string): string {
  return posix.join(path.startsWith("/") ? "" : folder, path.trim()).replace(/^\/+/u, "");
}
