import { findLabel } from "./labels.ts";
import type { SourceLine } from "./lines.ts";

const HEADING = /^目[\s　]*[录次]$/u;
/** More entries than that are no table of contents. */
const MAX_ENTRIES = 300;

/**
 * The lines without a table of contents (目录): its heading and its entries, up to where its first entry stands again as a part of the
 * text. What is left out belongs to no line, as a blank line does, and so to the node before it. A heading whose entries never come
 * again is kept.
 */
export function withoutContents(lines: readonly SourceLine[]): readonly SourceLine[] {
  const at = lines.findIndex((line) => HEADING.test(line.text));
  const first = at < 0 ? undefined : lines[at + 1];
  if (!first) return lines;
  const entry = entryOf(first.text);
  const again = lines.slice(at + 2, at + 2 + MAX_ENTRIES).findIndex((line) => entryOf(line.text) === entry || isSamePart(first, line));
  return again < 0 ? lines : [...lines.slice(0, at), ...lines.slice(at + 2 + again)];
}

/** An entry without white space, leader dots and page number. */
function entryOf(text: string): string {
  return text.replace(/[\s　]+/gu, "").replace(/(?<=[^.．…·\-—])[.．…·\-—]+[（(]?[0-9０-９]{0,4}[）)]?$|(?<=\p{Script=Han})[0-9０-９]{1,4}$/u, "");
}

/** 第一章 of the text may have another wording than its entry; the first of a numbering stands there twice only if one is its entry. */
function isSamePart(first: SourceLine, line: SourceLine): boolean {
  const [one, other] = [findLabel(first.text), findLabel(line.text)];
  return one !== undefined && other !== undefined && (one.style === "chapter" || one.style === "book") && one.style === other.style && one.text === other.text;
}
