import type { Span } from "../text/span.ts";
import { trimSpan } from "../text/span.ts";
import { DEADLINE_PATTERNS, type DeadlineContext, type DeadlineMeaning } from "./deadline-patterns.ts";
import type { Deadline } from "./task.ts";

/** A deadline as read, and whether it prints a date that no calendar has (2月30日): then `dueOn` is undefined. */
export interface DeadlineReading {
  readonly deadline: Deadline;
  readonly impossible: boolean;
}

/** The first deadline in running text; words inside 《…》 set none. Undefined where there is none. */
export function findDeadline(source: string, span: Span, context: DeadlineContext): DeadlineReading | undefined {
  const text = withoutTitles(source.slice(span.start, span.end));
  const found = firstMatch(text, context, false);
  if (!found) return undefined;
  const [start, end] = [span.start + found.at, span.start + found.at + found.length];
  return reading(source, { start, end }, found.meaning);
}

/** The deadline that a field (完成时限:…) prints: its whole text, also where no date can be made of it. Undefined for an empty field, a mere start and a quantity. */
export function readDeadline(source: string, field: Span, context: DeadlineContext): DeadlineReading | undefined {
  const span = trimSpan(source, field);
  const text = source.slice(span.start, span.end);
  if (text === "" || /^[—\-/／无]+$/u.test(text) || MERE_START.test(text) || QUANTITY.test(text)) return undefined;
  return reading(source, span, (firstMatch(text, context, false) ?? firstMatch(text, context, true))?.meaning ?? {});
}

const MERE_START = /^自?[^至到]{2,14}起(?:施行|实施|执行|开始)?$/u;
const QUANTITY = /^(?:不少于|至少)?[0-9０-９一二三四五六七八九十百千万]+(?:件|人次|人|个|户|公里|亩|项)(?:以上)?$/u;

interface Found {
  readonly at: number;
  readonly length: number;
  readonly meaning: DeadlineMeaning;
}

/** Cheap to look for: no form of running text matches without one of these. */
const MAY_SET_DEADLINE = /[年月季前内]|[收接]到|坚持|落实|推进|开展|用力|[立即边]\p{Script=Han}[立即边]?改|立即/u;

/** The leftmost match of all forms, the longest of those at one place. */
function firstMatch(text: string, context: DeadlineContext, loose: boolean): Found | undefined {
  if (!loose && !MAY_SET_DEADLINE.test(text)) return undefined;
  let best: Found | undefined;
  for (const { pattern, loose: looser, read } of DEADLINE_PATTERNS) {
    const match = (loose ? looser : pattern)?.exec(text);
    if (!match || (best && (match.index > best.at || (match.index === best.at && match[0].length <= best.length)))) continue;
    best = { at: match.index, length: match[0].trimEnd().length, meaning: read(match.groups ?? {}, context) };
  }
  return best;
}

function reading(source: string, span: Span, meaning: DeadlineMeaning): DeadlineReading {
  return {
    deadline: {
      text: source.slice(span.start, span.end),
      span,
      dueOn: meaning.dueOn,
      recurring: meaning.recurring,
      minCount: meaning.minCount,
      ongoing: meaning.ongoing ?? false,
      immediate: meaning.immediate ?? false,
    },
    impossible: meaning.impossible ?? false,
  };
}

/** The text with the words inside title marks blanked, so that offsets stay. */
function withoutTitles(text: string): string {
  return text.includes("《") ? text.replace(/《[^《》]*(?:《[^《》]*》[^《》]*)*》/gu, (title) => "\uFFFC".repeat(title.length)) : text;
}
