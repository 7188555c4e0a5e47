import { findLabel } from "./labels.ts";
import type { SourceLine } from "./lines.ts";

/** How to fill a form in: the name of a sheet or part, alone or at the end of a title. */
const HEADING = /^(?:附\s*注?\s*[:：])?\s*(?:(?:填报|填表|填写|编报|使用)(?:说明|须知|要求)|[^，,。；;]{2,40}(?:填报|填表|填写)(?:说明|须知))\s*[:：]?$/u;
/** The bare word is such a name only among sheets: in running text it may introduce anything. */
const SHEET_HEADING = /^说\s*明$/u;

/**
 * Lines that say how a form is filled in (填报说明), by where they begin: from their heading to the next sheet, attachment or title. They hold
 * no tasks and no title (contract `import.md`, rule 3).
 * @param labels the labels that only the tables show: names of sheets among them
 */
export function formNotes(lines: readonly SourceLine[], labels: ReadonlyMap<number, unknown>, hasSheets: boolean): ReadonlySet<number> {
  const notes = new Set<number>();
  let inside = false;
  for (const { text, start } of lines) {
    const isHeading = HEADING.test(text) || (hasSheets && SHEET_HEADING.test(text));
    if (!isHeading && inside) inside = !labels.has(start) && isNote(text);
    if (isHeading) inside = true;
    if (inside) notes.add(start);
  }
  return notes;
}

/** Numbered lines and sentences go on; a title, a date or the label of an attachment does not. */
function isNote(text: string): boolean {
  const label = findLabel(text);
  return label === undefined ? /[。；;：:]$/u.test(text) : label.style !== "attachment";
}
