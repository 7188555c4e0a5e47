import { importReport } from "../app/import-document.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import type { Task } from "../core/ledger/task.ts";
import * as say from "./messages.zh.ts";
import { renderTable } from "./table.ts";

/** A document with those of its tasks that were asked for. */
export interface LedgerPart {
  readonly document: OfficialDocument;
  readonly tasks: readonly Task[];
}

/**
 * The ledger in the format: `json` for other programs (the tasks of the import contract, each with its document, and `corrected` where a
 * correction changed it), else a table to read.
 * @param unit the unit that the tasks were chosen by, as the user wrote it
 */
export function renderLedger(parts: readonly LedgerPart[], format: string, unit: string | undefined): string {
  if (format === "json") return `${JSON.stringify(parts.flatMap(toJson), undefined, 2)}\n`;
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
