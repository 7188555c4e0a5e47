import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The version that `package.json` names. */
export function loadVersion(programRoot: string): string {
  const about: unknown = JSON.parse(readFileSync(join(programRoot, "package.json"), "utf8"));
  return typeof about === "object" && about !== null && "version" in about ? String(about.version) : "";
}
