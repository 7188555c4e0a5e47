import type { Corpus } from "../ledger/corpus.ts";
import { numbersRunOn } from "../ledger/misnumbered.ts";
import type { Task } from "../ledger/task.ts";

/** What is odd about the label of a task, in one sentence; undefined where nothing is. */
export function labelNote(task: Task, corpus: Corpus): string | undefined {
  if (task.number === undefined || task.number === task.ordinal) return undefined;
  const tasks = corpus.tasksOf(task.documentId);
  if (!numbersRunOn(tasks)) return undefined;
  const repeated = tasks.filter(({ label }) => label === task.label).length > 1;
  return `原文印作${task.label}${repeated ? `，这个编号印了两次` : ""}，按顺序是第${task.ordinal}项。`;
}

/** Unit names of a task that the document misprints, in one sentence; undefined where there is none. */
export function unitMisprintNote(tasks: readonly Task[]): string | undefined {
  const misprints = new Map<string, string>();
  for (const { assignments } of tasks) {
    for (const { printed, name } of assignments) if (isMisprint(printed, name)) misprints.set(printed, name);
  }
  if (misprints.size === 0) return undefined;
  return [...misprints]
    .map(([printed, name]) => `原文印作“${printed}”，应为“${name}”`)
    .join("；")
    .concat("。");
}

/** A printed name that differs from the name by more than a place in front of it. */
function isMisprint(printed: string, name: string): boolean {
  return (
    printed !== name &&
    !printed.endsWith(name) &&
    !printed.endsWith(name.slice(1)) &&
    printed.length <= name.length + 2 &&
    Math.abs(printed.length - name.length) <= 1
  );
}
