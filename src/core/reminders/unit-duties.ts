import type { Corpus } from "../ledger/corpus.ts";
import type { Assignment, Task } from "../ledger/task.ts";
import { isTownName, townOf } from "../units/town.ts";

/** The duties of a unit, in the order of the ledger. No task is in both. */
export interface UnitDuties {
  /** Tasks that name it. */
  readonly named: readonly Task[];
  /** Tasks that name only a group which may take it in: 乡镇人民政府 for a town, 各有关部门 for a bureau. */
  readonly collective: readonly Task[];
  /** Whether a group, as printed, may take the unit in. */
  readonly mayInclude: (printed: string) => boolean;
}

/** @param unit as a chat is bound to it: 县司法局, 谭店乡; after a county only the documents of that county count: 西平县司法局 */
export function dutiesOf(unit: string, corpus: Corpus): UnitDuties {
  const places = [...new Set(corpus.documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  const place = places.find((each) => unit.startsWith(each));
  const tasks = place === undefined ? corpus.tasks : corpus.tasks.filter(({ documentId }) => corpus.document(documentId)?.region === place);
  const isMeant = unitTest(unit, corpus);
  const named = new Set(tasks.filter(({ assignments }) => assignments.some(isMeant)));
  const mayInclude = groupsOf(unit);
  return { named: [...named], mayInclude, collective: tasks.filter((task) => !named.has(task) && task.collective.some(({ printed }) => mayInclude(printed))) };
}

/** Tells whether an assignment is to the unit, whatever its document. A town is known by its name alone: 谭店乡 and 西平县谭店乡人民政府 are one. */
function unitTest(unit: string, { register, documents }: Pick<Corpus, "register" | "documents">): (assignment: Pick<Assignment, "unit" | "name">) => boolean {
  const places = [...new Set(documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
  if (isTownName(unit)) {
    const town = townOf(unit, places);
    return ({ name }) => isTownName(name) && townOf(name, places) === town;
  }
  const { unit: id } = register.readName(unit, { places });
  return (assignment) => assignment.unit === id;
}

/** Tells whether a group, as printed, may take a unit in. */
export function groupsOf(unit: string): (printed: string) => boolean {
  const isIts = isTownName(unit) ? groupOfTown(unit) : GROUP_OF_BUREAUS;
  return (printed) => isIts.test(printed);
}

/** 各有关部门, 各单位, 县直有关单位; not 各乡镇人民政府. 各乡镇各部门 takes in both. */
const GROUP_OF_BUREAUS = /部门|单位/u;
const GROUP_OF_TOWNS = /乡|镇/u;
const GROUP_OF_SUBDISTRICTS = /街道|办事处/u;

function groupOfTown(town: string): RegExp {
  return /街道/u.test(town) ? GROUP_OF_SUBDISTRICTS : GROUP_OF_TOWNS;
}
