import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { everyTask, findTasks } from "../question/filters.ts";
import type { AskedUnit, TaskFilter } from "../question/query.ts";
import { partOf, RECURRENCE } from "./describe.ts";

/** One filter of a question, and what it does to the tasks that the filters before it left. */
export interface FilterStep {
  /** What the tasks that stay have: 有县司法局 */
  readonly keeps: string;
  /** Why the others go: 没有点名县司法局 */
  readonly because: string;
  readonly kept: readonly Task[];
  readonly dropped: readonly Task[];
}

/** Applies the filters one after another, units first. The tasks kept by the last are those that the whole filter finds. */
export function filterSteps(filter: TaskFilter, corpus: Corpus): readonly FilterStep[] {
  const steps: FilterStep[] = [];
  let narrowed = everyTask(filter.scope);
  let before = findTasks(narrowed, corpus);
  for (const narrow of Object.values(NARROWINGS)) {
    for (const { keeps, because, adds } of narrow(filter, corpus)) {
      narrowed = { ...narrowed, ...adds };
      const kept = findTasks(narrowed, corpus);
      const staying = new Set(kept);
      steps.push({ keeps, because, kept, dropped: before.filter((task) => !staying.has(task)) });
      before = kept;
    }
  }
  return steps;
}

/** A part of a filter in words. `adds` is to be joined to the parts before it. */
interface Narrowing {
  readonly keeps: string;
  readonly because: string;
  readonly adds: Partial<TaskFilter>;
}

/** Every field of a filter, in the order in which they are applied: a field without words does not compile. */
const NARROWINGS: Readonly<Record<Exclude<keyof TaskFilter, "scope">, (filter: TaskFilter, corpus: Corpus) => readonly Narrowing[]>> = {
  allOf: ({ allOf }) => allOf.map((asked, index) => ({ ...stepOf(asked), adds: { allOf: allOf.slice(0, index + 1) } })),
  anyOf: ({ anyOf }) => {
    const names = anyOf.map((asked, index) => (index === 0 ? stepOf(asked).keeps : stepOf(asked).keeps.replace(/^有/u, "")));
    return anyOf.length === 0
      ? []
      : [
          {
            keeps: names.join("或"),
            because: `${anyOf.map(({ name }) => name).join("、")}一家也${anyOf.some(({ role, notRole }) => role ?? notRole) ? "不是这样" : "没有点名"}`,
            adds: { anyOf },
          },
        ];
  },
  noneOf: ({ noneOf }) => noneOf.map(({ name }, index) => ({ keeps: `不含${name}`, because: `点名了${name}`, adds: { noneOf: noneOf.slice(0, index + 1) } })),
  onlyThese: ({ onlyThese }) => (onlyThese ? [{ keeps: "没有别的单位", because: "还点名了别的单位", adds: { onlyThese } }] : []),
  unitsAtLeast: ({ unitsAtLeast }) =>
    unitsAtLeast === undefined ? [] : [{ keeps: `点名${unitsAtLeast}家以上`, because: `点名不到${unitsAtLeast}家`, adds: { unitsAtLeast } }],
  unitsAtMost: ({ unitsAtMost }) =>
    unitsAtMost === undefined ? [] : [{ keeps: `点名${unitsAtMost}家以内`, because: `点名超过${unitsAtMost}家`, adds: { unitsAtMost } }],
  officer: ({ officer, officerRole }) =>
    officer === undefined
      ? []
      : [{ keeps: `${officerRole ?? "负责"}的人是${officer}`, because: `${officerRole ?? "负责"}的人不是${officer}`, adds: { officer, officerRole } }],
  officerRole: () => [],
  collectiveAllOf: ({ collectiveAllOf }) =>
    collectiveAllOf.map((name, index) => ({
      keeps: `写有“${name}”`,
      because: `没有写“${name}”`,
      adds: { collectiveAllOf: collectiveAllOf.slice(0, index + 1) },
    })),
  collectiveNoneOf: ({ collectiveNoneOf }) =>
    collectiveNoneOf.map((name, index) => ({
      keeps: `没有写“${name}”`,
      because: `写有“${name}”`,
      adds: { collectiveNoneOf: collectiveNoneOf.slice(0, index + 1) },
    })),
  sections: ({ sections }, corpus) => {
    if (sections.length === 0) return [];
    const headings = sections.flatMap(({ document, node }) => corpus.document(document)?.nodes[node] ?? []).map(({ label, title }) => `${label}${title}`);
    return [{ keeps: `在“${headings.join("”“")}”下面`, because: "在别的部分", adds: { sections } }];
  },
  among: ({ among }) => (among ? [{ keeps: "按题目、编号或上文选定", because: "不在选定的里面", adds: { among } }] : []),
  recurrence: ({ recurrence, orRecurrence }) => {
    if (!recurrence) return [];
    const rhythm = orRecurrence ? `${RECURRENCE[recurrence]}或${RECURRENCE[orRecurrence]}` : RECURRENCE[recurrence];
    return [{ keeps: `写明${rhythm}要做`, because: `没有写明${rhythm}要做`, adds: { recurrence, orRecurrence } }];
  },
  orRecurrence: () => [],
  dueBy: ({ dueBy, dueFrom }) => (dueBy === undefined ? [] : [dueStep(dueFrom ? `${dueFrom}至${dueBy}` : `${dueBy}前`, { dueBy, dueFrom })]),
  dueFrom: ({ dueBy, dueFrom }) => (dueFrom === undefined || dueBy !== undefined ? [] : [dueStep(`${dueFrom}后`, { dueFrom })]),
  timed: ({ timed }) =>
    timed === undefined ? [] : [{ keeps: timed ? "写明时限或频次" : "没有写明时限", because: timed ? "没有写明时限" : "写明了时限或频次", adds: { timed } }],
  countAtLeast: ({ countAtLeast }) =>
    countAtLeast === undefined ? [] : [{ keeps: `要求至少${countAtLeast}次`, because: `没有要求至少${countAtLeast}次`, adds: { countAtLeast } }],
  reference: ({ reference }) => (reference ? [{ keeps: `写有${reference.printed}`, because: `没有写${reference.printed}`, adds: { reference } }] : []),
  pace: ({ pace }) => {
    const word = pace === "immediate" ? "立行立改" : "长期坚持";
    return pace ? [{ keeps: `要求${word}`, because: `没有要求${word}`, adds: { pace } }] : [];
  },
  misnumbered: ({ misnumbered }) => (misnumbered ? [{ keeps: "编号重复或者印错", because: "编号没有重复，也没有印错", adds: { misnumbered } }] : []),
  anyWords: ({ anyWords }) =>
    anyWords.length === 0 ? [] : [{ keeps: `写到“${anyWords.join("”或“")}”`, because: `没有写到“${anyWords.join("”或“")}”`, adds: { anyWords } }],
  words: ({ words }) => words.map((word, index) => ({ keeps: `写到“${word}”`, because: `没有写到“${word}”`, adds: { words: words.slice(0, index + 1) } })),
};

/** 有县司法局; 县司法局牵头; 县司法局参与但不牵头 */
function stepOf(asked: AskedUnit): Pick<Narrowing, "keeps" | "because"> {
  const { name, role, notRole, first } = asked;
  if (role === undefined && notRole === undefined && first === undefined) return { keeps: `有${name}`, because: `没有点名${name}` };
  return { keeps: `${name}${partOf(asked)}`, because: `不是${name}${partOf(asked)}` };
}

/** Both ends of a period are one filter: the same day must lie within both. */
function dueStep(period: string, adds: Partial<TaskFilter>): Narrowing {
  return { keeps: `${period}到期`, because: `没有写明${period}到期`, adds };
}
