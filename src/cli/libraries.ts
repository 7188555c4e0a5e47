import { listLibraries } from "../adapters/law-library/law-library.ts";
import { timeInChina } from "../app/date-in-china.ts";
import type { CommandCall } from "./command.ts";
import { lawFolderOf } from "./compose-laws.ts";
import { write } from "./edge.ts";
import * as say from "./law-messages.zh.ts";
import { renderTable } from "./table.ts";

/** `mingbai libraries`: which law libraries there are. */
export async function runLibraries({ edge }: CommandCall): Promise<number> {
  const rows = listLibraries(lawFolderOf(edge)).map(({ name, articles, laws, importedAtMs }) => [
    name,
    String(articles),
    String(laws),
    timeInChina(importedAtMs),
  ]);
  await write(edge.stdout, rows.length === 0 ? `${say.noLibraries()}\n` : renderTable(say.COLUMNS, rows));
  return 0;
}
