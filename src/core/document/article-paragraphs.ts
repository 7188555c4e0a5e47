import { type Span, trimSpan } from "../text/span.ts";
import { findLabel, type Label, type LabelStyle, RUN_IN_STYLES } from "./labels.ts";
import { linesOf } from "./lines.ts";
import { findRunInLabels } from "./run-in-labels.ts";

/** 目: the third level of an article, 1. in an item. */
export interface ArticlePoint {
  readonly label: string;
  readonly number: number | undefined;
  readonly span: Span;
}

/** 项: （一）县人民政府; */
export interface ArticleItem {
  /** As printed. */
  readonly label: string;
  readonly number: number | undefined;
  /** The words after the label, 目 with their labels. */
  readonly text: string;
  /** Label and words. */
  readonly span: Span;
  readonly points: readonly ArticlePoint[];
}

/** 款: a paragraph of an article. */
export interface ArticleParagraph {
  /** Its words without its items. */
  readonly text: string;
  /** The words and all its items. */
  readonly span: Span;
  /** The words alone. */
  readonly lead: Span;
  readonly items: readonly ArticleItem[];
}

/** The words of an article after its label, read. */
export interface ArticleWords {
  /** A heading on a line of its own; undefined where there is none. */
  readonly heading: string | undefined;
  readonly paragraphs: readonly ArticleParagraph[];
}

/** A piece of an article: a paragraph, or a labelled part of one. Its words may go on over several lines. */
interface Piece {
  readonly label: Label | undefined;
  readonly start: number;
  /** Where the words after the label begin. */
  readonly wordsAt: number;
  end: number;
}

/**
 * Reads 款, 项 and 目: every line that begins without a label is a 款, one with a label is an 项 of the 款 before it, in the style of the
 * first one there; labels of another style inside an 项 are its 目. Items may stand in the line of their 款. A line goes on with the one
 * before where that ends without punctuation.
 */
export function readParagraphs(source: string, span: Span): ArticleWords {
  const pieces = piecesIn(source, span);
  const [first, second] = pieces;
  const heading = first && second && !first.label && !second.label && isHeading(source, first) ? textOf(source, first.wordsAt, first.end) : undefined;
  return { heading, paragraphs: paragraphsOf(source, heading === undefined ? pieces : pieces.slice(1)) };
}

/** A heading longer than this is a sentence. UTF-16 code units. */
const LONGEST_HEADING = 20;
const ENDS_CLAUSE = /[。；;：:！!？?”"）)》】…]$/u;

function isHeading(source: string, piece: Piece): boolean {
  const words = textOf(source, piece.wordsAt, piece.end);
  return /^[【[（(][^【】[\]（()）]{1,30}[】\]）)]$/u.test(words) || (words.length <= LONGEST_HEADING && !/[，。；：,;:]/u.test(words));
}

function piecesIn(source: string, span: Span): readonly Piece[] {
  const lines = linesOf(source.slice(span.start, span.end)).map(({ words }) => ({ start: span.start + words.start, end: span.start + words.end }));
  const labels = lines.map((line) => itemLabel(source, line));
  const pieces: Piece[] = [];
  let style: LabelStyle | undefined;
  let largest = 0;
  lines.forEach((line, index) => {
    const label = labels[index];
    const before = pieces.at(-1);
    if (!label && before && !endsClause(source, before) && !(pieces.length === 1 && isHeading(source, before))) {
      before.end = line.end;
      return;
    }
    if (!label) style = undefined;
    else if (style === undefined) [style, largest] = [label.style, label.number ?? 0];
    else if (label.style === style) largest = label.number ?? largest;
    pieces.push({ label, start: line.start, wordsAt: line.start + (label?.length ?? 0), end: line.end });
    for (const inside of runInItems(source, pieces, line, style, largest, labels[index + 1])) {
      style ??= inside.style;
      largest = inside.number ?? largest;
      const last = pieces.at(-1);
      if (last) last.end = inside.at;
      pieces.push({ label: inside, start: inside.at, wordsAt: inside.at + inside.length, end: line.end });
    }
  });
  return pieces;
}

/** Labels of items inside a line: (一) after the colon of a paragraph, or the next of the series that is open. */
function runInItems(source: string, pieces: readonly Piece[], line: Span, style: LabelStyle | undefined, largest: number, next: Label | undefined) {
  const from = pieces.at(-1)?.wordsAt ?? line.start;
  const open = style === undefined ? new Map() : new Map([[style, largest]]);
  return findRunInLabels(source, from, line.end, open, next).filter((label) => label.style === (style ?? "paren"));
}

function itemLabel(source: string, line: Span): Label | undefined {
  const label = findLabel(source.slice(line.start, line.end));
  return label && !RUN_IN_STYLES.has(label.style) && ITEM_STYLES.has(label.style) ? label : undefined;
}

const ITEM_STYLES: ReadonlySet<LabelStyle> = new Set(["paren", "comma", "arabic", "arabic-paren", "circled"]);

function endsClause(source: string, piece: Piece): boolean {
  return ENDS_CLAUSE.test(source.slice(piece.start, piece.end).trimEnd().replace(/\*\*$/u, ""));
}

function paragraphsOf(source: string, pieces: readonly Piece[]): readonly ArticleParagraph[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    if (!piece.label || !group) groups.push([piece]);
    else group.push(piece);
  }
  return groups.map((group) => paragraphOf(source, group));
}

function paragraphOf(source: string, group: readonly Piece[]): ArticleParagraph {
  const [first] = group;
  const labelled = group.filter(({ label }) => label !== undefined);
  const style = labelled[0]?.label?.style;
  const items: ArticleItem[] = [];
  labelled.forEach((piece, index) => {
    if (piece.label?.style !== style) return;
    const next = labelled.findIndex((other, at) => at > index && other.label?.style === style);
    items.push(itemOf(source, piece, labelled.slice(index + 1, next < 0 ? undefined : next)));
  });
  const start = first?.start ?? 0;
  // An article that begins with its items has a paragraph without words.
  const lead = first && !first.label ? trimSpan(source, { start: first.wordsAt, end: first.end }) : { start, end: start };
  return { text: textOf(source, lead.start, lead.end), span: { start: lead.start, end: group.at(-1)?.end ?? lead.end }, lead, items };
}

function itemOf(source: string, piece: Piece, points: readonly Piece[]): ArticleItem {
  const end = points.at(-1)?.end ?? piece.end;
  return {
    label: piece.label?.text ?? "",
    number: piece.label?.number,
    text: [textOf(source, piece.wordsAt, piece.end), ...points.map((point) => textOf(source, point.start, point.end))].join("\n"),
    span: trimSpan(source, { start: piece.start, end }),
    points: points.map(
      (point): ArticlePoint => ({
        label: point.label?.text ?? "",
        number: point.label?.number,
        span: trimSpan(source, { start: point.start, end: point.end }),
      }),
    ),
  };
}

/** Words without line breaks and the marks of bold type. */
function textOf(source: string, start: number, end: number): string {
  return source
    .slice(start, end)
    .replace(/\*\*/gu, "")
    .replace(/[\r\n\f\v\u0085\u2028\u2029]+[\s　]*/gu, "")
    .trim();
}
