import type { Recurrence, Task } from "../../core/ledger/task.ts";
import { dateInChina } from "../date-in-china.ts";
import type { ProgressRecord, ProgressState } from "./ports.ts";
import type { ProgressRow } from "./progress-table.ts";

/** What may be said of a task. */
export const PROGRESS_STATES: Readonly<Record<ProgressState, string>> = { known: "知道了", done: "已办结", help: "需协调" };

const WHO: Readonly<Record<NonNullable<ProgressRow["by"]>, string>> = { owner: "所有者", administrator: "管理员", liaison: "联络员" };

/** Stands under every table of progress. */
export const NO_ASSESSMENT = "本功能不作考核依据：填不填自愿，不排名。";

/** Who said it, by role and never by name. */
export function whoSaid({ said, by }: Pick<ProgressRow, "said" | "by">): string {
  return said === undefined ? "" : by === undefined ? "已不在任" : WHO[by];
}

/** The day on which it was said. */
export function dayOf({ atMs }: ProgressRecord): string {
  return dateInChina(atMs);
}

const RECURRENCES: Readonly<Record<Recurrence, string>> = { monthly: "每月", quarterly: "每季度", "half-yearly": "每半年", yearly: "每年" };

/** When the task is due, as it was read: 2020-12-31, 每季度, 长期; empty where it prints no time. */
export function dueOf({ deadline, obligations }: Task): string {
  const clauses = [...(deadline ? [deadline] : []), ...obligations];
  const dues = clauses.flatMap((clause) => {
    const recurring = clause.recurring === "irregular" ? "定期" : clause.recurring && RECURRENCES[clause.recurring];
    return [recurring, clause.dueOn].filter((due) => due !== undefined);
  });
  return [...new Set(dues.length === 0 && deadline?.ongoing ? ["长期"] : dues)].join("、");
}

/** The words that tell when and how often, verbatim. */
export function wordsOf({ deadline, obligations }: Task): string {
  return [...new Set([...(deadline ? [deadline.text] : []), ...obligations.map(({ text }) => text)])].join("；");
}
