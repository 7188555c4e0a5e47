import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createWaitingFiles } from "../adapters/files/waiting-files.ts";
import type { FileDesk, ProgramDesk } from "../app/file-desk.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import { importRecord } from "../app/records/import-record.ts";
import { corpusConfigOf } from "./compose.ts";
import { importDeskOf } from "./compose-import.ts";
import { renderImported } from "./document-report.ts";
import type { Edge } from "./edge.ts";
import * as say from "./messages.zh.ts";

const LONGEST_NAME_CHARACTERS = 120;
/** A connection on which nothing is said for longer is cut. */
const CATCH_UP_WITHIN_MS = 10_000;

/** Takes files that administrators send to the bot. What is imported is answered from as soon as it is read. */
export function createFileDesk(edge: Edge, assistant: LiveAssistant): FileDesk & ProgramDesk & { close(): Promise<void> } {
  const desk = importDeskOf(edge);
  const waiting = createWaitingFiles(join(corpusConfigOf(edge).home, "incoming"), Date.now);
  return {
    async receive(sentName, bytes) {
      const name = safeName(sentName);
      const reading = await desk.tryFile({ name, bytes, given: {} });
      const report = renderImported(reading, undefined, desk.register);
      return { id: waiting.put({ name, bytes, report }), report };
    },
    waiting: () => Promise.resolve(waiting.list()),
    async accept(id) {
      const file = waiting.find(id);
      if (!file) return undefined;
      const { reading, outcome } = await desk.importFile({ name: file.name, bytes: file.bytes, given: {} });
      waiting.forget(id);
      // Nobody waits for it; how it went is in the log.
      void assistant.catchUp();
      return { said: renderImported(reading, outcome, desk.register), documentId: reading.document.id };
    },
    discard(id) {
      const file = waiting.find(id);
      waiting.forget(id);
      return Promise.resolve(file && say.fileDiscarded(file.name));
    },
    async take(sentName, bytes, keeps) {
      const file = { name: safeName(sentName), bytes, given: {} };
      if (!keeps) return importRecord(await desk.tryFile(file), undefined);
      const { reading, outcome } = await desk.importFile(file);
      const outOfTime = new AbortController();
      await Promise.race([assistant.catchUp(), wait(CATCH_UP_WITHIN_MS, undefined, outOfTime).catch(() => undefined)]);
      outOfTime.abort();
      return importRecord(reading, outcome);
    },
    close: () => desk.close(),
  };
}

/** A base name without a path, control characters or an end that nobody reads. */
function safeName(name: string): string {
  const base = name.split(/[\\/]/u).at(-1) ?? "";
  const clean = base.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, "").replace(/^\.+/u, "");
  return clean === "" ? say.namelessFile() : [...clean].slice(-LONGEST_NAME_CHARACTERS).join("");
}
