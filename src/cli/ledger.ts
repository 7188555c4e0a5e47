import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { composeCorpus, unitRegister } from "./compose.ts";
import { documentsOf } from "./document-choice.ts";
import { write } from "./edge.ts";
import { xlsxToFile } from "./office-messages.zh.ts";
import { type LedgerPart, renderLedger } from "./render-ledger.ts";
import { getUnit } from "./unit-choice.ts";

/** `mingbai ledger`: the duty ledger as a table, CSV, a workbook or JSON. */
export async function runLedger({ edge, values, switches }: CommandCall): Promise<number> {
  const format = values.get("format") ?? "table";
  const hasProgress = switches.has("progress");
  if (format === "xlsx" && edge.stdout.isTTY) throw new AppError("usage", xlsxToFile());
  const corpus = await composeCorpus(edge, values.get("corpus"));
  const all = documentsOf(corpus, values.get("document")).map((document) => ({
    document,
    tasks: corpus.ledger.find((entry) => entry.documentId === document.id)?.tasks ?? [],
  }));
  const name = values.get("unit");
  const parts = name === undefined ? all : tasksOfUnit(all, name);
  if (hasProgress) await (await import("./ledger-progress.ts")).writeProgress(edge, corpus, { parts, unit: name, format });
  else if (format === "csv" || format === "xlsx") await (await import("./ledger-file.ts")).writeLedgerFile(edge, parts, name, format);
  else await write(edge.stdout, renderLedger(parts, format, name));
  return 0;
}

function tasksOfUnit(parts: readonly LedgerPart[], name: string): LedgerPart[] {
  const unit = getUnit(
    name,
    unitRegister(),
    parts.flatMap(({ tasks }) => tasks),
  );
  return parts.map(({ document, tasks }) => ({ document, tasks: tasks.filter((task) => task.assignments.some((assignment) => assignment.unit === unit)) }));
}
