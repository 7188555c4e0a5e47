import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseCorrections } from "../adapters/files/corrections-file.ts";
import { correctionsPath } from "../adapters/files/library-stamp.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { libraryFolderOf, takeUsualSnapshot } from "./compose.ts";
import { getById } from "./document-choice.ts";
import { correctedBy, keepCorrections, templateOf } from "./document-shelf.ts";
import { type Edge, write } from "./edge.ts";
import * as say from "./messages.zh.ts";
import { corrections } from "./report-messages.zh.ts";

/**
 * `mingbai correct`: opens a document's corrections in the editor, or tells where they are where there is none. What is not in order is not
 * used. @returns 1 where it is not in order
 */
export async function runCorrect({ edge, words }: CommandCall): Promise<number> {
  const [id = ""] = words;
  const file = getById((await takeUsualSnapshot(edge).read()).files, id);
  const path = correctionsPath(libraryFolderOf(edge), id);
  if (!existsSync(path)) keepCorrections(path, templateOf(file));
  const editor = edge.stdin.isTTY && edge.stdout.isTTY ? (edge.env["VISUAL"] ?? edge.env["EDITOR"]) : undefined;
  const written = editor === undefined ? readFileSync(path, "utf8") : edit(edge, editor, path);
  if (editor === undefined) await write(edge.stdout, `${say.correctionsAt(path)}\n`);
  const corrected = correctedBy(file, written);
  const lines = corrections(corrected);
  await write(edge.stdout, `${lines.length === 0 ? say.noCorrections() : lines.join("\n")}\n`);
  return corrected.unused.length === 0 ? 0 : 1;
}

/** What the editor left. @throws {AppError} `unreadable` for what is not in order; it is kept to go on with, and not used */
function edit({ workingDir, env }: Edge, editor: string, path: string): string {
  const draft = join(dirname(path), `.${basename(path)}`);
  if (!existsSync(draft)) keepCorrections(draft, readFileSync(path, "utf8"));
  // The setting may hold options of the editor.
  const { status } = spawnSync("sh", ["-c", `${editor} "$1"`, "sh", draft], { cwd: workingDir, env, stdio: "inherit" });
  if (status !== 0) throw new AppError("usage", say.editorFailed(editor));
  const written = readFileSync(draft, "utf8");
  try {
    parseCorrections(written, basename(path));
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, `${error.message}\n${say.correctionsNotUsed(draft)}`, { cause: error });
  }
  keepCorrections(path, written);
  rmSync(draft, { force: true });
  return written;
}
