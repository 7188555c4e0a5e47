import { importReport } from "../app/import-document.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import type { Assignment, Task } from "../core/ledger/task.ts";
import { sliceOf } from "../core/text/span.ts";
import { renderCsv } from "./csv.ts";
import * as say from "./messages.zh.ts";
import { renderTable } from "./table.ts";

/** A document with those of its tasks that were asked for. */
export interface LedgerPart {
  readonly document: OfficialDocument;
  readonly tasks: readonly Task[];
}

/**
 * The ledger in the format: `csv` for spreadsheet programs, `json` for other programs (the tasks of the import contract, each
 * with its document, and `corrected` where a correction changed it), else a table to read.
 * @param unit the unit that the tasks were chosen by, as the user wrote it
 */
export function renderLedger(parts: readonly LedgerPart[], format: string, unit: string | undefined): string {
  if (format === "json") return `${JSON.stringify(parts.flatMap(toJson), undefined, 2)}\n`;
  if (format === "csv") return renderCsv([CSV_HEADER, ...parts.flatMap(toCsvRows)]);
  const shown = parts.filter(({ tasks }) => tasks.length > 0);
  if (shown.length === 0) return `${unit === undefined ? say.ledgerIsEmpty() : say.unitHasNoTasks(unit)}\n`;
  return shown.map(({ document, tasks }) => `${say.documentHeading(document, tasks.length)}\n${renderTable(TABLE_HEADER, tasks.map(toTableRow))}`).join("\n");
}

function toJson({ document, tasks }: LedgerPart): object[] {
  const { tasks: reports } = importReport(document, { documentId: document.id, tasks, anomalies: [] });
  return reports.map((report, index) => ({ document: document.id, file: document.file, ...report, ...(tasks[index]?.corrected && { corrected: true }) }));
}

const TABLE_HEADER = ["序号", "编号", "任务", "时限", "单位"];

function toTableRow(task: Task): string[] {
  const units = task.assignments.map(({ name, role }) => (role === "responsible" ? name : `${name}（${say.ROLES[role]}）`));
  const collective = task.collective.map(({ printed }) => printed);
  return [
    String(task.ordinal),
    task.label,
    markedTitle(task),
    task.deadline?.text ?? "",
    [units.join("、"), collective.join("、")].filter(Boolean).join(" / "),
  ];
}

/** Nobody is to take a corrected row for the document's own words. */
function markedTitle({ title, corrected }: Task): string {
  return corrected ? `${title}${say.correctedMark()}` : title;
}

const CSV_HEADER = [
  "文件编号",
  "文件",
  "发文字号",
  "序号",
  "编号",
  "位置",
  "任务",
  "责任单位",
  "牵头单位",
  "配合单位",
  "笼统点名",
  "责任领导和联系人",
  "完成时限",
  "到期日",
  "更正",
  "原文",
];

function toCsvRows({ document, tasks }: LedgerPart): (string | number)[][] {
  return tasks.map((task) => [
    document.id,
    document.title,
    document.documentNumber?.printed ?? "",
    task.ordinal,
    task.label,
    task.path.join(""),
    task.title,
    namesWithRole(task.assignments, "responsible"),
    namesWithRole(task.assignments, "lead"),
    namesWithRole(task.assignments, "support"),
    task.collective.map(({ printed }) => printed).join("、"),
    task.officers.map(({ name, role }) => `${role}：${name}`).join("、"),
    task.deadline?.text ?? "",
    task.deadline?.dueOn ?? "",
    task.corrected ? say.correctedMark() : "",
    sliceOf(document.source, task.span),
  ]);
}

function namesWithRole(assignments: readonly Assignment[], role: Assignment["role"]): string {
  return assignments.flatMap((assignment) => (assignment.role === role ? [assignment.name] : [])).join("、");
}
