import * as z from "zod";
import type { DocumentId } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Role, Task } from "../../core/ledger/task.ts";
import { unitKey } from "../../core/reminders/scope-index.ts";
import { DocumentIdField } from "./citation-record.ts";

const Count = z.int().min(0);

/** A unit that the documents name. */
export const UnitRecord = z
  .object({
    unit: z.string().meta({ description: "单位简称", examples: ["县司法局"] }),
    unitId: z.string().meta({ description: "单位的编号，各县通用", examples: ["justice-bureau"] }),
    region: z.string().nullable().meta({ description: "哪个县（市、区）的；文件没有写明就是 null" }),
    tasks: Count.meta({ description: "点名它的任务有几项" }),
    lead: Count.meta({ description: "其中几项由它牵头" }),
    responsible: Count.meta({ description: "其中几项由它负责，不分牵头和配合" }),
    support: Count.meta({ description: "其中几项由它配合" }),
    documents: z.array(DocumentIdField).meta({ description: "点名它的文件" }),
  })
  .meta({ description: "文件点名的一个单位，不含单位内设的科室" });
export type UnitRecord = z.infer<typeof UnitRecord>;

/** A group of units that the documents name. */
export const CollectiveUnitRecord = z
  .object({
    printed: z.string().meta({ description: "照印", examples: ["各有关部门"] }),
    tasks: Count.meta({ description: "有几项任务这样写" }),
    documents: z.array(DocumentIdField).meta({ description: "这样写的文件" }),
  })
  .meta({ description: "笼统点名的单位" });
export type CollectiveUnitRecord = z.infer<typeof CollectiveUnitRecord>;

/** The units that tasks name, those with the most tasks first. A county's bureau is another county's other bureau; a task counts once for a unit. */
export function unitRecords(corpus: Corpus, tasks: readonly Task[]): readonly UnitRecord[] {
  const regions = [...new Set(corpus.documents.flatMap(({ region }) => region ?? []))];
  const counts = new Map<string, UnitRecord & { readonly of: Set<Task>; readonly roles: Readonly<Record<Role, Set<Task>>> }>();
  for (const task of tasks) {
    const region = corpus.document(task.documentId)?.region ?? null;
    for (const { unit, name, role } of task.assignments.filter(({ isOffice }) => isOffice !== true)) {
      const key = `${region ?? ""} ${unitKey(unit, name, regions)}`;
      const known = counts.get(key) ?? {
        ...{ unit: name, unitId: unit, region, tasks: 0, lead: 0, responsible: 0, support: 0, documents: [] },
        of: new Set(),
        roles: { lead: new Set(), responsible: new Set(), support: new Set() },
      };
      known.of.add(task);
      known.roles[role].add(task);
      counts.set(key, known);
    }
  }
  return [...counts.values()]
    .map(({ of, roles: { lead, responsible, support }, ...unit }) => ({
      ...unit,
      ...{ tasks: of.size, lead: lead.size, responsible: responsible.size, support: support.size, documents: documentsOf(of) },
    }))
    .sort((one, other) => other.tasks - one.tasks);
}

/** The groups that tasks name, those with the most tasks first. */
export function collectiveUnitRecords(tasks: readonly Task[]): readonly CollectiveUnitRecord[] {
  const counts = new Map<string, Set<Task>>();
  for (const task of tasks) {
    for (const { printed } of task.collective) counts.set(printed, (counts.get(printed) ?? new Set()).add(task));
  }
  return [...counts].map(([printed, of]) => ({ printed, tasks: of.size, documents: documentsOf(of) })).sort((one, other) => other.tasks - one.tasks);
}

function documentsOf(tasks: ReadonlySet<Task>): DocumentId[] {
  return [...new Set([...tasks].map(({ documentId }) => documentId))];
}
