import { strToU8, zipSync } from "fflate";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(" ");

/** Inner XML of the parts of a docx. */
export interface DocxParts {
  readonly body: string;
  readonly numbering?: string;
  readonly styles?: string;
  readonly header?: string;
}

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml";

/** A docx as Word writes it, with only what the parts say. */
export function docx(parts: DocxParts): Uint8Array {
  const beside = (["numbering", "styles", "header"] as const).filter((name) => parts[name] !== undefined);
  const types = ["document.main", ...beside].map((name) => `<Override PartName="/word/${fileName(name)}" ContentType="${WORD_TYPE}.${name}+xml"/>`);
  const related = beside.map((name) => `<Relationship Id="${name}" Type="${OFFICE}/${name}" Target="${fileName(name)}"/>`);
  const main = `<Relationship Id="main" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`;
  return zipSync({
    "[Content_Types].xml": xml(
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${types.join("")}</Types>`,
    ),
    "_rels/.rels": xml(`<Relationships xmlns="${PACKAGE}/relationships">${main}</Relationships>`),
    "word/_rels/document.xml.rels": xml(`<Relationships xmlns="${PACKAGE}/relationships">${related.join("")}</Relationships>`),
    "word/document.xml": part("document", `<w:body>${parts.body}</w:body>`),
    ...(parts.numbering === undefined ? {} : { "word/numbering.xml": part("numbering", parts.numbering) }),
    ...(parts.styles === undefined ? {} : { "word/styles.xml": part("styles", parts.styles) }),
    ...(parts.header === undefined ? {} : { "word/header1.xml": part("hdr", parts.header) }),
  });
}

function fileName(name: string): string {
  if (name === "document.main") return "document.xml";
  return name === "header" ? "header1.xml" : `${name}.xml`;
}

function xml(content: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${content}`);
}

function part(root: string, inner: string): Uint8Array {
  return xml(`<w:${root} ${NAMESPACES}>${inner}</w:${root}>`);
}

export function run(text: string, properties = ""): string {
  return `<w:r>${properties === "" ? "" : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A paragraph; `content` is words or XML. */
export function paragraph(content: string, properties = ""): string {
  return `<w:p>${properties === "" ? "" : `<w:pPr>${properties}</w:pPr>`}${content.startsWith("<") ? content : run(content)}</w:p>`;
}

/** A paragraph of an automatic list. */
export function numbered(content: string, numId: number, level = 0): string {
  return paragraph(content, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);
}

/** A level of a list. */
export function level(index: number, format: string, text: string, extra = ""): string {
  return `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${extra}<w:lvlText w:val="${text}"/></w:lvl>`;
}

/** A list template and a list of it, both with the same number. */
export function list(id: number, ...levels: readonly string[]): string {
  return `<w:abstractNum w:abstractNumId="${id}">${levels.join("")}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
}

/** A table cell; `content` is words or XML of paragraphs. */
export function cell(content: string, properties = ""): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : paragraph(content)}</w:tc>`;
}

export function row(...cells: readonly string[]): string {
  return `<w:tr>${cells.join("")}</w:tr>`;
}

export function table(...rows: readonly string[]): string {
  return `<w:tbl><w:tblPr/>${rows.join("")}</w:tbl>`;
}
