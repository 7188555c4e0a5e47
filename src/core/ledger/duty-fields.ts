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
const FIELD_AFTER_SENTENCE = new RegExp(`[。；;）)！!”"]\\s*(?=${DUTY_FIELD}\\s*[:：])|(?<![0-9０-９])[.．]\\s*(?=${DUTY_FIELD}\\s*[:：])`, "gu");
const OPENING = "（(〔[【";
const CLOSING = "）)〕]】";
/** UTF-16 code units. */
const LONGEST_BRACKET = 400;

/** The statements in the words of one node, in order: a line of fields, fields after the last sentence, or a bracket at its end. */
export function statementsIn(document: OfficialDocument, node: OutlineNode): readonly DutyStatement[] {
  const { source } = document;
  const words = trimSpan(source, node.own);
  const text = source.slice(words.start, words.end);
  if (node.kind === "line" && FIELD_AT_START.test(text)) return [{ fields: fieldsIn(source, words), span: words }];
  const bracket = bracketAtEnd(source, words);
  if (bracket?.fields.some(({ label }) => label !== "")) return [bracket];
  const after = text.matchAll(FIELD_AFTER_SENTENCE).next().value;
  if (!after) return bracket ? [bracket] : [];
  const span = trimSpan(source, { start: words.start + after.index + after[0].length, end: words.end });
  return [{ fields: fieldsIn(source, span), span }];
}

/** The fields of a stretch; each value ends where the next label begins. What stands before the first label is a field without one. */
function fieldsIn(source: string, span: Span): readonly DutyField[] {
  const labels = [...source.slice(span.start, span.end).matchAll(FIELD)];
  const first = labels[0]?.index ?? span.end - span.start;
  const unlabelled =
    first > 0 ? withoutTimes(source, { kind: "units", label: "", role: undefined, value: { start: span.start, end: span.start + first } }) : [];
  const labelled = labels.flatMap((match, index) => {
    const label = (match.groups?.["label"] ?? "").replace(/\s+/gu, "");
    const end = labels[index + 1]?.index ?? span.end - span.start;
    const value = trimEnd(source, { start: span.start + match.index + match[0].length, end: span.start + end });
    return withoutTimes(source, { kind: kindOf(label), label, role: roleOfLabel(label), value });
  });
  return [...unlabelled, ...labelled];
}

/** A time among the units of a list: 2022年6月底前完成, 年内, 长期坚持; no unit is called so. */
const TIME =
  /^(?:[^、]{0,6}?[0-9０-９一二三四五六七八九十]\s*(?:年|月|日|季度)[^、]*|(?:今|本|当)?年(?:内|底)[^、]*|[上下]半年[^、]*|每(?:月|季|半年|年)[^、]*|(?:长期|常年|持续|全年|常态化)(?:坚持|推进|开展|落实)|立行立改|即知即改|立即整改)$/u;
const NAME_END = /(?:局|办|委|部|院|会|所|站|中心|队|政府|公司|办公室|单位|部门|乡镇|街道|负责|牵头|配合|落实)[）)]?$/u;

/** A field of units less the times in it (牵头单位:甲,责任单位:乙,6月底前完成), which are fields of their own. */
function withoutTimes(source: string, field: DutyField): readonly DutyField[] {
  if (field.kind !== "units") return [field];
  const times: DutyField[] = [];
  let { end } = field.value;
  for (;;) {
    const text = source.slice(field.value.start, end);
    const piece = /(?:^|[，,；;。])\s*(?<words>[^，,；;。]{2,24}?)[。；;，,\s]*$/u.exec(text);
    const words = piece?.groups?.["words"] ?? "";
    if (!piece || !TIME.test(words) || NAME_END.test(words)) break;
    const start = field.value.start + piece.index + piece[0].indexOf(words);
    times.unshift({ kind: "deadline", label: "", role: undefined, value: { start, end: start + words.length } });
    end = field.value.start + piece.index;
  }
  const units = trimEnd(source, { start: field.value.start, end });
  return units.end > units.start ? [{ ...field, value: units }, ...times] : times;
}

/** A bracket that ends the words, a full stop after it allowed: fields, or words that may name units. */
function bracketAtEnd(source: string, words: Span): DutyStatement | undefined {
  let end = words.end;
  while (end > words.start && /[。；;，,.\s]/u.test(source[end - 1] ?? "")) end -= 1;
  if (!CLOSING.includes(source[end - 1] ?? "\n")) return undefined;
  const start = openingOf(source, words.start, end);
  if (start === undefined) return undefined;
  const inside = trimSpan(source, { start: start + 1, end: end - 1 });
  return { fields: fieldsIn(source, inside), span: { start, end } };
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
  if (/(?:时限|期限|节点|时间|日期|时[间限]\p{Script=Han}{2})$/u.test(label)) return "deadline";
  return /(?:领导|人)$/u.test(label) ? "officer" : "units";
}

function roleOfLabel(label: string): Role {
  if (/^责任[（(]/u.test(label)) return "responsible";
  if (/牵头|主办|主要责任|第一责任/u.test(label)) return "lead";
  return /配合|协作|协办|会办|协助|协同|参与|参加|支持/u.test(label) ? "support" : "responsible";
}

function trimEnd(source: string, span: Span): Span {
  let { end } = trimSpan(source, span);
  while (end > span.start && /[。；;，,、.\s]/u.test(source[end - 1] ?? "")) end -= 1;
  return trimSpan(source, { start: span.start, end });
}
