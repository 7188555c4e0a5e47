import { createLibrary } from "../adapters/files/library.ts";
import { takeSnapshot } from "../adapters/files/seeds.ts";
import type { LibraryFacts } from "../app/document-library.ts";
import { AppError } from "../errors.ts";
import { agrees } from "./agrees.ts";
import type { CommandCall } from "./command.ts";
import { corpusConfigOf, libraryFolderOf, seedReadingOf } from "./compose.ts";
import { createDocumentShelf } from "./document-shelf.ts";
import { type Edge, write } from "./edge.ts";
import * as say from "./messages.zh.ts";

/** `mingbai remove`: takes an imported document out. Asks first where somebody sits at a terminal. @returns 1 where they say no */
export async function runRemove({ edge, switches, words }: CommandCall): Promise<number> {
  const [id = ""] = words;
  const library = createLibrary(libraryFolderOf(edge));
  const facts = library.list().find((known) => known.id === id);
  if (!facts) throw await notImported(edge, id, library.list());
  if (!switches.has("yes") && edge.stdin.isTTY && !(await agrees(edge, say.askToRemove(facts)))) {
    await write(edge.stdout, `${say.notRemoved()}\n`);
    return 1;
  }
  await createDocumentShelf(edge, () => undefined).remove(id);
  await write(edge.stdout, `${say.removed(facts)}\n`);
  return 0;
}

async function notImported(edge: Edge, id: string, imported: readonly LibraryFacts[]): Promise<AppError> {
  const { files } = await takeSnapshot(corpusConfigOf(edge).seedsDir, seedReadingOf(edge)).read();
  if (files.some((file) => file.id === id)) return new AppError("not_found", say.shippedStays(id));
  return new AppError(
    "not_found",
    say.noSuchDocument(
      id,
      imported.map((known) => known.id),
    ),
  );
}
