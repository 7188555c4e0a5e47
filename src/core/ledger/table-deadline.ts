import type { Span } from "../text/span.ts";
import type { DeadlineContext } from "./deadline-patterns.ts";
import { type DeadlineReading, findDeadline, readDeadline } from "./deadlines.ts";
import { compactCell } from "./table-text.ts";

/** The deadline in a cell of a time column (完成时限): its whole words. Undefined for an empty one and for a mere start. */
export function readTimeCell(source: string, spans: readonly Span[], context: DeadlineContext): DeadlineReading | undefined {
  const cell = compactCell(source, spans);
  const words = withChineseDates(cell.text);
  const found = readDeadline(words, { start: 0, end: words.length }, context);
  if (!found) return undefined;
  const span = cell.toSource({ start: 0, end: cell.text.length });
  return { ...found, deadline: { ...found.deadline, text: source.slice(span.start, span.end), span } };
}

/** The first deadline in a cell of words; a break inside a date does not hide it. `loose`: a short cell such as 常态化 or 6月 is one too. */
export function findCellDeadline(source: string, spans: readonly Span[], context: DeadlineContext, loose: boolean): DeadlineReading | undefined {
  const cell = compactCell(source, spans);
  const whole = { start: 0, end: cell.text.length };
  const found =
    findDeadline(cell.text, whole, context) ?? (loose && cell.text.length <= SHORT_CELL ? meaningful(readDeadline(cell.text, whole, context)) : undefined);
  if (!found) return undefined;
  const span = cell.toSource(found.deadline.span);
  return { ...found, deadline: { ...found.deadline, text: source.slice(span.start, span.end), span } };
}

/** UTF-16 code units. */
const SHORT_CELL = 12;

function meaningful(found: DeadlineReading | undefined): DeadlineReading | undefined {
  if (!found) return undefined;
  const { dueOn, recurring, ongoing, immediate } = found.deadline;
  return dueOn !== undefined || recurring !== undefined || ongoing || immediate || found.impossible ? found : undefined;
}

/** Dates as sheets and hurried tables print them, in the form of running text: 2021.6.30前 → 2021年6月30日前, 1-6月 → 1月至6月, 2021-2023年 → 2023年. */
function withChineseDates(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/((?:19|20)\d{2})年?(?:-|—+|~|至|到)((?:19|20)\d{2})年/gu, "$2年")
    .replace(/((?:19|20)\d{2})[./-](\d{1,2})[./-](\d{1,2})日?/gu, "$1年$2月$3日")
    .replace(/((?:19|20)\d{2})[./-](\d{1,2})(?![\d./-])月?/gu, "$1年$2月")
    .replace(/^(\d{1,2})[./](\d{1,2})(?=日?前|$)日?/u, "$1月$2日")
    .replace(/(?<!\d)(\d{1,2})(?:-|—+|~)(\d{1,2})月/gu, "$1月至$2月");
}
