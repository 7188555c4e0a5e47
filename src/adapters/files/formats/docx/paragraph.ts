import { type Fields, isTableOfContents } from "../word/fields.ts";
import { printable, symbolOf } from "../word/symbols.ts";
import type { Styles } from "./styles.ts";
import { attributeOf, childOf, childrenOf, flagOf, nameOf, settingOf, textOf, type XmlNode } from "./xml.ts";

/** The words of a paragraph. Line, column and page breaks in it are `\n`. */
export interface ParagraphWords {
  readonly text: string;
  /** The contents of text boxes (w:txbxContent) that are anchored in it, as elements. */
  readonly boxes: readonly XmlNode[];
}

interface Reading {
  readonly styles: Styles;
  readonly fields: Fields;
  readonly hidden: boolean;
  readonly boxes: XmlNode[];
  text: string;
}

/** Elements whose children stand in the paragraph as if the element were not there. */
const TRANSPARENT = new Set(["w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:customXml", "w:dir", "w:bdo", "w:sdtContent"]);
/** What was deleted, and what only Word needs. */
const SKIPPED = new Set(["w:del", "w:moveFrom", "w:pPr", "w:sdtPr", "w:sdtEndPr"]);

/**
 * Reads the words of a paragraph as they are printed when all tracked changes are accepted: no deletions, hidden words, notes, comments or
 * field instructions.
 * @param fields those of the story (body, text box, header) that the paragraph stands in
 */
export function readWords(paragraph: XmlNode, styles: Styles, fields: Fields): ParagraphWords {
  const hidden = styles.isHidden(settingOf(childOf(paragraph, "w:pPr"), "w:pStyle")) ?? false;
  const reading: Reading = { styles, fields, hidden, boxes: [], text: "" };
  readInline(paragraph, reading);
  return { text: printable(reading.text), boxes: reading.boxes };
}

function readInline(node: XmlNode, reading: Reading): void {
  for (const child of childrenOf(node)) {
    const name = nameOf(child);
    if (SKIPPED.has(name)) continue;
    if (name === "w:r") readRun(child, reading);
    else if (TRANSPARENT.has(name)) readInline(child, reading);
    else if (name === "w:sdt") readContentControl(child, reading);
    else if (name === "w:fldSimple") readSimpleField(child, reading);
    else if (name === "mc:AlternateContent") readInline(chosen(child), reading);
    else if (name.startsWith("m:")) readFormula(child, reading);
  }
}

/** A content control that nobody has filled in prints a prompt (单击此处输入文字), which is no text of the document. */
function readContentControl(node: XmlNode, reading: Reading): void {
  if (flagOf(childOf(node, "w:sdtPr"), "w:showingPlcHdr")) return;
  readInline(node, reading);
}

function readSimpleField(node: XmlNode, reading: Reading): void {
  if (!isTableOfContents(attributeOf(node, "w:instr") ?? "")) readInline(node, reading);
}

/** The same content written for newer and for older readers: only one of them is read. */
function chosen(alternate: XmlNode): XmlNode {
  return childOf(alternate, "mc:Choice") ?? childOf(alternate, "mc:Fallback") ?? alternate;
}

function readRun(run: XmlNode, reading: Reading): void {
  const properties = childOf(run, "w:rPr");
  const hidden = flagOf(properties, "w:vanish") ?? reading.styles.isHidden(settingOf(properties, "w:rStyle")) ?? reading.hidden;
  for (const child of childrenOf(run)) {
    followField(child, reading);
    if (hidden || !reading.fields.visible) continue;
    const text = runText(child, reading);
    reading.text += text;
  }
}

function followField(node: XmlNode, reading: Reading): void {
  const name = nameOf(node);
  if (name === "w:instrText") reading.fields.instruct(textOf(node));
  if (name !== "w:fldChar") return;
  const type = attributeOf(node, "w:fldCharType");
  if (type === "begin") reading.fields.begin();
  else if (type === "separate") reading.fields.separate();
  else if (type === "end") reading.text += reading.fields.end();
}

function runText(node: XmlNode, reading: Reading): string {
  switch (nameOf(node)) {
    case "w:t":
      return textOf(node);
    case "w:tab":
    case "w:ptab":
      return "\t";
    case "w:br":
    case "w:cr":
      return "\n";
    case "w:noBreakHyphen":
      return "-";
    case "w:sym":
      return symbolOf(attributeOf(node, "w:font") ?? "", Number.parseInt(attributeOf(node, "w:char") ?? "", 16));
    case "w:ruby":
      readInline(childOf(node, "w:rubyBase") ?? {}, reading);
      return "";
    case "mc:AlternateContent":
      return alternateText(node, reading);
    case "w:drawing":
    case "w:pict":
    case "w:object":
      collectBoxes(node, reading.boxes);
      return "";
    default:
      return "";
  }
}

/** A text box, or a sign that only newer readers know with a plain one for the others. */
function alternateText(node: XmlNode, reading: Reading): string {
  const before = reading.boxes.length;
  collectAlternate(node, reading.boxes);
  if (reading.boxes.length > before) return "";
  const texts = ["mc:Choice", "mc:Fallback"].map((name) => {
    const alternative = childOf(node, name);
    return alternative ? childrenOf(alternative).map((child) => runText(child, reading)) : [];
  });
  return texts.map((parts) => parts.join("")).find((text) => text !== "") ?? "";
}

function collectBoxes(node: XmlNode, boxes: XmlNode[]): void {
  const name = nameOf(node);
  if (name === "w:txbxContent") boxes.push(node);
  else if (name === "v:textpath") boxes.push(boxOf(attributeOf(node, "string") ?? ""));
  else if (name === "mc:AlternateContent") collectAlternate(node, boxes);
  else for (const child of childrenOf(node)) collectBoxes(child, boxes);
}

/** Words drawn as a picture (WordArt, a watermark), as if they stood in a text box. */
function boxOf(words: string): XmlNode {
  return { "w:txbxContent": [{ "w:p": [{ "w:r": [{ "w:t": [{ "#text": words }] }] }] }] };
}

function collectAlternate(node: XmlNode, boxes: XmlNode[]): void {
  const before = boxes.length;
  for (const alternative of ["mc:Choice", "mc:Fallback"]) {
    const child = childOf(node, alternative);
    if (child && boxes.length === before) collectBoxes(child, boxes);
  }
}

/** The signs of a formula in a row; how they are stacked is lost. */
function readFormula(node: XmlNode, reading: Reading): void {
  if (nameOf(node) === "m:t") {
    if (reading.fields.visible && !reading.hidden) reading.text += textOf(node);
    return;
  }
  for (const child of childrenOf(node)) readFormula(child, reading);
}
