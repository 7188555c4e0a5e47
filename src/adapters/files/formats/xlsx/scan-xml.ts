/** What a scan of XML meets. Names come without their prefix, words with their entities resolved. */
export interface XmlVisitor {
  /** @param attributes as written, for `attributeOf` */
  readonly open: (name: string, attributes: string) => void;
  readonly close: (name: string) => void;
  readonly text?: (words: string) => void;
}

/** XML that breaks off, or brings a document type, with which entities come that might grow without end. */
export class BadXml extends Error {}

/**
 * Goes through XML once, from left to right, building nothing: a million empty cells cost no memory. Only what spreadsheets use is known:
 * elements, attributes, words, CDATA.
 * @throws {BadXml}
 */
export function scanXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf("<", at);
    if (visitor.text && tag !== at) visitor.text(unescapeXml(xml.slice(at, tag < 0 ? xml.length : tag)));
    if (tag < 0) return;
    at = xml.startsWith("<!", tag) || xml.startsWith("<?", tag) ? special(xml, tag, visitor) : element(xml, tag, visitor);
  }
}

function special(xml: string, tag: number, visitor: XmlVisitor): number {
  if (xml.startsWith("<!--", tag)) return after(xml, "-->", tag);
  if (xml.startsWith("<![CDATA[", tag)) {
    const end = after(xml, "]]>", tag);
    visitor.text?.(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (xml.startsWith("<?", tag)) return after(xml, "?>", tag);
  throw new BadXml("document type");
}

const NAME_END = /[\s/>]/gu;

function element(xml: string, tag: number, visitor: XmlVisitor): number {
  const end = endOfTag(xml, tag);
  if (xml.charCodeAt(tag + 1) === 0x2f) {
    visitor.close(localName(xml.slice(tag + 2, end - 1).trimEnd()));
    return end;
  }
  NAME_END.lastIndex = tag + 1;
  const nameEnd = NAME_END.exec(xml)?.index ?? end;
  const name = localName(xml.slice(tag + 1, nameEnd));
  const isEmpty = xml.charCodeAt(end - 2) === 0x2f;
  visitor.open(name, xml.slice(nameEnd, isEmpty ? end - 2 : end - 1));
  if (isEmpty) visitor.close(name);
  return end;
}

const DOUBLE_QUOTE = 0x22;
const SINGLE_QUOTE = 0x27;
const GREATER_THAN = 0x3e;

/** Behind the `>` that ends a tag; one in an attribute's value does not. */
function endOfTag(xml: string, tag: number): number {
  let quote = 0;
  for (let at = tag + 1; at < xml.length; at += 1) {
    const sign = xml.charCodeAt(at);
    if (quote !== 0) {
      if (sign === quote) quote = 0;
    } else if (sign === GREATER_THAN) return at + 1;
    else if (sign === DOUBLE_QUOTE || sign === SINGLE_QUOTE) quote = sign;
  }
  throw new BadXml("breaks off");
}

function after(xml: string, mark: string, from: number): number {
  const at = xml.indexOf(mark, from);
  if (at < 0) throw new BadXml("breaks off");
  return at + mark.length;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** An attribute's value, whatever its prefix; undefined where it is not written. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    if (!/[\s:]/u.test(attributes[at - 1] ?? "")) continue;
    const value = /^\s*=\s*(?:"([^"]*)"|'([^']*)')/u.exec(attributes.slice(at + name.length, at + name.length + 4096));
    if (value) return unescapeXml(value[1] ?? value[2] ?? "");
  }
  return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The five named entities of XML and numbered ones; others stay as they are written. */
function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/giu, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
