import * as z from "zod";
import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Deadline, Obligation } from "../../core/ledger/task.ts";
import type { Due } from "../../core/reminders/dues.ts";
import type { Duty } from "../duties/find-duties.ts";
import { CitationRecord, citedRecord, QuoteRecord, quoteRecord } from "./citation-record.ts";

export const DateField = z.iso.date().meta({ description: "日期", examples: ["2020-12-31"] });
export const RoleField = z.enum(["lead", "responsible", "support"]).meta({ description: "角色：lead 牵头，responsible 责任，support 配合" });
const RHYTHMS = ["monthly", "quarterly", "half-yearly", "yearly"] as const;
const CountField = z.int().min(0).nullable().meta({ description: "至少几次（期、件……）；没有写明就是 null" });
const DueDateField = DateField.nullable().meta({ description: "最迟哪一天；没有写明就是 null" });

export const AssignmentRecord = z
  .object({
    unit: z.string().meta({ description: "单位简称，错字已改正", examples: ["县司法局"] }),
    unitId: z.string().meta({ description: "单位的编号，各县通用", examples: ["justice-bureau"] }),
    role: RoleField,
    printed: z.string().meta({ description: "文件上印的名称，一字不改" }),
    inferred: z.boolean().meta({ description: "没有“责任单位”之类的字样，由句子读出来的" }),
    isOffice: z.boolean().meta({ description: "单位内设的科室；数单位时不算" }),
    ...QuoteRecord.shape,
  })
  .meta({ description: "任务点名的一个单位" });

const CollectiveRecord = z
  .object({ printed: z.string().meta({ description: "照印，例如“各有关部门”" }), role: RoleField, ...QuoteRecord.shape })
  .meta({ description: "笼统点名：点的是一类单位，不是一个单位" });

const DeadlineRecord = z
  .object({
    dueOn: DueDateField,
    recurring: z.enum(RHYTHMS).nullable().meta({ description: "多久一次；不重复就是 null" }),
    minCount: CountField,
    ongoing: z.boolean().meta({ description: "长期坚持、持续推进" }),
    immediate: z.boolean().meta({ description: "立行立改" }),
    ...QuoteRecord.shape,
  })
  .meta({ description: "完成时限" });

const ObligationRecord = z
  .object({
    recurring: z
      .enum([...RHYTHMS, "irregular"])
      .nullable()
      .meta({ description: "多久一次；irregular 是只说“定期”；不重复就是 null" }),
    minCount: CountField,
    dueOn: DueDateField,
    ...QuoteRecord.shape,
  })
  .meta({ description: "量化要求：写明了次数、频率或日期的一句" });

const ReferenceRecord = z
  .object({
    title: z.string().meta({ description: "带书名号，照印" }),
    documentNumber: z.string().nullable().meta({ description: "文号，照印；没有就是 null" }),
    ...QuoteRecord.shape,
  })
  .meta({ description: "政策依据：任务里提到的文件" });

/** What is due of a task by a day. */
export const DueRecord = z
  .object({
    dueOn: DateField.meta({ description: "最迟哪一天" }),
    rhythm: z.enum([...RHYTHMS, "once"]).meta({ description: "once 是一个日期，其余是一个周期" }),
    from: DateField.nullable().meta({ description: "周期的第一天；一个日期就是 null" }),
    clauses: z.array(QuoteRecord).meta({ description: "由哪几句话算出来的" }),
  })
  .meta({ description: "到期的一件事，只由文件写明的话算出" });
export type DueRecord = z.infer<typeof DueRecord>;

/** One entry of the duty ledger (台账). Its own words are its citation: `quote` is the whole task. */
export const TaskRecord = CitationRecord.extend({
  ordinal: z.int().min(1).meta({ description: "在文件里是第几项，从 1 数起；与 document 合起来是任务的编号" }),
  label: z.string().meta({ description: "层次序数，照印；可能重复或跳号", examples: ["(二十一)"] }),
  title: z.string().meta({ description: "任务的标题" }),
  documentTitle: z.string().meta({ description: "文件的标题" }),
  region: z.string().nullable().meta({ description: "哪个县（市、区）的文件；没有写明就是 null" }),
  assignments: z.array(AssignmentRecord).meta({ description: "点名的单位，按印出的先后" }),
  collective: z.array(CollectiveRecord).meta({ description: "笼统点名的单位" }),
  deadline: DeadlineRecord.nullable().meta({ description: "完成时限；没有写明就是 null" }),
  officers: z
    .array(z.object({ name: z.string(), role: z.string().meta({ description: "照印，例如“包案领导”" }) }))
    .meta({ description: "文件写明的责任领导、联系人" }),
  obligations: z.array(ObligationRecord).meta({ description: "量化要求" }),
  references: z.array(ReferenceRecord).meta({ description: "政策依据" }),
  dues: z.array(DueRecord).meta({ description: "到期的日子，按先后" }),
  corrected: z.boolean().meta({ description: "读出的结果是否经过更正" }),
}).meta({ description: "台账里的一项任务；quote 是整项任务的原文" });
export type TaskRecord = z.infer<typeof TaskRecord>;

export function taskRecord({ document, task, dues }: Duty): TaskRecord {
  return {
    ...citedRecord(document, task.span, task.path),
    ordinal: task.ordinal,
    label: task.label,
    title: task.title,
    documentTitle: document.title,
    region: document.region ?? null,
    assignments: task.assignments.map(({ unit, name, role, printed, inferred, isOffice, span }) => ({
      unit: name,
      unitId: unit,
      role,
      printed,
      inferred,
      isOffice: isOffice === true,
      ...quoteRecord(document, span),
    })),
    collective: task.collective.map(({ printed, role, span }) => ({ printed, role, ...quoteRecord(document, span) })),
    deadline: task.deadline ? deadlineRecord(document, task.deadline) : null,
    officers: task.officers.map(({ name, role }) => ({ name, role })),
    obligations: task.obligations.map((obligation) => obligationRecord(document, obligation)),
    references: task.policyReferences.map(({ title, documentNumber, span }) => ({
      title,
      documentNumber: documentNumber ?? null,
      ...quoteRecord(document, span),
    })),
    dues: dues.map(dueRecord),
    corrected: task.corrected === true,
  };
}

export function dueRecord({ document, dueOn, rhythm, from, clauses }: Due): DueRecord {
  return { dueOn, rhythm, from: from ?? null, clauses: clauses.map((clause) => quoteRecord(document, clause)) };
}

function deadlineRecord(document: OfficialDocument, { dueOn, recurring, minCount, ongoing, immediate, span }: Deadline) {
  return { dueOn: dueOn ?? null, recurring: recurring ?? null, minCount: minCount ?? null, ongoing, immediate, ...quoteRecord(document, span) };
}

function obligationRecord(document: OfficialDocument, { recurring, minCount, dueOn, span }: Obligation) {
  return { recurring: recurring ?? null, minCount: minCount ?? null, dueOn: dueOn ?? null, ...quoteRecord(document, span) };
}
