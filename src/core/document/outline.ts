import { type Span, trimSpan } from "../text/span.ts";
import type { Draft } from "./draft.ts";
import { isDutyText } from "./duty-text.ts";
import { headingOf } from "./heading.ts";
import { brokenLabels, findLabel, type Label, type LabelStyle, RUN_IN_STYLES } from "./labels.ts";
import { lineKindOf } from "./line-kinds.ts";
import { endsWithDuty, type Place, placeOf } from "./line-place.ts";
import type { SourceLine } from "./lines.ts";
import type { OutlineNode, OutlineNodeKind } from "./official-document.ts";
import { nextInSeries, type OpenPart, partsAround } from "./part-stack.ts";
import { findRunInLabels } from "./run-in-labels.ts";
import { addTable } from "./table-outline.ts";
import type { TableReading } from "./table-reading.ts";

/** What the tables of a document add to its outline. */
export interface OutlineTables {
  readonly readings: readonly TableReading[];
  /** Labels of lines that only the tables after them show, by where the line begins. */
  readonly labels: ReadonlyMap<number, Label>;
  /** Lines that say how a form is filled in, by where they begin. */
  readonly notes: ReadonlySet<number>;
}

const NO_TABLES: OutlineTables = { readings: [], labels: new Map(), notes: new Set() };

/** A node with the label that it was read from. */
export interface LabelledNode {
  readonly node: OutlineNode;
  readonly label: Label | undefined;
}

/**
 * Reads the lines of a document into nodes whose `own` spans, joined, are the source.
 * @param lines those outside tables
 * @param isFront for the lines before the first numbered part, whether each is front matter
 */
export function readOutline(
  source: string,
  lines: readonly SourceLine[],
  isFront: readonly boolean[],
  tables: OutlineTables = NO_TABLES,
): readonly LabelledNode[] {
  const drafts: Draft[] = [];
  const seen = new Set<LabelStyle>();
  const labels = lines.map((line) => (tables.notes.has(line.start) ? undefined : (tables.labels.get(line.start) ?? findLabel(line.text))));
  const waiting = [...tables.readings];
  const addTablesBefore = (end: number): void => {
    for (let next = waiting[0]; next && next.start < end; next = waiting[0]) {
      addTable(drafts, next, (place === "after" || place === "list of attachments" ? open.filter((part) => part.style === "attachment") : open).at(-1)?.node);
      waiting.shift();
      if (place === "front" || place === "lead") place = open.length > 0 ? "part" : "lead";
    }
  };
  const lastLabelled = labels.findLastIndex((label, index) => label !== undefined && index >= isFront.length);
  const lastDuty = lines.findLastIndex((line) => isDutyText(line.text));
  let open: readonly OpenPart[] = [];
  let place: Place = "front";
  lines.forEach((line, index) => {
    addTablesBefore(line.start);
    if (tables.notes.has(line.start)) {
      drafts.push({ kind: "closing", label: undefined, start: line.start, parent: undefined, path: [], wordsAt: line.words.start });
      return;
    }
    const previous = drafts.at(-1);
    const label = place === "list of attachments" && labels[index]?.style === "arabic" ? undefined : labelHere(labels[index], line.text, open, seen);
    if (label && (index >= isFront.length || label.style === "attachment")) {
      const afterColon = previous !== undefined && /[:：]\s*$/u.test(source.slice(Math.max(previous.start, line.start - 3), line.start));
      open = addPart(
        drafts,
        place === "part" ? open : open.filter((part) => part.style === "attachment"),
        label,
        line.start,
        line.words.start,
        false,
        afterColon,
      );
      place = "part";
      seen.add(label.style);
      open = addRunInParts(source, drafts, open, line, labels[index + 1]);
      return;
    }
    open = withinArticle(open.filter((part) => !part.runIn));
    place = placeOf(place, index, lines, {
      isFront,
      lastLabelled,
      lastDuty,
      afterDuty: previous !== undefined && endsWithDuty(source.slice(previous.start, line.start).trim()),
    });
    const inside = place === "part" ? open.at(-1)?.node : undefined;
    const kind = kindIn(place, inside, index < lastLabelled ? line.text : undefined);
    drafts.push({ kind, label: undefined, start: line.start, parent: inside, path: pathOf(drafts, inside), wordsAt: line.words.start });
    if (place === "part") open = addRunInParts(source, drafts, open, line, labels[index + 1]);
  });
  addTablesBefore(source.length);
  return finished(source, drafts);
}

/** @param textBeforeParts the line's words where numbered parts follow: a text that a notice brings begins with front matter of its own */
function kindIn(place: Place, inside: number | undefined, textBeforeParts: string | undefined): OutlineNodeKind {
  if (place === "front" || place === "lead") return place;
  if (place === "part") return inside === undefined ? "lead" : "line";
  if (place === "list of attachments" || textBeforeParts === undefined) return "closing";
  return lineKindOf(textBeforeParts) === "paragraph" ? "lead" : "front";
}

/** A paragraph (款) that follows the items (项) of an article stands in the article, not in its last item. */
function withinArticle(open: readonly OpenPart[]): readonly OpenPart[] {
  const article = open.findLastIndex((part) => part.style === "article");
  return article < 0 ? open : open.slice(0, article + 1);
}

/** The label of a line as it is meant: well formed, or broken and the next of an open series. */
function labelHere(label: Label | undefined, text: string, open: readonly OpenPart[], seen: ReadonlySet<LabelStyle>): Label | undefined {
  if (!label) return nextInSeries(open, brokenLabels(text));
  if (label.number === undefined || label.number === 1 || seen.has(label.style)) return label;
  // A style met for the first time with the very number that an open series wants next, such as (4) after (三), is a slip of style.
  const wanted = open.findLast((part) => SLIPS[label.style] === part.style && part.number !== undefined && part.number + 1 === label.number);
  return wanted ? { ...label, style: wanted.style, misprinted: true } : label;
}

const SLIPS: Partial<Record<LabelStyle, LabelStyle>> = { "arabic-paren": "paren", paren: "arabic-paren", arabic: "comma", comma: "arabic" };

/** Adds a labelled part and gives the parts that are open then. */
function addPart(
  drafts: Draft[],
  open: readonly OpenPart[],
  label: Label,
  start: number,
  labelAt: number,
  runIn: boolean,
  afterColon: boolean,
): readonly OpenPart[] {
  const around = partsAround(open, label, runIn, afterColon);
  const parent = around.at(-1)?.node;
  const kind = runIn || RUN_IN_STYLES.has(label.style) ? "item" : "section";
  drafts.push({ kind, label, start, parent, path: [...pathOf(drafts, parent), label.text], wordsAt: labelAt + label.length });
  return [...around, { style: label.style, number: label.number, node: drafts.length - 1, runIn }];
}

/** Series that begin on a line and may go on inside a paragraph; of the others, a number there is a mention: 按照(一)、(二)项. */
const GOES_ON_INSIDE: ReadonlySet<LabelStyle> = new Set(["arabic-paren", "circled", "shi", "ordinal"]);

function addRunInParts(source: string, drafts: Draft[], open: readonly OpenPart[], line: SourceLine, next: Label | undefined): readonly OpenPart[] {
  const series = new Map<LabelStyle, number>();
  for (const part of open.filter((one) => one.runIn || GOES_ON_INSIDE.has(one.style)))
    series.set(part.style, Math.max(series.get(part.style) ?? 0, part.number ?? 0));
  let parts = open;
  for (const label of findRunInLabels(source, drafts.at(-1)?.wordsAt ?? line.words.start, line.words.end, series, next)) {
    parts = addPart(drafts, parts, label, label.at, label.at, true, false);
  }
  return parts;
}

function pathOf(drafts: readonly Draft[], node: number | undefined): readonly string[] {
  return node === undefined ? [] : (drafts[node]?.path ?? []);
}

/** Nodes with their spans: each ends where the next begins, the first begins at 0, the last ends with the source. */
function finished(source: string, drafts: readonly Draft[]): readonly LabelledNode[] {
  const ends = drafts.map((_, index) => drafts[index + 1]?.start ?? source.length);
  const treeEnds = [...ends];
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const parent = drafts[index]?.parent;
    if (parent !== undefined) treeEnds[parent] = Math.max(treeEnds[parent] ?? 0, treeEnds[index] ?? 0);
  }
  return drafts.map((draft, index) => {
    const own: Span = { start: index === 0 ? 0 : draft.start, end: ends[index] ?? source.length };
    const words: Span = { start: draft.wordsAt, end: own.end };
    const { label, row } = draft;
    const node: OutlineNode = {
      index,
      kind: draft.kind,
      depth: draft.path.length,
      label: row?.label ?? label?.text ?? "",
      number: row ? row.number : label?.number,
      path: draft.path,
      title: row ? row.title : label && draft.kind !== "front" ? headingOf(source, words, label, draft.kind) : "",
      own,
      span: trimSpan(source, { start: draft.wordsAt - (draft.label?.length ?? 0), end: treeEnds[index] ?? own.end }),
      parent: draft.parent,
    };
    return { node, label };
  });
}
