import type { Answer, Block } from "./answer.ts";

/** Index of the citation that a block rests on; undefined for words of ours. */
export function citationOf(block: Block): number | undefined {
  return block.kind === "quote" || block.kind === "entry" ? block.citation : undefined;
}

/** Where a citation stands, as the answer words the place; where it only lists the task, the document number and the printed labels. */
export function placeOfCitation({ blocks, citations }: Answer, index: number): string {
  for (const block of blocks) if (block.kind === "quote" && block.citation === index) return block.place;
  const citation = citations[index];
  return citation ? `${citation.documentNumber ?? citation.file} ${citation.path.join("")}`.trim() : "";
}

/** Whether the reader is offered to see how it was found: what rests on the documents, what was counted, and what was looked for in vain. */
export function isExplained({ behaviour, citations }: Answer): boolean {
  return citations.length > 0 || behaviour === "number" || behaviour === "not_found";
}
