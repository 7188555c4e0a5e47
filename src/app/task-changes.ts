import type { TaskReport } from "./import-document.ts";

/** What is other in a newer version of a document. */
export interface TaskChanges {
  readonly added: readonly TaskReport[];
  readonly removed: readonly TaskReport[];
  /** The same task in other words, with other units or another deadline. */
  readonly reworded: readonly { readonly before: TaskReport; readonly after: TaskReport }[];
}

/**
 * Compares the tasks of two versions of a document. A task is known again by its title, else by its place; of those left over, one with most of
 * the words of another is that one reworded.
 */
export function compareTasks(before: readonly TaskReport[], after: readonly TaskReport[]): TaskChanges {
  const old = new Set(before);
  const pairs: { readonly before: TaskReport; readonly after: TaskReport }[] = [];
  const fresh = new Set(after);
  const pair = (isSame: (one: TaskReport, other: TaskReport) => boolean): void => {
    for (const task of fresh) {
      const match = [...old].find((other) => isSame(other, task));
      if (!match) continue;
      old.delete(match);
      fresh.delete(task);
      pairs.push({ before: match, after: task });
    }
  };
  pair((one, other) => contentOf(one) === contentOf(other));
  pair((one, other) => one.title !== "" && folded(one.title) === folded(other.title));
  pair((one, other) => one.path.join() === other.path.join() && likeness(one.text, other.text) > 0.3);
  pair((one, other) => likeness(one.text, other.text) > 0.6);
  return {
    added: [...fresh],
    removed: [...old],
    reworded: pairs.filter((two) => contentOf(two.before) !== contentOf(two.after)).sort((one, other) => one.after.ordinal - other.after.ordinal),
  };
}

/** Whether nothing is other. */
export function isUnchanged({ added, removed, reworded }: TaskChanges): boolean {
  return added.length + removed.length + reworded.length === 0;
}

/** All that a task says, less its number. */
function contentOf({ title, text, assignments, collective, deadline, officers }: TaskReport): string {
  const units = assignments.map(({ unit, role }) => `${role} ${unit}`);
  return JSON.stringify([folded(title), folded(text), units, collective.map(({ printed }) => printed), deadline?.text ?? "", officers]);
}

function folded(words: string): string {
  return words.normalize("NFKC").replace(/\s+/gu, "");
}

/** Which part of the pairs of characters of both texts they share, from 0 to 1. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const shared = [...a].filter((pair) => b.has(pair)).length;
  return (2 * shared) / (a.size + b.size);
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = folded(text);
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)));
}
