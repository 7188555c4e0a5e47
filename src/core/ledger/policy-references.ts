import { DOCUMENT_NUMBER } from "../document/index.ts";
import type { Span } from "../text/span.ts";
import type { PolicyReference } from "./task.ts";

const NUMBER_AFTER = new RegExp(`^\\s*[（(]\\s*(?<number>${DOCUMENT_NUMBER})\\s*(?:[，,、；;][^（）()]*)?[）)]`, "u");

/** Longer stretches between title marks are a missing closing mark. UTF-16 code units. */
const LONGEST_TITLE = 200;

/** Laws and documents that a text names, in order: 《…》, with the number in brackets after it. A title inside a title (《…<…>…》, 《…《…》…》) is no reference of its own. */
export function findPolicyReferences(source: string, span: Span): readonly PolicyReference[] {
  const found: PolicyReference[] = [];
  // Only the span is searched: a document of many parts is not read to its end for each of them.
  const text = source.slice(span.start, span.end);
  const next = (from: number): number => {
    const index = text.indexOf("《", from - span.start);
    return index < 0 ? span.end : span.start + index;
  };
  let at = next(span.start);
  while (at < span.end) {
    const end = endOfTitle(source, at, Math.min(span.end, at + LONGEST_TITLE));
    if (end !== undefined) {
      const after = NUMBER_AFTER.exec(source.slice(end, Math.min(span.end, end + 80)));
      found.push({ title: source.slice(at, end), documentNumber: after?.groups?.["number"], span: { start: at, end: end + (after?.[0].length ?? 0) } });
    }
    at = next(end ?? at + 1);
  }
  return found;
}

/** Where the title that opens at a place closes, nested titles passed over. */
function endOfTitle(source: string, start: number, limit: number): number | undefined {
  let depth = 0;
  for (let at = start; at < limit; at += 1) {
    const mark = source[at];
    if (mark === "《") depth += 1;
    else if (mark === "》") depth -= 1;
    else if (mark === "\n") return undefined;
    if (depth === 0) return at + 1;
  }
  return undefined;
}
