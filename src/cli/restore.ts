import { resolve } from "node:path";
import { type Backup, openBackup } from "../adapters/backup/backup-file.ts";
import { createLibrary } from "../adapters/files/library.ts";
import { stageLibrary } from "../adapters/files/library-archive.ts";
import { type DumpedRow, restoreStore, STORE_STEPS } from "../adapters/store/dump.ts";
import { openStore } from "../adapters/store/store.ts";
import { AppError } from "../errors.ts";
import { agrees } from "./agrees.ts";
import type { CommandCall } from "./command.ts";
import { libraryFolderOf } from "./compose.ts";
import { write } from "./edge.ts";
import * as say from "./store-messages.zh.ts";
import { storePlaceOf } from "./store-place.ts";

/**
 * `mingbai restore`: puts a backup in the place of what is there. The backup is read to its end first; the store changes in one transaction, which a
 * running bot only waits for; then each document is put in place at once. @returns 1 where the user says no
 */
export async function runRestore({ edge, switches, words: [file = ""] }: CommandCall): Promise<number> {
  const path = resolve(edge.workingDir, file);
  const place = storePlaceOf(edge);
  const folder = libraryFolderOf(edge);
  const backup = await openBackup(path, STORE_STEPS);
  if (!switches.has("yes")) {
    if (!edge.stdin.isTTY) throw new AppError("usage", say.restoreNeedsYes());
    if (!(await agrees(edge, say.askToRestore(backup)))) {
      await write(edge.stdout, `${say.notRestored()}\n`);
      return 1;
    }
  }
  const library = stageLibrary(folder);
  try {
    for await (const entry of backup.read()) if ("file" in entry) library.add({ path: entry.file, content: Buffer.from(entry.content, "base64") });
    const notSentAgain = await restoreStore(place, rowsOf(backup), Date.now());
    const documents = await createLibrary(folder).whileLocked(() => library.putInPlace());
    const store = await openStore(place);
    const made = new Date(backup.madeAtMs).toISOString();
    await store
      .audit({ atMs: Date.now(), actor: "cli", action: "restore", object: made, result: "done", detail: `${backup.entries}` })
      .finally(() => store.close());
    await write(edge.stdout, `${say.restored(backup, documents, notSentAgain)}\n`);
  } finally {
    library.discard();
  }
  return 0;
}

async function* rowsOf(backup: Backup): AsyncGenerator<DumpedRow> {
  for await (const entry of backup.read()) if ("table" in entry) yield entry;
}
