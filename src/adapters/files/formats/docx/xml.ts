import { XMLParser } from "fast-xml-parser";
import { AppError } from "../../../../errors.ts";

/** An element as fast-xml-parser keeps it in order: one key is its name, with its children; `:@` holds its attributes. Text has the key `#text`. */
export type XmlNode = Readonly<Record<string, unknown>>;

/** The tree of a part takes some twenty times its bytes; the text of a long regulation takes 2 MB. */
const MAX_XML_BYTES = 16 * 1024 * 1024;
/** Word nests some twenty deep, text boxes and inner tables included. */
const MAX_DEPTH = 240;
/** WordprocessingML, as Word writes it and in the strict form of ISO/IEC 29500. */
const NAMESPACE =
  /\sxmlns:([\w.-]{1,20})="http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006\/main|purl\.oclc\.org\/ooxml\/wordprocessingml\/main)"/u;
/** Namespaces are declared in the root element, at the head of a part. */
const HEAD_CHARACTERS = 20_000;
const ATTRIBUTES = ":@";
const TEXT = "#text";

/**
 * The root element of a part. No entity is expanded: the five of XML and numbered characters are read where text is asked for, any other
 * stays as it is printed.
 * @param file base name, for messages
 * @throws {AppError} `unreadable` no XML, or one with a document type definition; `too_large`
 */
export function parseXml(bytes: Uint8Array, file: string): XmlNode {
  if (bytes.length > MAX_XML_BYTES) {
    throw new AppError("too_large", `「${file}」的正文超过 ${MAX_XML_BYTES / 1024 / 1024} MB，未读取：请拆成较小的文件。`);
  }
  const text = decode(bytes);
  if (text.includes("<!DOCTYPE")) throw damaged(file);
  const root = parse(text, file).find((node) => !nameOf(node).startsWith("?") && nameOf(node) !== TEXT);
  if (!root) throw damaged(file);
  return root;
}

function parse(text: string, file: string): readonly XmlNode[] {
  const prefix = NAMESPACE.exec(text.slice(0, HEAD_CHARACTERS))?.[1] ?? "w";
  // Some tools name the namespace otherwise (ns0:p); here it is w: always.
  const rename = (name: string) => (name.startsWith(`${prefix}:`) ? `w:${name.slice(prefix.length + 1)}` : name);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    processEntities: false,
    maxNestedTags: MAX_DEPTH,
    ...(prefix === "w" ? {} : { transformTagName: rename, transformAttributeName: rename }),
  });
  try {
    return parser.parse(text) as readonly XmlNode[];
  } catch (error) {
    throw damaged(file, error);
  }
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The element's name with its prefix, e.g. `w:p`; `#text` for text. */
export function nameOf(node: XmlNode): string {
  for (const key in node) if (key !== ATTRIBUTES) return key;
  return "";
}

export function childrenOf(node: XmlNode): readonly XmlNode[] {
  const children = node[nameOf(node)];
  return Array.isArray(children) ? (children as readonly XmlNode[]) : [];
}

/** The first child of that name. */
export function childOf(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node && childrenOf(node).find((child) => nameOf(child) === name);
}

export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node ? childrenOf(node).filter((child) => nameOf(child) === name) : [];
}

export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  const attributes = node?.[ATTRIBUTES] as Readonly<Record<string, unknown>> | undefined;
  const value = attributes?.[name];
  return typeof value === "string" ? decodeEntities(value) : undefined;
}

/** The attribute `w:val` of a child, e.g. of `w:numId`. */
export function settingOf(node: XmlNode | undefined, child: string): string | undefined {
  return attributeOf(childOf(node, child), "w:val");
}

/** A whole number not below 0, from a child's `w:val`. */
export function numberOf(node: XmlNode | undefined, child: string): number | undefined {
  const value = settingOf(node, child);
  return value !== undefined && /^\d{1,9}$/u.test(value.trim()) ? Number(value) : undefined;
}

/** Whether a property such as `w:vanish` is set: there, and not switched off. Undefined where it is not there. */
export function flagOf(node: XmlNode | undefined, child: string): boolean | undefined {
  const property = childOf(node, child);
  return property && !/^(?:0|false|off)$/u.test(attributeOf(property, "w:val") ?? "");
}

/** The words directly inside an element. */
export function textOf(node: XmlNode): string {
  return childrenOf(node)
    .map((child) => (typeof child[TEXT] === "string" ? decodeEntities(child[TEXT]) : ""))
    .join("");
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

function damaged(file: string, cause?: unknown): AppError {
  return new AppError("unreadable", `「${file}」的内容已损坏，不能读取：请用 Word 打开后另存，或重新取得完整的文件。`, { cause });
}
