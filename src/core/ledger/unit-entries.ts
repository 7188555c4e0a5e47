import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/span.ts";
import type { Role } from "./task.ts";

/** One entry of a list of units, less the words that say what it does. */
export interface UnitEntry {
  readonly span: Span;
  readonly text: string;
  /** What its own words or those after it in the list say: 县住建局牵头. Undefined where they say nothing. */
  readonly role: Role | undefined;
  /** Groups are parted by commas and semicolons, entries of a group by 、 */
  readonly group: number;
}

const GROUP_MARK = /[，,；;。\r\n]/u;
const ENTRY_MARK = /[、\s　/]/u;
const OPENING = /[（(〔[【]/u;
const CLOSING = /[）)〕\]】]/u;
const SHARED_OUT = "(?:(?:按照?|根据|依照?|结合)?(?:各自)?(?:的)?(?:职责|职能)(?:分工|权限|范围)?)?";
const DOES = new RegExp(
  `${SHARED_OUT}(?:要|应当?)?(?:分别|共同|具体|各自|统一|密切|积极)?(?<verb>牵头负责|牵头组织|牵头落实|牵头督办|牵头推进|牵头实施|牵头|督办|组织实施|具体负责|负责落实|负责配合|配合落实|负责|落实|承办|配合|协办|协作|协同|协助|参与|参加)(?:落实|实施|抓好)?$`,
  "u",
);

/** The entries of a list of units, in order: split at 、 , ; white space and line ends, not inside brackets; A会同B is two. */
export function entriesOf(source: string, span: Span): readonly UnitEntry[] {
  const pieces = splitList(source, span).flatMap((piece) => splitTogether(source, piece));
  const found: UnitEntry[] = [];
  let role: Role | undefined;
  let group = Number.NaN;
  for (const piece of pieces.toReversed()) {
    const { words, verb } = withoutVerb(source, piece.span);
    if (piece.group !== group) role = undefined;
    group = piece.group;
    role = piece.role ?? verb ?? role;
    const entry = trimSpan(source, words);
    if (entry.end > entry.start) found.push({ span: entry, text: source.slice(entry.start, entry.end), role, group });
    if (piece.role !== undefined) role = undefined;
  }
  return found.toReversed();
}

interface Piece {
  readonly span: Span;
  readonly group: number;
  readonly role?: Role;
}

function splitList(source: string, span: Span): readonly Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let group = 0;
  let { start } = span;
  for (let at = span.start; at <= span.end; at += 1) {
    const mark = at < span.end ? (source[at] ?? "") : "\n";
    if (OPENING.test(mark)) depth += 1;
    else if (CLOSING.test(mark)) depth = Math.max(0, depth - 1);
    const endsGroup = GROUP_MARK.test(mark);
    if (at < span.end && depth > 0 && !/[\r\n]/u.test(mark)) continue;
    if (!endsGroup && !ENTRY_MARK.test(mark)) continue;
    if (at > start) pieces.push({ span: { start, end: at }, group });
    if (endsGroup) group += 1;
    start = at + 1;
  }
  return pieces;
}

/** A会同B: B supports, A keeps what the list says. */
function splitTogether(source: string, piece: Piece): readonly Piece[] {
  const text = source.slice(piece.span.start, piece.span.end);
  const at = text.indexOf("会同");
  if (at <= 0) return [piece];
  const second = { start: piece.span.start + at + 2, end: piece.span.end };
  const verb = withoutVerb(source, second).verb ?? "responsible";
  return [
    { span: { start: piece.span.start, end: piece.span.start + at }, group: piece.group, role: verb === "support" ? "responsible" : verb },
    { span: second, group: piece.group, role: "support" },
  ];
}

/** The words of an entry without 由 before them and what is said to be done after them. */
function withoutVerb(source: string, span: Span): { words: Span; verb: Role | undefined } {
  const words = trimSpan(source, span);
  const text = source.slice(words.start, words.end).replace(/(?<![。.])[。.]+$/u, "");
  const start = words.start + (/^(?:由|以及|及|和|并)(?=\p{Script=Han}{2})/u.exec(text)?.[0].length ?? 0);
  const match = DOES.exec(text);
  const verb = match?.groups?.["verb"];
  if (!match || verb === undefined) return { words: { start, end: words.start + text.length }, verb: undefined };
  return { words: { start: Math.min(start, words.start + match.index), end: words.start + match.index }, verb: roleOfVerb(verb) };
}

export function roleOfVerb(verb: string): Role {
  if (verb.includes("牵头")) return "lead";
  return /配合|协办|协作|协同|协助|参与|参加|支持|支援|保障/u.test(verb) ? "support" : "responsible";
}
