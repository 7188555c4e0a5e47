import { AppError } from "../../../../errors.ts";
import type { ZipArchive } from "../zip.ts";
import { attributeOf, childrenNamed, parseXml, type XmlNode } from "./xml.ts";

/** The parts of a Word package (ISO/IEC 29500-2) that are read, as root elements. */
export interface PackageParts {
  readonly document: XmlNode;
  readonly numbering: XmlNode | undefined;
  readonly styles: XmlNode | undefined;
  readonly headers: readonly XmlNode[];
}

interface Relationship {
  /** The last step of the relationship's type, e.g. `styles`. */
  readonly type: string;
  readonly target: string;
}

/**
 * Finds the parts by the package's relationships; a package without them by their usual names.
 * @throws {AppError} `unreadable` no main part; `not_a_document` a package of another kind; `too_large`
 */
export function readParts(zip: ZipArchive, file: string): PackageParts {
  const main = relationships(zip, "", file).find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const bytes = zip.read(main);
  if (!bytes) throw noDocument(zip, file);
  const document = parseXml(bytes, file);
  if (!("w:document" in document)) throw new AppError("not_a_document", `「${file}」不是 Word 文档：请换成公文的原文件。`);
  const related = relationships(zip, main, file);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const part = (type: string) => optionalPart(zip, related.find((one) => one.type === type)?.target ?? `${folder}${type}.xml`, file);
  const headers = zip.names.filter((name) => /^word\/header\d*\.xml$/iu.test(name));
  return {
    document,
    numbering: part("numbering"),
    styles: part("styles"),
    headers: headers.map((name) => optionalPart(zip, name, file)).filter((header) => header !== undefined),
  };
}

function optionalPart(zip: ZipArchive, name: string, file: string): XmlNode | undefined {
  const bytes = zip.read(name);
  return bytes && parseXml(bytes, file);
}

/** @param part empty for the package itself */
function relationships(zip: ZipArchive, part: string, file: string): readonly Relationship[] {
  const slash = part.lastIndexOf("/") + 1;
  const folder = part.slice(0, slash);
  const root = optionalPart(zip, `${folder}_rels/${part.slice(slash)}.rels`, file);
  return childrenNamed(root, "Relationship").flatMap((node) => {
    const target = attributeOf(node, "Target");
    const type = attributeOf(node, "Type")?.split("/").at(-1);
    if (target === undefined || type === undefined || attributeOf(node, "TargetMode") === "External") return [];
    return [{ type, target: target.startsWith("/") ? target.slice(1) : resolve(folder + target) }];
  });
}

/** Less the steps `.` and `..`. */
function resolve(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== ".") steps.push(step);
  }
  return steps.join("/");
}

function noDocument(zip: ZipArchive, file: string): AppError {
  const isWord = zip.names.some((name) => /^word\//iu.test(name) || name === "[Content_Types].xml");
  if (isWord) return new AppError("unreadable", `「${file}」缺少正文部分，文件不完整：请用 Word 打开后另存，或重新取得完整的文件。`);
  return new AppError("not_a_document", `「${file}」是压缩包，不是 Word 文档：请解压后放入其中的公文。`);
}
