import { DUTY_FIELD, type OfficialDocument, type OutlineNode } from "../document/index.ts";
import { type Span, trimSpan } from "../text/span.ts";
import type { Role } from "./task.ts";

/** A stretch that says who does a task or by when: 责任单位:… on a line, or words in a bracket at the end of a part. */
export interface DutyField {
  readonly kind: "units" | "deadline" | "officer";
  /** As printed before the colon; empty for a bracket without one. */
  readonly label: string;
  /** What the label says of the units; undefined in a bracket without one, where the words say it themselves. */
  readonly role: Role | undefined;
  readonly value: Span;
}

/** All fields of a line or bracket, and where it stands: brackets included, white space at its ends not. */
export interface DutyStatement {
  readonly fields: readonly DutyField[];
  readonly span: Span;
}

const FIELD = new RegExp(`(?<label>${DUTY_FIELD})\\s*[:：]`, "gu");
const FIELD_AT_START = new RegExp(`^${DUTY_FIELD}\\s*[:：]`, "u");
const FIELD_AFTER_SENTENCE = new RegExp(`[。；;）)]\\s*(?=${DUTY_FIELD}\\s*[:：])`, "gu");
const OPENING = "（(〔[【";
const CLOSING = "）)〕]】";
/** A bracket at the end of a part that names units without a field ends in one of these, or holds names alone. */
const LONGEST_BRACKET = 400;

/** The statements in the words of one node, in order: a line of fields, fields after the last sentence, or a bracket at its end. */
export function statementsIn(document: OfficialDocument, node: OutlineNode): readonly DutyStatement[] {
  const { source } = document;
  const words = trimSpan(source, node.own);
  const text = source.slice(words.start, words.end);
  if (node.kind === "line" && FIELD_AT_START.test(text)) return [{ fields: fieldsIn(source, words), span: words }];
  const bracket = bracketAtEnd(source, words);
  if (bracket) return [bracket];
  const after = [...text.matchAll(FIELD_AFTER_SENTENCE)][0];
  if (!after) return [];
  const span = trimSpan(source, { start: words.start + after.index + after[0].length, end: words.end });
  return [{ fields: fieldsIn(source, span), span }];
}

/** The fields of a stretch that begins with one; each value ends where the next label begins. */
function fieldsIn(source: string, span: Span): readonly DutyField[] {
  const labels = [...source.slice(span.start, span.end).matchAll(FIELD)];
  return labels.map((match, index) => {
    const label = (match.groups?.["label"] ?? "").replace(/\s+/gu, "");
    const end = labels[index + 1]?.index ?? span.end - span.start;
    const value = trimEnd(source, { start: span.start + match.index + match[0].length, end: span.start + end });
    return { kind: kindOf(label), label, role: roleOfLabel(label), value };
  });
}

/** A bracket that ends the words, a full stop after it allowed: fields, or words that may name units. */
function bracketAtEnd(source: string, words: Span): DutyStatement | undefined {
  let end = words.end;
  while (end > words.start && /[。；;，,.\s]/u.test(source[end - 1] ?? "")) end -= 1;
  if (!CLOSING.includes(source[end - 1] ?? "\n")) return undefined;
  const start = openingOf(source, words.start, end);
  if (start === undefined) return undefined;
  const inside = trimSpan(source, { start: start + 1, end: end - 1 });
  const isFields = FIELD_AT_START.test(source.slice(inside.start, inside.end));
  const fields: readonly DutyField[] = isFields ? fieldsIn(source, inside) : [{ kind: "units", label: "", role: undefined, value: inside }];
  return { fields, span: { start, end } };
}

/** Where the bracket that closes at `end` opens. Pairs are counted without regard to their form: documents mix （ and ). */
function openingOf(source: string, from: number, end: number): number | undefined {
  let depth = 0;
  for (let at = end - 1; at >= Math.max(from, end - LONGEST_BRACKET); at -= 1) {
    const mark = source[at] ?? "";
    if (CLOSING.includes(mark)) depth += 1;
    else if (OPENING.includes(mark)) depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
}

function kindOf(label: string): DutyField["kind"] {
  if (/(?:时限|期限|节点|时间|日期)$/u.test(label)) return "deadline";
  return /(?:领导|人)$/u.test(label) ? "officer" : "units";
}

function roleOfLabel(label: string): Role {
  if (/牵头|主办|主要责任|第一责任/u.test(label)) return "lead";
  return /配合|协作|协办|协助|协同|参与|参加|支持/u.test(label) ? "support" : "responsible";
}

function trimEnd(source: string, span: Span): Span {
  let { end } = trimSpan(source, span);
  while (end > span.start && /[。；;，,、.\s]/u.test(source[end - 1] ?? "")) end -= 1;
  return trimSpan(source, { start: span.start, end });
}
