import type { DocumentId, OfficialDocument } from "../document/index.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { isTownName, townOf } from "../units/town.ts";
import type { UnitId } from "../units/unit.ts";
import type { SubscriptionScope } from "./subscription.ts";
import { groupsOf } from "./unit-duties.ts";

/** Something of one task: a reminder, or what is due. */
export interface OfTask {
  readonly document: OfficialDocument;
  readonly task: Task;
}

/** One that a subscription takes in, and for which unit. */
export interface Matched<One extends OfTask> {
  readonly one: One;
  /** As the subscription names it; undefined where it is not of a unit. */
  readonly unit: string | undefined;
}

/** Finds what is of a unit, a section or a document. Each look-up costs what it returns. */
export interface ScopeIndex<One extends OfTask> {
  /** What any of the scopes takes in, each once, in the order of what the index was made of. */
  find(scopes: readonly SubscriptionScope[]): readonly Matched<One>[];
}

/** A unit with its county before it, 西平县司法局, is the bureau of that county's documents alone. */
export function createScopeIndex<One extends OfTask>(all: readonly One[], { register, documents }: Pick<Corpus, "register" | "documents">): ScopeIndex<One> {
  const regions = [...new Set(documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const byDocument = new Map<DocumentId, One[]>();
  const byPart = new Map<string, One[]>();
  const byUnit = new Map<UnitId, One[]>();
  const byCollective = new Map<string, One[]>();
  const position = new Map(all.map((one, index) => [one, index]));
  const inOrder = (a: One, b: One): number => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  for (const one of all) {
    const { document, task } = one;
    put(byDocument, document.id, one);
    for (const node of partsAround(document, task.node)) put(byPart, partKey(document.id, node), one);
    for (const unit of new Set(task.assignments.map((assignment) => unitKey(assignment.unit, assignment.name, regions)))) put(byUnit, unit, one);
    for (const printed of new Set(task.collective.map((collective) => collective.printed))) put(byCollective, printed, one);
  }
  const ofUnit = ({ unit, collective }: Extract<SubscriptionScope, { kind: "unit" }>): readonly One[] => {
    const named = byUnit.get(unitKey(register.readName(unit, { places: regions }).unit, unit, regions)) ?? [];
    const mayInclude = groupsOf(unit);
    const grouped = collective ? [...byCollective].flatMap(([printed, found]) => (mayInclude(printed) ? found : [])) : [];
    const region = regions.find((place) => unit.startsWith(place));
    const all = grouped.length > 0 ? [...new Set([...named, ...grouped])].sort(inOrder) : named;
    if (region === undefined) return all;
    return all.filter(({ document }) => document.region === region);
  };
  const inScope = (scope: SubscriptionScope): readonly One[] => {
    switch (scope.kind) {
      case "all":
        return all;
      case "document":
        return byDocument.get(scope.documentId) ?? [];
      case "section":
        return byPart.get(partKey(scope.documentId, scope.node)) ?? [];
      case "unit":
        return ofUnit(scope);
    }
  };
  return {
    find(scopes) {
      const [only, ...others] = scopes;
      if (only && others.length === 0) return inScope(only).map((one) => ({ one, unit: only.kind === "unit" ? only.unit : undefined }));
      const found = new Map<One, Matched<One>>();
      for (const scope of scopes) {
        const unit = scope.kind === "unit" ? scope.unit : undefined;
        for (const one of inScope(scope)) {
          const known = found.get(one);
          if (known === undefined || (known.unit === undefined && unit !== undefined)) found.set(one, { one, unit });
        }
      }
      return [...found.values()].sort((a, b) => inOrder(a.one, b.one));
    },
  };
}

/** A town is known by its name alone: 谭店乡 and 西平县谭店乡人民政府 are one. */
export function unitKey(unit: UnitId, name: string, regions: readonly string[]): string {
  return isTownName(name) ? `town:${townOf(name, regions)}` : unit;
}

function* partsAround({ nodes }: OfficialDocument, node: number): Generator<number> {
  for (let at: number | undefined = node; at !== undefined; at = nodes[at]?.parent) yield at;
}

function partKey(document: DocumentId, node: number): string {
  return `${document}#${node}`;
}

function put<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
