import type { Span } from "../text/span.ts";
import { isPersonName } from "./table-officers.ts";
import { type CellText, createCellBuilder } from "./table-text.ts";
import { isNameOrGroup, type NameReader } from "./unit-list.ts";

/** A stretch of a cell without white space, by offsets into the source. */
type Fragment = Span;

const SEPARATOR = /[、，,；;/／]/u;
const OPENING = /[（(〔[【]/u;
const CLOSING = /[）)〕\]】]/u;
/** What joining or parting costs; the cheapest reading of a cell counts. */
const UNKNOWN_NAME = 6;
const PERSON = 2;
const JOINED = 1;
/** A name is broken over no more lines than these, and a cell with more fragments is read as printed. */
const MOST_FRAGMENTS_OF_A_NAME = 4;
const MOST_FRAGMENTS = 80;

/**
 * The words of a cell that lists names, with the breaks inside names taken out and those between names kept: 县市场监↵督管理局 is one name,
 * 县民政局↵县医保局 are two. A break is inside a name where the parts alone are no names and the whole is one, or where a bracket is open.
 */
export function namesCell(source: string, spans: readonly Span[], names: NameReader): CellText {
  const builder = createCellBuilder(source, spans);
  for (const { fragments, separator } of piecesOf(source, spans)) {
    let end = fragments[0]?.start ?? 0;
    for (const [index, name] of groupsOf(source, fragments, names).entries()) {
      const start = name[0]?.start ?? end;
      if (index > 0) builder.putBreak(/[\r\n]/u.test(source.slice(end, start)) ? "\n" : " ", start - 1);
      for (const fragment of name) builder.put(fragment);
      end = name.at(-1)?.end ?? end;
    }
    if (separator !== undefined) builder.put({ start: separator, end: separator + 1 });
  }
  return builder.finish();
}

/** Fragments between two separators. */
interface Piece {
  readonly fragments: readonly Fragment[];
  /** Where the mark after it stands. */
  readonly separator: number | undefined;
}

function piecesOf(source: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let fragments: Fragment[] = [];
  let depth = 0;
  const close = (separator: number | undefined): void => {
    pieces.push({ fragments, separator });
    fragments = [];
  };
  for (const span of spans) {
    let start = span.start;
    for (let at = span.start; at <= span.end; at += 1) {
      const mark = at < span.end ? (source[at] ?? "") : " ";
      if (OPENING.test(mark)) depth += 1;
      else if (CLOSING.test(mark)) depth = Math.max(0, depth - 1);
      const parts = SEPARATOR.test(mark) && depth === 0;
      if (!parts && !/\s/u.test(mark)) continue;
      if (at > start) fragments.push({ start, end: at });
      if (parts) close(at);
      start = at + 1;
    }
  }
  close(undefined);
  return pieces;
}

/** The fragments of each name, by the cheapest way to part them. */
function groupsOf(source: string, fragments: readonly Fragment[], names: NameReader): readonly (readonly Fragment[])[] {
  if (fragments.length < 2 || fragments.length > MOST_FRAGMENTS) return fragments.map((fragment) => [fragment]);
  const costs = [0];
  const starts = [0];
  for (let end = 1; end <= fragments.length; end += 1) {
    costs[end] = Number.POSITIVE_INFINITY;
    for (let start = Math.max(0, end - MOST_FRAGMENTS_OF_A_NAME); start < end; start += 1) {
      const text = fragments.slice(start, end).map((fragment) => source.slice(fragment.start, fragment.end));
      const cost = (costs[start] ?? 0) + costOf(text, names);
      if (cost > (costs[end] ?? 0)) continue;
      costs[end] = cost;
      starts[end] = start;
    }
  }
  const groups: (readonly Fragment[])[] = [];
  for (let end = fragments.length; end > 0; end = starts[end] ?? 0) groups.push(fragments.slice(starts[end] ?? 0, end));
  return groups.toReversed();
}

function costOf(fragments: readonly string[], names: NameReader): number {
  const text = fragments.join("");
  if (!isBalanced(text)) return fragments.length * UNKNOWN_NAME * 2;
  const cost = costOfName(text, names);
  return cost === UNKNOWN_NAME ? fragments.length * UNKNOWN_NAME + (fragments.length - 1) * JOINED : cost + (fragments.length - 1) * JOINED;
}

function costOfName(text: string, names: NameReader): number {
  if (/^[\p{N}\-—+]+$/u.test(text)) return 0;
  const bare = text.replace(FIELD_BEFORE, "").replace(DUTY_AFTER, "");
  const { kind } = names.read(bare);
  if (kind !== "unregistered" && kind !== "misprint") return 0;
  if (isNameOrGroup(bare, names)) return 1;
  return isPersonName(bare) ? PERSON : UNKNOWN_NAME;
}

const FIELD_BEFORE = /^(?:牵头|责任|配合|协办|主办|承办)(?:单位|部门)?[:：]/u;
const DUTY_AFTER = /[。.]$|(?:按职责分工)?(?:分别)?(?:牵头|负责|配合|落实)$|[（(](?:牵头|负责|配合|主办|协办)(?:单位)?[)）]$/u;

function isBalanced(text: string): boolean {
  return [...text].filter((mark) => OPENING.test(mark)).length === [...text].filter((mark) => CLOSING.test(mark)).length;
}
