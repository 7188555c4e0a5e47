import type { Task } from "./task.ts";

/** Whether the printed numbers of a document's tasks run on through it, so that one out of place is a misprint: they do not start again, and most are in place. */
export function numbersRunOn(tasks: readonly Task[]): boolean {
  const off = tasks.filter(({ number, ordinal }) => number !== undefined && number !== ordinal).length;
  return tasks.filter(({ number }) => number === 1).length <= 1 && off <= tasks.length / 2;
}

/** Whether a task's label is printed twice, or is not that of its place. @param tasks all of its document */
export function isMisnumbered({ label, number, ordinal }: Task, tasks: readonly Task[]): boolean {
  if (number === undefined || !numbersRunOn(tasks)) return false;
  return number !== ordinal || tasks.filter((other) => other.label === label).length > 1;
}
