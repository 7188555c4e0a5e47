import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Role, Task } from "../../core/ledger/task.ts";
import { sliceOf } from "../../core/text/span.ts";
import { dueOf } from "../office/progress-words.zh.ts";
import type { SheetTable } from "../spreadsheets.ts";
import { sectionOf } from "./arrange-duties.ts";
import * as say from "./duty-words.zh.ts";

/** A task in its document, as one row of an exported table. */
export interface TableRow {
  readonly document: OfficialDocument;
  readonly task: Task;
  /** The words over the group that the row stands in. */
  readonly group?: string | undefined;
}

type Column = keyof typeof say.COLUMNS;

const CELLS: Readonly<Record<Column, (row: TableRow) => string>> = {
  group: ({ group }) => group ?? "",
  documentId: ({ document }) => document.id,
  document: ({ document }) => document.title,
  documentNumber: ({ document }) => document.documentNumber?.printed ?? "",
  ordinal: ({ task }) => String(task.ordinal),
  label: ({ task }) => task.label,
  path: ({ task }) => task.path.join(""),
  section: ({ document, task }) => headingOver(document, task),
  title: ({ task }) => task.title,
  responsible: ({ task }) => namesIn(task, "responsible"),
  lead: ({ task }) => namesIn(task, "lead"),
  support: ({ task }) => namesIn(task, "support"),
  collective: ({ task }) => task.collective.map(({ printed }) => printed).join("、"),
  officers: ({ task }) => task.officers.map(({ name, role }) => `${role}：${name}`).join("、"),
  deadline: ({ task }) => task.deadline?.text ?? "",
  dueOn: ({ task }) => task.deadline?.dueOn ?? "",
  times: ({ task }) => dueOf(task),
  corrected: ({ task }) => (task.corrected ? say.CORRECTED : ""),
  lapsed: ({ document }) => document.lapsed ?? "",
  source: ({ document, task }) => sliceOf(document.source, task.span),
};

/** The duty ledger as a table for office programs, one row a task, a column of the groups where there are any. */
export function dutyTable(name: string, rows: readonly TableRow[], about: SheetTable["about"]): SheetTable {
  const isGrouped = rows.some(({ group }) => group !== undefined);
  const columns = (Object.keys(say.COLUMNS) as Column[]).filter((column) => column !== "group" || isGrouped);
  return {
    name,
    columns: columns.map((column) => say.COLUMNS[column]),
    rows: {
      length: rows.length,
      *[Symbol.iterator]() {
        for (const row of rows) yield columns.map((column) => CELLS[column](row));
      },
    },
    about,
  };
}

function headingOver(document: OfficialDocument, task: Task): string {
  const section = sectionOf(document, task);
  return section === undefined ? "" : say.headingWords(section);
}

function namesIn({ assignments }: Task, role: Role): string {
  return [...new Set(assignments.flatMap((assignment) => (assignment.role === role ? [assignment.name] : [])))].join("、");
}
