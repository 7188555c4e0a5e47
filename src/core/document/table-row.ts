import type { Span } from "../text/span.ts";
import { findLabel, type Label } from "./labels.ts";
import { type ColumnKind, type TableColumn, weightOfMeasure } from "./table-columns.ts";
import { onOneLine, type TableGrid, type WordCell } from "./table-grid.ts";

/** One cell of a row, with what its column says it is. */
export interface TableField {
  readonly kind: ColumnKind | undefined;
  readonly header: string;
  /** The cell's words; more than one stretch where the row is cut by a page. */
  readonly spans: readonly Span[];
  /** False where the cell is merged with one of a row above. */
  readonly own: boolean;
}

/** A row of a table that is no header, or one form of a task. */
export interface TableRow {
  readonly kind: "row";
  /** Where its text begins. */
  readonly start: number;
  /** As printed: the 序号 cell, or the label that its text begins with; empty where it has none. */
  readonly label: string;
  /** The number that the label prints. */
  readonly number: number | undefined;
  /** The label where it belongs to this row alone: rows below one merged 序号 share it. */
  readonly ownLabel: Label | undefined;
  /** Labels of cells around it: 一、市场准入 in a merged cell. */
  readonly steps: readonly string[];
  readonly title: string;
  readonly fields: readonly TableField[];
}

/** A row that groups those below it, with its label: 一、市场准入. */
export interface TableGroup {
  readonly kind: "group";
  readonly start: number;
  readonly label: Label;
  /** Where the words after the label begin. */
  readonly wordsAt: number;
}

/** Rows that say nothing of a task: headers, totals, groups without a label. */
export interface TableWords {
  readonly kind: "words";
  readonly start: number;
}

export type TableItem = TableRow | TableGroup | TableWords;

/** The fields of a row of a table, one a cell. A cell over several columns is what the first of them says that means something. */
export function fieldsOf(cells: readonly WordCell[], columns: readonly TableColumn[], row: number): readonly TableField[] {
  return cells.map((cell): TableField => {
    const over = columns.slice(cell.column, cell.column + cell.width);
    const column = over.find(({ kind }) => kind !== undefined && kind !== "other" && kind !== "number") ?? over[0];
    return { kind: column?.kind, header: column?.header ?? "", spans: [cell.span], own: cell.cell.row === row };
  });
}

/** Builds a row from its fields; undefined where they say nothing of what is to be done. */
export function rowOf(source: string, start: number, fields: readonly TableField[]): TableRow | undefined {
  const title = fields.find(({ kind }) => kind === "task");
  const text = textField(fields);
  const named = title ?? fields.find(({ kind }) => kind === "measure");
  if (!named || !text) return undefined;
  const number = numberLabel(source, fields);
  const labels = labelsInside(source, fields);
  const inner = number ? undefined : labels.inner;
  const label = number ?? inner;
  const own = number ? fields.find(({ kind }) => kind === "number")?.own === true : inner !== undefined;
  return {
    kind: "row",
    start,
    label: label?.text ?? "",
    number: label?.number,
    ownLabel: own ? label : undefined,
    steps: labels.outer.filter((step) => step !== inner?.text),
    title: titleWords(source, named, number === undefined),
    fields,
  };
}

/** The cell that says what is to be done (contract `import.md`, rule 7): of several such columns the most detailed, else the task's cell. */
export function textField(fields: readonly TableField[]): TableField | undefined {
  const measures = fields.filter(({ kind }) => kind === "measure");
  const best = measures.reduce<TableField | undefined>(
    (found, field) => (found && weightOfMeasure(found.header) >= weightOfMeasure(field.header) ? found : field),
    undefined,
  );
  return best ?? fields.findLast(({ kind }) => kind === "task");
}

/** A number of a row: longer words in the first column are words. UTF-16 code units. */
const LONGEST_NUMBER = 12;

function numberLabel(source: string, fields: readonly TableField[]): Label | undefined {
  const span = fields.find(({ kind }) => kind === "number")?.spans[0];
  return span && labelOfNumber(source.slice(span.start, span.end));
}

/** The label that a 序号 cell prints: 1, （一）, 3.2, 1-1. Undefined for words. */
export function labelOfNumber(cell: string): Label | undefined {
  const text = cell.replace(/\s+/gu, "");
  if (text === "" || text.length > LONGEST_NUMBER) return undefined;
  const label = findLabel(text) ?? findLabel(`${text}、`);
  if (label && label.length >= text.length) return { ...label, text, length: text.length, style: label.style === "attachment" ? "arabic" : label.style };
  if (!/^[\p{N}A-Za-z一二三四五六七八九十.．\-—_（）()]+$/u.test(text)) return undefined;
  return { style: "arabic", text, number: undefined, length: text.length, misprinted: false };
}

/** Labels that cells begin with: that of the row's own text or title, and those of the merged cells that hold it (领域, 重点任务). */
function labelsInside(source: string, fields: readonly TableField[]): { inner: Label | undefined; outer: readonly string[] } {
  const labelOf = (field: TableField | undefined): Label | undefined => {
    const span = field?.spans[0];
    const label = span && findLabel(source.slice(span.start, span.end));
    return label && CELL_LABELS.has(label.style) && label.length < span.end - span.start ? label : undefined;
  };
  const groups = fields.filter(({ kind }) => kind === "category").flatMap((field) => labelOf(field)?.text ?? []);
  const title = fields.find(({ kind }) => kind === "task");
  const text = textField(fields);
  const [titleLabel, textLabel] = [labelOf(title), text === title || hasSeveralLabels(source, text) ? undefined : labelOf(text)];
  if (titleLabel && textLabel && titleLabel.style !== textLabel.style) return { inner: textLabel, outer: [...groups, titleLabel.text] };
  return { inner: titleLabel ?? (title && !title.own ? textLabel : undefined), outer: groups };
}

/** Whether a cell holds a series (1.…↵2.…), whose labels are its own affair. */
function hasSeveralLabels(source: string, field: TableField | undefined): boolean {
  const words = field?.spans.map(({ start, end }) => source.slice(start, end)).join("\n") ?? "";
  return words.split(/[\r\n]+|(?<=[。；;])/u).filter((line) => findLabel(line.trim())).length > 1;
}

const CELL_LABELS: ReadonlySet<Label["style"]> = new Set(["comma", "paren", "arabic", "arabic-paren", "circled"]);

function titleWords(source: string, field: TableField, withoutLabel: boolean): string {
  const words = field.spans.map((span) => onOneLine(source, span)).join("");
  const label = withoutLabel ? findLabel(words) : undefined;
  return label && CELL_LABELS.has(label.style) ? words.slice(label.length) : words;
}

/**
 * A row that goes on with the one before, so that both are one: it has no number of its own where rows are numbered, and holds the rest of
 * some cells. Sure only where it names no task, or where a page was cut before it in the midst of a sentence.
 */
export function continues(source: string, before: TableRow, fields: readonly TableField[], afterCut: boolean): boolean {
  if (!before.fields.some(({ kind }) => kind === "number") || fields.some(({ kind, own }) => kind === "number" || !own)) return false;
  const kinds = new Set(fields.map(({ kind }) => kind));
  if (afterCut) return !endsSentence(source, before) || !(kinds.has("measure") || kinds.has("task"));
  return kinds.size === 1 && !kinds.has("task") && !kinds.has(undefined) && before.fields.some(({ kind }) => kinds.has(kind));
}

function endsSentence(source: string, row: TableRow): boolean {
  const span = textField(row.fields)?.spans.at(-1);
  return span !== undefined && /[。；;！!]$/u.test(source.slice(span.start, span.end));
}

/** A row with the cells of its continuation added. */
export function joinedRow(source: string, row: TableRow, more: readonly TableField[]): TableRow {
  const fields = row.fields.map((field): TableField => {
    const rest = more.find(({ kind, header }) => kind === field.kind && header === field.header);
    return rest ? { ...field, spans: [...field.spans, ...rest.spans] } : field;
  });
  const added = more.filter(({ kind, header }) => !row.fields.some((field) => field.kind === kind && field.header === header));
  return { ...row, ...rowOf(source, row.start, [...fields, ...added]), ownLabel: row.ownLabel };
}

/** Pairs of key and value, left to right: a form prints 任务名称 | 甲 | 责任单位 | 乙. */
export function pairsOf(
  grid: TableGrid,
  row: number,
  kindOf: (text: string) => ColumnKind | undefined,
): readonly (readonly [WordCell, WordCell | undefined])[] {
  const cells = grid.cellsOf(row);
  const pairs: (readonly [WordCell, WordCell | undefined])[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const [key, value] = [cells[index], cells[index + 1]];
    if (!key || kindOf(key.text) === undefined) continue;
    const isValue = value !== undefined && (kindOf(value.text) === undefined || value.text.length > 8);
    pairs.push([key, isValue ? value : undefined]);
    if (isValue) index += 1;
  }
  return pairs;
}
