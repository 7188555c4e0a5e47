import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { writeBackup } from "../adapters/backup/backup-file.ts";
import { createLibrary } from "../adapters/files/library.ts";
import { readLibraryFiles } from "../adapters/files/library-archive.ts";
import { dumpStore, STORE_STEPS } from "../adapters/store/dump.ts";
import type { CommandCall } from "./command.ts";
import { libraryFolderOf } from "./compose.ts";
import { write } from "./edge.ts";
import * as say from "./store-messages.zh.ts";
import { storePlaceOf } from "./store-place.ts";

/** `mingbai backup`: the store and the imported documents in one file, while the bot runs. */
export async function runBackup({ edge, words: [file = ""] }: CommandCall): Promise<number> {
  const path = resolve(edge.workingDir, file);
  const place = storePlaceOf(edge);
  const folder = libraryFolderOf(edge);
  let rows = 0;
  const documents = new Set<string>();
  await writeBackup(path, STORE_STEPS, Date.now(), async (writeEntry) => {
    await dumpStore(place, async (row) => {
      rows += 1;
      await writeEntry(row);
    });
    if (!existsSync(folder)) return;
    await createLibrary(folder).whileLocked(async () => {
      for (const { path: own, content } of readLibraryFiles(folder)) {
        documents.add(own.slice(0, own.indexOf("/")));
        await writeEntry({ file: own, content: Buffer.from(content).toString("base64") });
      }
    });
  });
  await write(edge.stdout, `${say.backedUp(path, rows, documents.size)}\n`);
  return 0;
}
