import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { HeadingsById } from "../../app/laws/article-lines.ts";

const NAMES = ["sections.json", "sections.json.gz"];

/**
 * The headings in a file `sections.json` or `sections.json.gz` beside the articles: `{"id": ["第一章 总则"]}`; none where there is no such file.
 * @throws the system's error, or that of the decompression or of JSON
 */
export function headingsBeside(path: string): HeadingsById {
  for (const name of NAMES) {
    if (basename(path) === name) continue;
    const bytes = readIfThere(join(dirname(path), name));
    if (bytes) return JSON.parse((name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8"));
  }
  return {};
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}
