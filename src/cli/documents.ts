import { createLibrary } from "../adapters/files/library.ts";
import type { CommandCall } from "./command.ts";
import { composeCorpus, libraryFolderOf } from "./compose.ts";
import { write } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { KINDS } from "./report-messages.zh.ts";
import { renderTable } from "./table.ts";

/** `mingbai documents`: what there is, shipped and imported. */
export async function runDocuments({ edge, switches }: CommandCall): Promise<number> {
  const corpus = await composeCorpus(edge);
  const imported = new Set(
    createLibrary(libraryFolderOf(edge))
      .list()
      .map(({ id }) => id),
  );
  const rows = corpus.documents.map((document) => ({
    id: document.id,
    title: document.title,
    documentNumber: document.documentNumber?.printed ?? null,
    issuedOn: document.issuedOn ?? null,
    kind: document.kind,
    tasks: corpus.ledger.find(({ documentId }) => documentId === document.id)?.tasks.length ?? 0,
    file: document.file,
    imported: imported.has(document.id),
  }));
  if (switches.has("json")) {
    await write(edge.stdout, `${JSON.stringify(rows, undefined, 2)}\n`);
    return 0;
  }
  const table = rows.map((row) => [
    row.id,
    row.title,
    row.documentNumber ?? "",
    row.issuedOn ?? "",
    KINDS[row.kind],
    String(row.tasks),
    row.imported ? row.file : say.shippedFile(row.file),
  ]);
  await write(edge.stdout, rows.length === 0 ? `${say.noDocuments()}\n` : renderTable(["编号", "标题", "文号", "成文日期", "类别", "任务", "文件"], table));
  return 0;
}
