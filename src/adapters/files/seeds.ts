import { crc32 } from "node:zlib";
import type { SourceSnapshot } from "../../app/corpus.ts";
import { type RawFile, readRawFiles } from "./raw-files.ts";
import type { SeedReading } from "./seed-files.ts";

/**
 * Takes a snapshot of a directory of documents of all formats, each with an optional sidecar of the same name and the ending .json. Plain
 * text is read now, decoded by `read()`. Never throws: what is wrong is in `problems`.
 */
export function takeSnapshot(directory: string, reading: SeedReading): SourceSnapshot {
  const raw = readRawFiles(directory);
  // Where nothing was written, the stamp is all that is asked for.
  const loadReader = () => import("./seed-files.ts");
  return {
    stamp: stampOf(raw),
    digest: async () => (await loadReader()).digestOf(raw),
    read: async () => (await loadReader()).decodeSeedFiles(raw, reading),
  };
}

/** Length, checksum and time of change. The system sets that time (ctime) at every write and lets no program choose it, so that each makes up for what the other may miss. */
function stampOf(files: readonly RawFile[]): string {
  return JSON.stringify(
    files.map((file) => {
      if ("problem" in file) return [file.name, file.problem];
      return "bytes" in file ? [file.name, file.bytes.length, crc32(file.bytes), file.changedAtMs] : [file.name, file.length, file.changedAtMs];
    }),
  );
}
