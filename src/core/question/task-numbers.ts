import type { DocumentId } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import type { AskedNumber } from "./numbers-asked.ts";
import type { TaskRef } from "./query.ts";

/**
 * The tasks that a number may mean. Where labels run on through a document, the printed number counts and may be
 * printed twice; a number that is not printed is the place in the document. Where labels start again in every section,
 * the place in the document is meant.
 */
export function tasksNumbered(asked: AskedNumber, documents: readonly DocumentId[], corpus: Corpus): readonly TaskRef[] {
  return documents.flatMap((document) => {
    const tasks = corpus.tasksOf(document);
    if (asked.from === "end") return refsOf(tasks.slice(-asked.number).slice(0, 1));
    const printed = tasks.filter(({ number }) => number === asked.number);
    const placed = tasks.filter(({ ordinal }) => ordinal === asked.number);
    return refsOf(restarts(tasks) || printed.length === 0 ? placed : printed);
  });
}

/** Whether the labels start again: more tasks print the first number than misprints would explain. */
function restarts(tasks: readonly Task[]): boolean {
  return tasks.filter(({ number }) => number === 1).length > 1;
}

export function refsOf(tasks: readonly Task[]): readonly TaskRef[] {
  return tasks.map(({ documentId, ordinal }) => ({ document: documentId, ordinal }));
}
