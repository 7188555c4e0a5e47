import * as z from "zod";
import { type Duty, findDuties } from "../../../../app/duties/find-duties.ts";
import { CalendarRecord, calendarRecord } from "../../../../app/records/calendar-record.ts";
import { DocumentIdField } from "../../../../app/records/citation-record.ts";
import { TaskRecord, taskRecord } from "../../../../app/records/task-record.ts";
import { CollectiveUnitRecord, collectiveUnitRecords, UnitRecord, unitRecords } from "../../../../app/records/unit-record.ts";
import type { Due } from "../../../../core/reminders/dues.ts";
import { WebFault } from "../../fault.ts";
import * as say from "../messages.zh.ts";
import { listOf, PAGING, pageOf } from "../paging.ts";
import { apiRoute } from "../route.ts";
import { DATE_FROM, DATE_TO, DOCUMENT_FILTER, dutyFilterOf, getDocument, TASK_FILTERS, UNIT_FILTER } from "./filters.ts";

export const TaskList = listOf(TaskRecord, "任务，按文件和印出的先后");

export const tasks = apiRoute({
  method: "get",
  path: "/api/v1/tasks",
  operationId: "listTasks",
  tag: "tasks",
  summary: "查任务",
  description: "每个条件都要符合；什么也不写就是全部任务。total 是符合的一共几项。",
  query: z.object({ ...TASK_FILTERS, ...PAGING }),
  replies: [{ status: 200, description: "任务", schema: TaskList }],
  faults: [404],
  async answer(site, { query }) {
    const found = findDuties(await site.assistant.corpus(), await dutyFilterOf(site, query));
    return { json: pageOf(found, query, taskRecord) satisfies z.infer<typeof TaskList> };
  },
});

export const task = apiRoute({
  method: "get",
  path: "/api/v1/tasks/{document}/{ordinal}",
  operationId: "getTask",
  tag: "tasks",
  summary: "看一项任务",
  params: z.object({
    document: DocumentIdField,
    ordinal: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: "在文件里是第几项，从 1 数起", examples: [1] }),
  }),
  replies: [{ status: 200, description: "任务", schema: TaskRecord }],
  faults: [404],
  async answer(site, { params: { document, ordinal } }) {
    const corpus = await site.assistant.corpus();
    const { id } = getDocument(corpus, document);
    const found = findDuties(corpus, { document: id });
    const duty = found[ordinal - 1];
    if (!duty) throw new WebFault(404, say.noSuchTask(id, ordinal, found.length));
    return { json: taskRecord(duty) };
  },
});

export const UnitList = z
  .object({
    units: z.array(UnitRecord).meta({ description: "点名的单位，任务多的在前" }),
    collective: z.array(CollectiveUnitRecord).meta({ description: "笼统点名，任务多的在前" }),
  })
  .meta({ description: "文件点名的单位" });

export const units = apiRoute({
  method: "get",
  path: "/api/v1/units",
  operationId: "listUnits",
  tag: "tasks",
  summary: "看文件点名了哪些单位，各有几项任务",
  query: z.object({ document: DOCUMENT_FILTER }),
  replies: [{ status: 200, description: "单位", schema: UnitList }],
  faults: [404],
  async answer({ assistant }, { query: { document } }) {
    const corpus = await assistant.corpus();
    const named = document === undefined ? corpus.tasks : corpus.tasksOf(getDocument(corpus, document).id);
    return { json: { units: [...unitRecords(corpus, named)], collective: [...collectiveUnitRecords(named)] } satisfies z.infer<typeof UnitList> };
  },
});

export const CalendarList = listOf(CalendarRecord, "到期的事，按日子的先后");

export const calendar = apiRoute({
  method: "get",
  path: "/api/v1/calendar",
  operationId: "listDues",
  tag: "tasks",
  summary: "看什么时候有什么到期",
  description: "只由文件写明的日期和周期算出；周期在文件的有效时间里每期一条。不写 from 和 to 就是全部。",
  query: z.object({ from: DATE_FROM, to: DATE_TO, unit: UNIT_FILTER, document: DOCUMENT_FILTER, ...PAGING }),
  replies: [{ status: 200, description: "到期的事", schema: CalendarList }],
  faults: [404],
  async answer(site, { query }) {
    const { from = "0000-01-01", to = "9999-12-31" } = query;
    const duties = findDuties(await site.assistant.corpus(), await dutyFilterOf(site, query));
    const found = duties
      .flatMap((duty) => duty.dues.filter(({ dueOn }) => from <= dueOn && dueOn <= to).map((due): DueOfDuty => ({ duty, due })))
      .sort((one, other) => one.due.dueOn.localeCompare(other.due.dueOn));
    return { json: pageOf(found, query, ({ duty, due }) => calendarRecord(duty, due)) satisfies z.infer<typeof CalendarList> };
  },
});

interface DueOfDuty {
  readonly duty: Duty;
  readonly due: Due;
}
