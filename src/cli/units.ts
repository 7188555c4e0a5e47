import type { OfficialDocument } from "../core/document/official-document.ts";
import type { Task } from "../core/ledger/task.ts";
import type { CommandCall } from "./command.ts";
import { composeCorpus } from "./compose.ts";
import { documentsOf } from "./document-choice.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { renderTable } from "./table.ts";

/** `mingbai units`: who is named in each document, and in how many tasks. */
export async function runUnits({ edge, values }: CommandCall): Promise<number> {
  const corpus = await composeCorpus(edge, values.get("corpus"));
  const parts = documentsOf(corpus, values.get("document")).map((document) => {
    const tasks = corpus.ledger.find((entry) => entry.documentId === document.id)?.tasks ?? [];
    return renderUnits(document, tasks);
  });
  await write(edge.stdout, parts.join("\n"));
  return 0;
}

function renderUnits(document: OfficialDocument, tasks: readonly Task[]): string {
  const heading = say.documentHeading(document, tasks.length);
  if (tasks.length === 0) return `${heading}\n`;
  const named = countTasks(tasks, (task) => task.assignments.map((assignment) => [assignment.unit, assignment.name]));
  const collective = countTasks(tasks, (task) => task.collective.map(({ printed }) => [printed, printed]));
  const parts = [`${heading}\n${renderTable(["单位", "任务数"], named)}`];
  if (collective.length > 0) parts.push(renderTable(["笼统点名", "任务数"], collective));
  return parts.join("\n");
}

/** Name and number of tasks, the most first, then as they appear. A task counts once for a unit however often it names it. */
function countTasks(tasks: readonly Task[], keysOf: (task: Task) => readonly (readonly [key: string, name: string])[]): [string, string][] {
  const counts = new Map<string, { name: string; count: number }>();
  for (const task of tasks) {
    for (const [key, name] of new Map(keysOf(task))) counts.set(key, { name: counts.get(key)?.name ?? name, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ name, count }) => [name, String(count)]);
}
