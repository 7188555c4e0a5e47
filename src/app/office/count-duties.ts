import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Task } from "../../core/ledger/task.ts";
import { plansInForce } from "../../core/question/index.ts";
import type { SubscriptionScope } from "../../core/reminders/subscription.ts";
import { dutiesOf } from "../../core/reminders/unit-duties.ts";

/** How many duties a unit has by name, and how many only as one of a group. */
export interface DutyCount {
  readonly named: number;
  readonly collective: number;
  /** How these groups are printed, each once: 各有关部门. */
  readonly groups: readonly string[];
}

/** Counts in the plans in force. */
export function countDuties(unit: string, corpus: Corpus): DutyCount {
  const inForce = isInForce(corpus);
  const { named, collective, mayInclude } = dutiesOf(unit, corpus);
  const others = collective.filter(inForce);
  const groups = others.flatMap((task) => task.collective.map(({ printed }) => printed)).filter(mayInclude);
  return { named: named.filter(inForce).length, collective: others.length, groups: [...new Set(groups)] };
}

/** How much a subscription takes in of the plans in force, and how many of these tasks print a date or a frequency. */
export function countScope(scope: SubscriptionScope, corpus: Corpus): { readonly tasks: number; readonly timed: number } {
  const tasks = tasksIn(scope, corpus).filter(isInForce(corpus));
  return { tasks: tasks.length, timed: tasks.filter(isTimed).length };
}

function isInForce(corpus: Corpus): (task: Task) => boolean {
  const plans = new Set(plansInForce(corpus));
  return ({ documentId }) => plans.has(documentId);
}

function tasksIn(scope: SubscriptionScope, corpus: Corpus): readonly Task[] {
  switch (scope.kind) {
    case "all":
      return corpus.tasks;
    case "document":
      return corpus.tasksOf(scope.documentId);
    case "section":
      return corpus.sectionsOf(scope.documentId).find(({ node }) => node === scope.node)?.tasks ?? [];
    case "unit": {
      const { named, collective } = dutiesOf(scope.unit, corpus);
      return scope.collective ? [...named, ...collective] : named;
    }
  }
}

/** 持续推进 and 定期 are no times. */
function isTimed({ deadline, obligations }: Task): boolean {
  return [...(deadline ? [deadline] : []), ...obligations].some(
    ({ dueOn, recurring }) => dueOn !== undefined || (recurring !== undefined && recurring !== "irregular"),
  );
}
