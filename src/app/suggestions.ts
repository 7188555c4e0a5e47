import type { Corpus } from "../core/ledger/corpus.ts";
import { onceFor } from "./once-for.ts";

/** What a person may mean who has typed a part of it. */
export interface Suggestion {
  /** What is asked when it is chosen. */
  readonly question: string;
  readonly kind: "unit" | "document" | "question";
}

/** Names of the units that tasks name, those with the most tasks first. */
export const unitsByTasks = onceFor((corpus: Corpus): readonly string[] => {
  const counts = new Map<string, number>();
  for (const { id } of corpus.documents) {
    for (const [unit, name] of corpus.namesOf(id)) counts.set(name, (counts.get(name) ?? 0) + corpus.tasksNaming(unit, id).length);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
});

/** What a reader who does not know the documents may ask first: every one of them has an answer in these documents. */
export const exampleQuestions = onceFor((corpus: Corpus): readonly string[] => {
  const [unit] = unitsByTasks(corpus);
  const tasks = corpus.tasks.length;
  const titled = corpus.tasks.find(({ title }) => title.length > 3 && title.length <= LONGEST_TITLE);
  return [
    ...(unit === undefined ? [] : [aboutUnit(unit)]),
    ...(titled ? [`“${titled.title}”由谁负责`] : []),
    ...(tasks > 0 ? ["哪个单位任务最多", "每季度要做的有哪些", `第${Math.min(tasks, 21)}项是什么`] : []),
  ];
});

/** A title that reads well in a question. */
const LONGEST_TITLE = 12;

/**
 * Units, documents and frequent questions that hold what was typed, those that begin with it first.
 * @param typed blank gives the examples
 */
export function suggestionsFor(corpus: Corpus, typed: string, limit: number): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  if (wanted === "")
    return exampleQuestions(corpus)
      .map((question): Suggestion => ({ question, kind: "question" }))
      .slice(0, limit);
  const found = candidates(corpus).flatMap(({ key, suggestion }, order) => {
    const at = Math.max(key.indexOf(wanted), suggestion.question.toLowerCase().indexOf(wanted));
    return at < 0 || suggestion.question === typed.trim()
      ? []
      : [{ suggestion, rank: key.startsWith(wanted) || key.slice(1).startsWith(wanted) ? 0 : 1, order }];
  });
  return found
    .sort((a, b) => a.rank - b.rank || a.order - b.order)
    .map(({ suggestion }) => suggestion)
    .filter(({ question }, index, all) => all.findIndex((other) => other.question === question) === index)
    .slice(0, limit);
}

/** Everything that is suggested, with what it is found by. */
const candidates = onceFor((corpus: Corpus): readonly { readonly key: string; readonly suggestion: Suggestion }[] => [
  ...unitsByTasks(corpus).map((name) => ({ key: name.toLowerCase(), suggestion: { question: aboutUnit(name), kind: "unit" as const } })),
  ...corpus.documents.map(({ title }) => ({ key: title.toLowerCase(), suggestion: { question: `《${title}》有哪几个部分`, kind: "document" as const } })),
  ...[...exampleQuestions(corpus), ...corpus.tasks.filter(({ title }) => title !== "").map(({ title }) => `“${title}”由谁负责`)].map((question) => ({
    key: question.toLowerCase(),
    suggestion: { question, kind: "question" as const },
  })),
]);

function aboutUnit(name: string): string {
  return `${name}负责哪些任务`;
}
