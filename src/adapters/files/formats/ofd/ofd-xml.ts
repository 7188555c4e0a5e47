import type { X2jOptions, XMLParser } from "fast-xml-parser";
import { AppError } from "../../../../errors.ts";
import type { ZipArchive } from "../zip.ts";

/** An element as read: its attributes by name, its children by name (always lists), its own words. */
export interface OfdElement {
  readonly attributes: Readonly<Record<string, string>>;
  readonly words: string;
  readonly children: (name: string) => readonly OfdElement[];
}

/** Reads the XML files of a package. */
export interface OfdFiles {
  /** The root element of a file. @throws {AppError} `unreadable` where it is missing, damaged or has a DTD */
  readonly read: (path: string) => OfdElement;
}

const ATTRIBUTE = "@";
/** Entities are never expanded; the five that XML itself has, and characters by number, are put in after parsing. */
const OPTIONS: X2jOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: ATTRIBUTE,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  alwaysCreateTextNode: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
};

/** @param file base name of the package, for messages */
export async function ofdFiles(archive: ZipArchive, file: string): Promise<OfdFiles> {
  const { XMLParser } = await import("fast-xml-parser");
  const parser = new XMLParser(OPTIONS);
  return { read: (path) => rootOf(parser, archive.read(path), file) };
}

function rootOf(parser: XMLParser, bytes: Uint8Array | undefined, file: string): OfdElement {
  if (!bytes) throw damaged(file);
  const xml = new TextDecoder("utf-8").decode(bytes);
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(xml)) throw damaged(file);
  let parsed: unknown;
  try {
    parsed = parser.parse(xml, true);
  } catch (error) {
    throw damaged(file, error);
  }
  const root = Object.entries(isRecord(parsed) ? parsed : {}).find(([name]) => !name.startsWith("?") && !name.startsWith("#"))?.[1];
  return toElement(Array.isArray(root) ? root[0] : root);
}

function toElement(value: unknown): OfdElement {
  const record = isRecord(value) ? value : {};
  const attributes: Record<string, string> = {};
  for (const [name, text] of Object.entries(record)) if (name.startsWith(ATTRIBUTE)) attributes[name.slice(ATTRIBUTE.length)] = decoded(String(text));
  return {
    attributes,
    words: decoded(wordsOf(record["#text"])),
    children: (name) => {
      const inside = record[name];
      return Array.isArray(inside) ? inside.map(toElement) : [];
    },
  };
}

function wordsOf(value: unknown): string {
  return Array.isArray(value) ? value.map(String).join("") : value === undefined ? "" : String(value);
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError("unreadable", `「${file}」已损坏，不能作为 OFD 读取：请重新取得完整的文件。`, { cause });
}
