import type { CalendarDate, OfficialDocument } from "../document/index.ts";
import type { Obligation, Recurrence, Task } from "../ledger/task.ts";
import { type Span, sliceOf } from "../text/span.ts";
import { dayAfter, periodsOf } from "./periods.ts";
import { type PlanPeriod, planPeriodOf } from "./plan-period.ts";

/** Something of a task that is to be done by a day. A recurring clause gives one for each of its periods. */
export interface Due {
  readonly document: OfficialDocument;
  readonly task: Task;
  readonly rhythm: Recurrence | "once";
  /** The words that it was computed from, in document order. */
  readonly clauses: readonly Span[];
  /** First day of the period, not before the day after the issue; undefined for a date. */
  readonly from: CalendarDate | undefined;
  /** Whether the document was issued within the period. */
  readonly isRunning: boolean;
  readonly dueOn: CalendarDate;
  /** Last day of the document's own time, as far as this is concerned. */
  readonly until: CalendarDate;
}

/** A clause with a time, of a deadline or of an obligation. */
interface TimedClause {
  readonly span: Span;
  readonly recurring: Recurrence | undefined;
  readonly dueOn: CalendarDate | undefined;
}

/**
 * What is due of a task, by its deadline and obligations alone, within the document's own time: nothing on or before its issue,
 * nothing recurring after its last year. A date that the words set in a later year stays. 持续推进, 定期 and 立行立改 give nothing.
 */
export function duesOf(document: OfficialDocument, task: Task): readonly Due[] {
  const clauses = timedClauses(document, task);
  const period = clauses.length > 0 ? planPeriodOf(document) : undefined;
  if (!period) return [];
  const found = new Map<string, Due>();
  for (const clause of clauses) {
    for (const due of duesOfClause(document, task, clause, period)) {
      const key = `${due.rhythm} ${due.from ?? ""} ${due.dueOn}`;
      const same = found.get(key);
      found.set(key, same ? { ...same, clauses: [...same.clauses, clause.span] } : due);
    }
  }
  return [...found.values()];
}

/** Obligations, and the deadline where no obligation says the same. */
function timedClauses({ source }: OfficialDocument, { deadline, obligations }: Task): readonly TimedClause[] {
  const clauses = obligations.flatMap((obligation) => timedClause(source, obligation) ?? []);
  if (!deadline || (deadline.recurring === undefined && deadline.dueOn === undefined)) return clauses;
  const { span, recurring, dueOn } = deadline;
  const isSaid = clauses.some((clause) => overlap(clause.span, span) || (clause.recurring === recurring && clause.dueOn === dueOn));
  return isSaid ? clauses : [...clauses, { span, recurring, dueOn }].sort((one, other) => one.span.start - other.span.start);
}

function timedClause(source: string, { span, recurring, dueOn }: Obligation): TimedClause | undefined {
  if (recurring === "irregular" || (recurring === undefined && dueOn === undefined)) return undefined;
  return recurring !== undefined && isSlogan(sliceOf(source, span)) ? undefined : { span, recurring, dueOn };
}

const PERIOD_WORD = /[每按全一][个]?(?:年|季|月|半年)/u;

/** 按照“一年一修、动态调整”的工作要求: a period that only quoted words name is how others put it, not a duty of the task's. */
function isSlogan(clause: string): boolean {
  return PERIOD_WORD.test(clause) && !PERIOD_WORD.test(clause.replace(/“[^“”]*”/gu, ""));
}

function overlap(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

function duesOfClause(document: OfficialDocument, task: Task, { span, recurring, dueOn }: TimedClause, period: PlanPeriod): readonly Due[] {
  const { issuedOn, firstYear, lastYear } = period;
  const isAfterIssue = (date: CalendarDate): boolean => issuedOn === undefined || date > issuedOn;
  const due = { document, task, clauses: [span] };
  if (recurring === undefined) {
    const year = Math.max(lastYear, Number(dueOn?.slice(0, 4)));
    return dueOn !== undefined && isAfterIssue(dueOn) ? [{ ...due, rhythm: "once", from: undefined, isRunning: false, dueOn, until: `${year}-12-31` }] : [];
  }
  const text = sliceOf(document.source, span);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
  return years
    .flatMap((year) => periodsOf(text, recurring, year))
    .filter(({ dueOn: end }) => isAfterIssue(end))
    .map(({ from, dueOn: end }) => {
      const isRunning = !isAfterIssue(from);
      return {
        ...due,
        rhythm: recurring,
        from: isRunning && issuedOn !== undefined ? dayAfter(issuedOn) : from,
        isRunning,
        dueOn: end,
        until: `${lastYear}-12-31`,
      };
    });
}
