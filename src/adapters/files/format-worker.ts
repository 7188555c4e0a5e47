// The program of the thread that reads files of foreign formats: a job in, an answer out. It takes one job at a time.
import { parentPort } from "node:worker_threads";
import { layOut, type SourceText } from "../../core/document/source-text.ts";
import { AppError, type ErrorCode } from "../../errors.ts";
import { type ForeignKind, loadFormatReader } from "./format-readers.ts";

/** A file to read. */
export interface FormatJob {
  readonly kind: ForeignKind;
  readonly bytes: Uint8Array;
  /** Base name, for messages. */
  readonly file: string;
}

export type FormatAnswer = { readonly ok: true; readonly source: SourceText } | { readonly ok: false; readonly code: ErrorCode; readonly message: string };

parentPort?.on("message", (job: FormatJob) => {
  void answer(job).then((answered) => parentPort?.postMessage(answered));
});

async function answer({ kind, bytes, file }: FormatJob): Promise<FormatAnswer> {
  try {
    const read = await loadFormatReader(kind);
    const { blocks, lapse } = await read(bytes, file);
    return { ok: true, source: { ...layOut(blocks), lapse } };
  } catch (error) {
    if (error instanceof AppError) return { ok: false, code: error.code, message: error.message };
    return { ok: false, code: "unreadable", message: `「${file}」已损坏，不能读取：请重新取得完整的文件，或另存为纯文本后再用。` };
  }
}
