import * as z from "zod";
import type { Due } from "../../core/reminders/dues.ts";
import type { Duty } from "../duties/find-duties.ts";
import { CitationRecord, citedRecord } from "./citation-record.ts";
import { DueRecord, dueRecord } from "./task-record.ts";

/** Something that is due, with the task that it is of. */
export const CalendarRecord = z
  .object({
    ...DueRecord.shape,
    task: z
      .object({
        ...CitationRecord.shape,
        ordinal: z.int().min(1).meta({ description: "在文件里是第几项，从 1 数起" }),
        label: z.string().meta({ description: "层次序数，照印" }),
        title: z.string().meta({ description: "任务的标题" }),
        units: z.array(z.string()).meta({ description: "点名的单位，简称" }),
      })
      .meta({ description: "哪一项任务；quote 是整项任务的原文" }),
  })
  .meta({ description: "到期的一件事和它的任务" });
export type CalendarRecord = z.infer<typeof CalendarRecord>;

export function calendarRecord({ document, task }: Duty, due: Due): CalendarRecord {
  const { ordinal, label, title, assignments } = task;
  const units = [...new Set(assignments.map(({ name }) => name))];
  return { ...dueRecord(due), task: { ...citedRecord(document, task.span, task.path), ordinal, label, title, units } };
}
