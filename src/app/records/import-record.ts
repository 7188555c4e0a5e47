import * as z from "zod";
import { type ImportReport, importReport, type TaskReport } from "../import-document.ts";
import type { ImportOutcome, ImportReading } from "../import-file.ts";
import { DocumentIdField } from "./citation-record.ts";
import { DocumentRecord } from "./document-record.ts";
import { DateField, RoleField } from "./task-record.ts";

const PlaceRecord = z.object({
  ordinal: z.int().min(1).meta({ description: "第几项，从 1 数起" }),
  label: z.string().meta({ description: "层次序数，照印" }),
  title: z.string().meta({ description: "任务的标题" }),
});

const OutcomeRecord = z
  .object({
    kind: z.enum(["added", "unchanged", "replaced"]).meta({ description: "added 新收录，unchanged 已有同样的，replaced 换成了新版本" }),
    added: z.array(PlaceRecord).meta({ description: "新版本多出的任务" }),
    removed: z.array(PlaceRecord).meta({ description: "新版本去掉的任务" }),
    reworded: z.array(z.object({ before: PlaceRecord, after: PlaceRecord })).meta({ description: "新版本改动的任务" }),
  })
  .meta({ description: "收录的结果" });

const TaskReportRecord = z
  .object({
    ...PlaceRecord.shape,
    path: z.array(z.string()),
    text: z.string().meta({ description: "序数后面的正文" }),
    assignments: z.array(z.object({ unit: z.string(), role: RoleField, printed: z.string() })),
    collective: z.array(z.object({ printed: z.string(), role: RoleField })),
    deadline: z
      .object({
        text: z.string(),
        dueOn: DateField.nullable(),
        recurring: z.string().nullable(),
        minCount: z.int().nullable(),
        ongoing: z.boolean(),
        immediate: z.boolean(),
      })
      .nullable(),
    officers: z.array(z.object({ name: z.string(), role: z.string() })),
  })
  .meta({ description: "读出的一项任务" });

/** What `import --json` prints for a file, and what became of it. */
export const ImportRecord = z
  .object({
    file: z.string().meta({ description: "文件名" }),
    ok: z.literal(true),
    document: z
      .object({
        id: DocumentIdField,
        title: z.string(),
        documentNumber: z.string().nullable(),
        issuer: z.string().nullable(),
        issuedOn: DateField.nullable(),
        kind: DocumentRecord.shape.kind,
      })
      .meta({ description: "读出的文件" }),
    tasks: z.array(TaskReportRecord).meta({ description: "读出的任务" }),
    articles: z
      .array(
        z.object({
          label: z.string(),
          chapter: z.string().nullable(),
          section: z.string().nullable(),
          text: z.string(),
          paragraphs: z.array(z.object({ text: z.string(), items: z.array(z.object({ label: z.string(), text: z.string() })) })),
        }),
      )
      .meta({ description: "法规的条、款、项" }),
    anomalies: z.array(z.object({ kind: z.string(), text: z.string() })).meta({ description: "疑似错漏" }),
    outcome: OutcomeRecord.nullable().meta({ description: "收录的结果；只读不收录时是 null" }),
  })
  .meta({ description: "读一份文件的报告，与 mingbai import --json 相同" });

/** What was read in a file, and what became of it; null where nothing was to be kept. */
export interface ImportedReport extends ImportReport {
  readonly outcome: z.infer<typeof OutcomeRecord> | null;
}

export function importRecord({ document, entry }: ImportReading, outcome: ImportOutcome | undefined): ImportedReport {
  return { ...importReport(document, entry), outcome: outcome ? outcomeRecord(outcome) : null };
}

function outcomeRecord(outcome: ImportOutcome): z.infer<typeof OutcomeRecord> {
  if (outcome.kind !== "replaced") return { kind: outcome.kind, added: [], removed: [], reworded: [] };
  const { added, removed, reworded } = outcome.changes;
  return {
    kind: outcome.kind,
    added: added.map(placeOf),
    removed: removed.map(placeOf),
    reworded: reworded.map(({ before, after }) => ({ before: placeOf(before), after: placeOf(after) })),
  };
}

function placeOf({ ordinal, label, title }: TaskReport): z.infer<typeof PlaceRecord> {
  return { ordinal, label, title };
}
