import type { OfficialDocument } from "../../../core/document/official-document.ts";
import type { Corpus } from "../../../core/ledger/corpus.ts";
import { ToolFault } from "../fault.ts";
import { noSuchDocument } from "../messages.zh.ts";

/** @throws {ToolFault} where there is none of that id */
export function getDocument(corpus: Corpus, id: string): OfficialDocument {
  const document = corpus.document(id);
  if (!document) {
    const known = corpus.documents.map((one) => one.id);
    throw new ToolFault(noSuchDocument(id, known));
  }
  return document;
}
