import type { SourceBlock } from "../../../../core/document/source-text.ts";
import { Fields } from "../word/fields.ts";
import { joinLabel, ListLabels } from "../word/list-labels.ts";
import { cellText, type RowCell, toGrid } from "../word/table-grid.ts";
import type { DocumentList } from "./numbering.ts";
import { type ParagraphWords, readWords } from "./paragraph.ts";
import type { Styles } from "./styles.ts";
import { childOf, childrenOf, flagOf, nameOf, numberOf, settingOf, type XmlNode } from "./xml.ts";

/** What the parts beside the body say. */
export interface DocumentParts {
  readonly styles: Styles;
  readonly lists: ReadonlyMap<number, DocumentList>;
  /** Base name, for messages. */
  readonly file: string;
}

/** Elements that hold blocks and print nothing themselves. */
const TRANSPARENT = new Set(["w:sdtContent", "w:customXml", "w:smartTag", "w:ins", "w:moveTo"]);

/** Words of paragraphs whose marks were deleted or are hidden: they go on in the next paragraph. */
interface Unended {
  readonly paragraph: XmlNode;
  readonly text: string;
}

/** Reads the blocks of a document's stories (body, headers) and counts its automatic numbers on the way. */
export class StoryReader {
  readonly #parts: DocumentParts;
  readonly #labels = new ListLabels();

  constructor(parts: DocumentParts) {
    this.#parts = parts;
  }

  /**
   * The paragraphs and tables of a story, empty paragraphs left out. The words of a text box stand behind the paragraph that it is anchored in.
   * @throws {AppError} `too_large` for a table larger than Word's
   */
  read(story: XmlNode): readonly SourceBlock[] {
    return this.#blocks(story, new Fields());
  }

  #blocks(container: XmlNode, fields: Fields): readonly SourceBlock[] {
    const blocks: SourceBlock[] = [];
    let unended: Unended | undefined;
    const end = () => {
      if (unended) blocks.push(...this.#lines(unended.paragraph, unended.text, true));
      unended = undefined;
    };
    for (const node of flatten(container)) {
      if (nameOf(node) === "w:tbl") {
        end();
        blocks.push(...this.#table(node, fields));
        continue;
      }
      const printed = fields.visible;
      const words = readWords(node, this.#parts.styles, fields);
      const text = (unended?.text ?? "") + words.text;
      const paragraph: XmlNode = unended && unended.text.trim() !== "" ? unended.paragraph : node;
      unended = undefined;
      if (this.#hasNoMark(node)) unended = { paragraph, text };
      else blocks.push(...this.#lines(paragraph, text, printed || fields.visible));
      blocks.push(...this.#boxes(words));
    }
    end();
    return blocks;
  }

  /** @param printed false inside a table of contents, whose paragraphs have no numbers of their own */
  #lines(paragraph: XmlNode, text: string, printed: boolean): readonly SourceBlock[] {
    const label = printed ? this.#label(paragraph) : "";
    const lines = joinLabel(label, text).split("\n");
    return lines.filter((line) => line.trim() !== "").map((line) => ({ kind: "line", text: line.trimEnd() }));
  }

  #boxes(words: ParagraphWords): readonly SourceBlock[] {
    return words.boxes.flatMap((box) => this.#blocks(box, new Fields()));
  }

  #label(paragraph: XmlNode): string {
    const properties = childOf(paragraph, "w:pPr");
    const own = childOf(properties, "w:numPr");
    const style = settingOf(properties, "w:pStyle");
    const inherited = this.#parts.styles.numberingOf(style);
    const ownId = numberOf(own, "w:numId");
    const list = this.#parts.lists.get(ownId ?? inherited?.numId ?? 0);
    if (!list) return "";
    const styleIds = inherited?.styleIds ?? [];
    const [styleLevel, ...olderLevels] = styleIds.map((id) => list.styleLevels.get(id));
    const ofStyle = styleLevel ?? (ownId === undefined ? inherited?.level : undefined) ?? olderLevels.find((level) => level !== undefined);
    return this.#labels.next(list, numberOf(own, "w:ilvl") ?? ofStyle ?? 0);
  }

  /** Whether its mark was deleted or moved away as a tracked change, or is hidden text (as between a heading and words that run on). */
  #hasNoMark(paragraph: XmlNode): boolean {
    const properties = childOf(paragraph, "w:pPr");
    const mark = childOf(properties, "w:rPr");
    if (childOf(mark, "w:del") || childOf(mark, "w:moveFrom")) return true;
    return flagOf(mark, "w:vanish") ?? this.#parts.styles.isHidden(settingOf(properties, "w:pStyle")) ?? false;
  }

  /** A table of one cell is a frame around text and no table. */
  #table(table: XmlNode, fields: Fields): readonly SourceBlock[] {
    const rows = flatten(table, "w:tr").filter((row) => !childOf(childOf(row, "w:trPr"), "w:del"));
    const cellsOf = (row: XmlNode) => flatten(row, "w:tc").filter((cell) => !childOf(childOf(cell, "w:tcPr"), "w:cellDel"));
    const [first, ...others] = rows;
    const [onlyCell, ...otherCells] = first && others.length === 0 ? cellsOf(first) : [];
    if (onlyCell && otherCells.length === 0) return this.#blocks(onlyCell, fields);
    const cells = toGrid(
      rows.map((row) => this.#row(row, cellsOf(row), fields)),
      this.#parts.file,
    );
    return cells.some((cell) => cell.text !== "") ? [{ kind: "table", cells }] : [];
  }

  #row(row: XmlNode, cells: readonly XmlNode[], fields: Fields): readonly RowCell[] {
    const before = numberOf(childOf(row, "w:trPr"), "w:gridBefore") ?? 0;
    return cells.map((cell, index) => {
      const properties = childOf(cell, "w:tcPr");
      return {
        columnsBefore: index === 0 ? before : 0,
        columnSpan: numberOf(properties, "w:gridSpan") ?? 1,
        continues: continuation(properties),
        readText: () => cellText(this.#blocks(cell, fields)),
      };
    });
  }
}

/** A merge property without `restart` says that the merged cell goes on. */
function continuation(properties: XmlNode | undefined): RowCell["continues"] {
  const goesOn = (name: string) => childOf(properties, name) !== undefined && settingOf(properties, name) !== "restart";
  if (goesOn("w:hMerge")) return "left";
  return goesOn("w:vMerge") ? "above" : undefined;
}

/** The paragraphs and tables, or those elements that are asked for, inside a container and the wrappers in it. */
function flatten(container: XmlNode, wanted?: string): readonly XmlNode[] {
  return childrenOf(container).flatMap((node) => {
    const name = nameOf(node);
    if (wanted === undefined ? name === "w:p" || name === "w:tbl" : name === wanted) return [node];
    if (name === "w:sdt") return isSkippedControl(node) ? [] : flatten(node, wanted);
    if (name === "mc:AlternateContent") return flatten(childOf(node, "mc:Choice") ?? childOf(node, "mc:Fallback") ?? {}, wanted);
    return TRANSPARENT.has(name) ? flatten(node, wanted) : [];
  });
}

/** A control that holds a table of contents, or a prompt to fill it in. */
function isSkippedControl(node: XmlNode): boolean {
  const properties = childOf(node, "w:sdtPr");
  return settingOf(childOf(properties, "w:docPartObj"), "w:docPartGallery") === "Table of Contents" || flagOf(properties, "w:showingPlcHdr") === true;
}
