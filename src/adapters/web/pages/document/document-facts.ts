import { onceFor } from "../../../../app/once-for.ts";
import { documentsNamedIn, type NamedDocument } from "../../../../core/answer/cross-references.ts";
import type { DocumentId, OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import type { Span } from "../../../../core/text/span.ts";

/** A place where another document names this one. */
export interface CitedFrom {
  readonly document: OfficialDocument;
  readonly span: Span;
}

/** What each document names. Made once for the documents that there are. */
const namedIn = onceFor(
  ({ documents }: Corpus): ReadonlyMap<DocumentId, readonly NamedDocument[]> =>
    new Map(documents.map((document) => [document.id, documentsNamedIn(document, documents)])),
);

/** What a document cites. */
export function citesOf(corpus: Corpus, { id }: OfficialDocument): readonly NamedDocument[] {
  return namedIn(corpus).get(id) ?? [];
}

/** What cites a document, once a document, where it does first. */
export function citedFrom(corpus: Corpus, { id }: OfficialDocument): readonly CitedFrom[] {
  return corpus.documents.flatMap((document): CitedFrom[] => {
    const [span] = citesOf(corpus, document).find((named) => named.document === id)?.spans ?? [];
    return span && document.id !== id ? [{ document, span }] : [];
  });
}
