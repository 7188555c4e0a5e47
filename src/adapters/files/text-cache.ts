import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { SourceText } from "../../core/document/source-text.ts";
import { writeWhole } from "./write-file.ts";

/** Raised whenever what is kept changes its form. */
const FORMAT = 2;

/** What files of foreign formats were read as, by what is in them. Losing it loses nothing. */
export interface TextCache {
  /** Undefined for bytes that were not read before by this build of the program. */
  find(bytes: Uint8Array): SourceText | undefined;
  /** Never throws: where it cannot be kept, the file is read again next time. */
  keep(bytes: Uint8Array, source: SourceText): void;
}

/**
 * A folder that holds what one build of the program read; another one reads again.
 * @param build identifies the program
 */
export function createTextCache(folder: string, build: string): TextCache {
  const own = `${FORMAT}-${build}`;
  const pathOf = (bytes: Uint8Array): string => join(folder, own, `${createHash("sha256").update(bytes).digest("hex")}.json`);
  let tidied = false;
  return {
    find(bytes) {
      try {
        return parse(readFileSync(pathOf(bytes), "utf8"));
      } catch {
        return undefined;
      }
    },
    keep(bytes, source) {
      try {
        const json = JSON.stringify(source);
        writeWhole(pathOf(bytes), `${crc32(json)}\n${json}`);
        if (!tidied) removeOthers(folder, own);
        tidied = true;
      } catch {
        return;
      }
    },
  };
}

/** @throws for what is damaged */
function parse(kept: string): SourceText | undefined {
  const lineEnd = kept.indexOf("\n");
  const json = kept.slice(lineEnd + 1);
  return String(crc32(json)) === kept.slice(0, lineEnd) ? (JSON.parse(json) as SourceText) : undefined;
}

/** What other builds read is of no more use. */
function removeOthers(folder: string, own: string): void {
  for (const name of readdirSync(folder)) if (name !== own) rmSync(join(folder, name), { recursive: true, force: true });
}
