import type { CalendarDate, DocumentId } from "../document/index.ts";
import { sliceOf } from "../text/span.ts";
import type { Due } from "./dues.ts";
import { caughtUp, digestFooter, digestTitle, documentLine, quoteLine, stageLine, taskLine } from "./messages.zh.ts";
import type { Notice } from "./notice.ts";
import type { Reminder } from "./reminder.ts";
import type { TaskReminders } from "./schedule.ts";
import type { Matched, OfTask } from "./scope-index.ts";
import type { WorkingDays } from "./working-days.ts";

/** More would not be read; how many are left is said. */
const MOST_TASKS = 30;

/**
 * All reminders of a chat and day in one notice (汇总提醒): a paragraph a task, grouped by document, what is due first before what is due later.
 * @param day the day that it is read on; days left are counted from it
 * @param sendOnly whether the chat takes no commands
 */
export function digestOf(matched: readonly Matched<TaskReminders>[], day: CalendarDate, days: WorkingDays, sendOnly: boolean): Notice {
  const ordered = byDocument(matched);
  const shown = ordered.slice(0, MOST_TASKS);
  const tasks = shown.flatMap(({ one: { task }, unit }) => (unit === undefined ? [] : [{ documentId: task.documentId, ordinal: task.ordinal, unit }]));
  return {
    title: digestTitle(ordered.length, day),
    paragraphs: paragraphsOf(shown, ({ reminders }) => reminders.map((reminder) => reminderText(reminder, day, days))),
    footer: digestFooter(sendOnly, ordered.length - shown.length),
    ...(tasks.length > 0 && { tasks }),
  };
}

/** Documents in the order of their first task, each with all of its own. */
export function byDocument<One extends OfTask>(matched: readonly Matched<One>[]): readonly Matched<One>[] {
  const documents = new Map<DocumentId, Matched<One>[]>();
  for (const each of matched) {
    const { id } = each.one.document;
    const found = documents.get(id);
    if (found) found.push(each);
    else documents.set(id, [each]);
  }
  return [...documents.values()].flat();
}

/** A paragraph a task, numbered; the first of each document begins with the document. */
export function paragraphsOf<One extends OfTask>(matched: readonly Matched<One>[], textsOf: (one: One) => readonly string[]): readonly string[] {
  return matched.map(({ one }, index) => {
    const heading = matched[index - 1]?.one.document === one.document ? [] : [documentLine(one.document)];
    return [...heading, taskLine(index + 1, one.task), ...textsOf(one)].join("\n");
  });
}

/** The words that something was computed from, verbatim. */
export function quotesOf({ document, clauses }: Due): string {
  return clauses.map((clause) => quoteLine(sliceOf(document.source, clause))).join("");
}

function reminderText({ due, stage, on }: Reminder, day: CalendarDate, days: WorkingDays): string {
  const left = days.countBetween(day, due.dueOn);
  const text = `${quotesOf(due)}\n${stageLine(due, stage, left, day, !days.isWorkingDay(due.dueOn))}`;
  return on < day ? `${text}${caughtUp(on, day)}` : text;
}
