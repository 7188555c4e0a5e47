import { type Span, trimSpan } from "../text/span.ts";
import type { Draft } from "./draft.ts";
import { isDutyText } from "./duty-text.ts";
import { headingOf } from "./heading.ts";
import { brokenLabels, findLabel, type Label, type LabelStyle, RUN_IN_STYLES } from "./labels.ts";
import { isOrganisation, lineKindOf } from "./line-kinds.ts";
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
}

const NO_TABLES: OutlineTables = { readings: [], labels: new Map() };

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
  const labels = lines.map((line) => tables.labels.get(line.start) ?? findLabel(line.text));
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
    place = placeOf(place, index, lines, { isFront, lastLabelled, lastDuty, afterDuty: previous !== undefined && endsWithDuty(source, previous, line.start) });
    const inside = place === "part" ? open.at(-1)?.node : undefined;
    const kind = kindIn(place, inside, index < lastLabelled ? line.text : undefined);
    drafts.push({ kind, label: undefined, start: line.start, parent: inside, path: pathOf(drafts, inside), wordsAt: line.words.start });
    if (place === "part") open = addRunInParts(source, drafts, open, line, labels[index + 1]);
  });
  addTablesBefore(source.length);
  return finished(source, drafts);
}

/** Where the reader is. `list of attachments`: 附件:1.… and the numbered lines after it. `after`: after the last part, or after the date of a covering notice. */
type Place = "front" | "lead" | "part" | "list of attachments" | "after";

const LIST_OF_ATTACHMENTS = /^附\s*件?\s*[:：]\s*\S/u;
const CLOSING_LINE = /^(?:抄\s*[送报]|主\s*送|分\s*送|附\s*注|联\s*系\s*(?:人|电话|方式)|[（(](?:此件|联系人))|\s\S*印发$/u;

/** After the last part, words to all recipients close the document. */
const DEMAND = /^(?:请?各\p{Script=Han}{0,6}(?:县|市|区|乡|镇|街道|单位|部门|地|级|组|企业)|以上|上述|特此|(?:工作|有关|相关)要求[:：])/u;

function placeOf(
  place: Place,
  index: number,
  lines: readonly SourceLine[],
  context: { isFront: readonly boolean[]; lastLabelled: number; lastDuty: number; afterDuty: boolean },
): Place {
  const text = lines[index]?.text ?? "";
  if (index < context.isFront.length) return context.isFront[index] ? "front" : "lead";
  if (LIST_OF_ATTACHMENTS.test(text) || (place === "list of attachments" && findLabel(text)?.style === "arabic")) return "list of attachments";
  if (place === "list of attachments" || place === "after") return "after";
  if (CLOSING_LINE.test(text) && !isContactOfPart(lines, index, context.lastLabelled)) return "after";
  if (isSignature(lines, index)) return "after";
  if (index <= context.lastLabelled || isDutyText(text)) return place;
  const isDemand = index > context.lastDuty && DEMAND.test(text) && /[。；;）)]$/u.test(lines[index - 1]?.text ?? "");
  // A list of units may take several lines, before the next field or at the end.
  const isList = index < context.lastDuty || isOrganisation(text);
  return (context.afterDuty && !isList) || isDemand ? "after" : place;
}

/** 联系人:… below a part, as below others; at the end of a notice it says whom to ask. */
function isContactOfPart(lines: readonly SourceLine[], index: number, lastLabelled: number): boolean {
  if (!CONTACT_LINE.test(lines[index]?.text ?? "")) return false;
  return index < lastLabelled || lines.slice(0, Math.max(0, lastLabelled)).some(({ text }) => CONTACT_LINE.test(text));
}

const CONTACT_LINE = /^联\s*系\s*人\s*[:：]/u;

/** A date on a line of its own, or the issuing bodies on the one to three lines before it. */
function isSignature(lines: readonly SourceLine[], index: number): boolean {
  for (let ahead = index; ahead < Math.min(lines.length, index + 4); ahead += 1) {
    const kind = lineKindOf(lines[ahead]?.text ?? "");
    if (kind === "date" || kind === "signed-date") return true;
    if (kind !== "organisation") return false;
  }
  return false;
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

/** Whether the node before ends with the words that name the units of a task; what follows the last of these closes the document. */
function endsWithDuty(source: string, draft: Draft, end: number): boolean {
  const words = source.slice(draft.start, end).trim();
  return (
    isDutyText(words) ||
    (/[)）〕\]]。?$/u.test(words) && isDutyText(words.slice(Math.max(words.lastIndexOf("("), words.lastIndexOf("（"), words.lastIndexOf("〔")) + 1)))
  );
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
