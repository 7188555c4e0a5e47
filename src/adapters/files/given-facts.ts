import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { SIDECAR_EXTENSION } from "./raw-files.ts";
import { parseSidecar, type SidecarFacts } from "./sidecar.ts";

/** What `NAME.json` beside a file says of it; undefined where there is none, or another file has that name. */
export function findGivenFacts(path: string): SidecarFacts | undefined {
  const sidecar = path.slice(0, path.length - extname(path).length) + SIDECAR_EXTENSION;
  if (sidecar === path) return undefined;
  try {
    return parseSidecar(readFileSync(sidecar), sidecar);
  } catch {
    return undefined;
  }
}
