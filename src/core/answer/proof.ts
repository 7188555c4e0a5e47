import type { Corpus } from "../ledger/corpus.ts";
import type { Role, Task } from "../ledger/task.ts";
import { everyTask, findTasks } from "../question/filters.ts";
import type { AskedUnit, TaskFilter } from "../question/query.ts";
import type { UnitId } from "../units/unit.ts";
import type { Answer } from "./answer.ts";

/** 列出29项 = 台账29项: the rows that an answer prints are the rows of the ledger, each one. */
export function proveRows(filter: TaskFilter, answer: Answer, corpus: Corpus): string {
  const printed = printedRows(answer);
  const ledger = ledgerRows(filter, corpus);
  const same = printed.length === ledger.size && printed.every((row) => ledger.has(row));
  return verdict(`列出${printed.length}项`, `台账${ledger.size}项`, same);
}

/** A figure of an answer against the same figure counted anew. */
export function proveCount(said: number, counted: number, measure: string): string {
  return verdict(`回答${said}${measure}`, `台账${counted}${measure}`, said === counted);
}

/**
 * The units that an answer gives are those of its tasks, each one looked up by itself and asked whether it is named there.
 * @param role asked for; where the document marks nobody so, the answer gives every unit and asks back
 */
export function proveUnits(role: Role | undefined, { units, items, behaviour }: Answer, corpus: Corpus): string {
  const tasks = new Set(items.flatMap(({ document, ordinal }) => corpus.task(document, ordinal) ?? []));
  const asked = behaviour === "clarify" ? undefined : role;
  const names = new Map([...tasks].flatMap(({ documentId }) => [...corpus.namesOf(documentId)]));
  const named = [...names.keys()].filter((unit) =>
    corpus
      .tasksNaming(unit)
      .some((task) => tasks.has(task) && task.assignments.some((own) => own.unit === unit && (asked === undefined || own.role === asked))),
  );
  return proveCount(units.length, named.length, "家单位");
}

/** Every quote is compared with its place in the document, character by character. @returns undefined where nothing is quoted */
export function proveQuotes({ citations }: Answer, corpus: Corpus): string | undefined {
  if (citations.length === 0) return undefined;
  const wrong = citations.filter(({ document, start, end, quote }) => corpus.document(document)?.source.slice(start, end) !== quote);
  return wrong.length === 0
    ? `引文${citations.length}处，逐字与原文核对一致。`
    : `引文${citations.length}处，其中${wrong.length}处与原文不一致，请告诉维护人员。`;
}

function verdict(said: string, counted: string, same: boolean): string {
  return same ? `核对：${said} = ${counted}，一致。` : `核对：${said}，${counted}，不一致，请以台账为准，并告诉维护人员。`;
}

/** The rows that a reader sees, not what the answer says of itself. */
function printedRows({ blocks, items }: Answer): readonly string[] {
  return blocks.flatMap((block) => {
    const item = block.kind === "entry" && block.item !== undefined ? items[block.item] : undefined;
    return item ? [`${item.document}#${item.ordinal}`] : [];
  });
}

/**
 * The rows that the ledger has for a filter, found another way than `findTasks` does: units are looked up by name and
 * their tasks joined, cut or taken away as sets; sections are found upwards from the task; what is left is asked of all
 * tasks at once.
 */
function ledgerRows(filter: TaskFilter, corpus: Corpus): ReadonlySet<string> {
  const { scope, allOf, anyOf, noneOf, onlyThese, sections, unitsAtLeast, unitsAtMost, ...rest } = filter;
  let rows: ReadonlySet<Task> = new Set(findTasks({ ...everyTask(scope), ...rest }, corpus));
  const keep = (tasks: readonly Task[]): void => {
    rows = new Set(tasks.filter((task) => rows.has(task)));
  };
  const drop = (tasks: readonly Task[]): void => {
    const gone = new Set(tasks);
    rows = new Set([...rows].filter((task) => !gone.has(task)));
  };
  const naming = ({ unit, role, notRole, first }: AskedUnit): readonly Task[] => {
    if (first) return corpus.tasksNaming(unit).filter(({ assignments }) => assignments.findIndex((own) => own.unit === unit) === 0);
    const inRole = (wanted: Role) => new Set(corpus.tasksNaming(unit).filter((task) => rolesOf(task, unit).has(wanted)));
    const gone = notRole && inRole(notRole);
    return [...(role ? inRole(role) : corpus.tasksNaming(unit))].filter((task) => !gone?.has(task));
  };
  for (const asked of allOf) keep(naming(asked));
  if (anyOf.length > 0) keep(anyOf.flatMap(naming));
  for (const { unit } of noneOf) drop(corpus.tasksNaming(unit));
  const units = new Set(scope.documents.flatMap((id) => [...corpus.namesOf(id).keys()]));
  if (onlyThese) for (const unit of units) if (!allOf.some((asked) => asked.unit === unit)) drop(corpus.tasksNaming(unit));
  if (sections.length > 0) keep([...rows].filter((task) => sections.some(({ document, node }) => standsIn(task, document, node, corpus))));
  if (unitsAtLeast !== undefined || unitsAtMost !== undefined) {
    const tally = new Map<Task, number>();
    for (const unit of units) for (const task of corpus.tasksNaming(unit)) tally.set(task, (tally.get(task) ?? 0) + 1);
    keep([...rows].filter((task) => (tally.get(task) ?? 0) >= (unitsAtLeast ?? 0) && (tally.get(task) ?? 0) <= (unitsAtMost ?? Number.POSITIVE_INFINITY)));
  }
  return new Set([...rows].map(({ documentId, ordinal }) => `${documentId}#${ordinal}`));
}

function rolesOf({ assignments }: Task, unit: UnitId): ReadonlySet<Role> {
  return new Set(assignments.flatMap((own) => (own.unit === unit ? [own.role] : [])));
}

/** Whether a node is the task's own or above it. */
function standsIn(task: Task, document: string, node: number, corpus: Corpus): boolean {
  if (task.documentId !== document) return false;
  const nodes = corpus.document(document)?.nodes ?? [];
  for (let at: number | undefined = task.node; at !== undefined; at = nodes[at]?.parent) if (at === node) return true;
  return false;
}
