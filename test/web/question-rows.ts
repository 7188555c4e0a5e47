import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A conversation of the question tables. */
interface QuestionRow {
  readonly id: string;
  readonly turns: readonly { readonly q: string }[];
}

const folder = join(import.meta.dirname, "../questions");

/** Questions from all tables, and conversations. */
export function questionRows(): readonly QuestionRow[] {
  const all = readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .flatMap((table) =>
      readFileSync(join(folder, table), "utf8")
        .split("\n")
        .filter(Boolean)
        .map((line): QuestionRow => JSON.parse(line))
        .filter(({ turns }) => turns.every(({ q }) => q.trim() !== "" && q.length <= 1000)),
    );
  return [...all.filter(({ turns }) => turns.length === 1).filter((_, index) => index % 12 === 0), ...all.filter(({ turns }) => turns.length > 1).slice(0, 40)];
}
