import type { DocumentId, OfficialDocument } from "../document/official-document.ts";
import { findPolicyReferences } from "../ledger/policy-references.ts";
import { matchText } from "../search/match-text.ts";
import type { Span } from "../text/span.ts";

/** A law or document that a document names, once, however often it does. */
export interface NamedDocument {
  /** With its title marks, as printed where it is first named: 《优化营商环境条例》 */
  readonly title: string;
  readonly documentNumber: string | undefined;
  /** Where it is named, in order. */
  readonly spans: readonly Span[];
  /** The one of the given documents that is meant, where exactly one is. */
  readonly document: DocumentId | undefined;
}

/** What a document names (它引用的), in order of first naming; itself left out. @param all the documents that may be meant */
export function documentsNamedIn(document: OfficialDocument, all: readonly OfficialDocument[]): readonly NamedDocument[] {
  const own = keysOf(document);
  const named = new Map<string, { title: string; documentNumber: string | undefined; spans: Span[] }>();
  for (const { title, documentNumber, span } of findPolicyReferences(document.source, { start: 0, end: document.source.length })) {
    const key = matchText(title.slice(1, -1));
    if (own.has(key) || (documentNumber !== undefined && own.has(matchText(documentNumber)))) continue;
    const known = named.get(key);
    if (known) {
      known.spans.push(span);
      known.documentNumber ??= documentNumber;
    } else named.set(key, { title, documentNumber, spans: [span] });
  }
  return [...named.values()].map((reference) => ({ ...reference, document: meantBy(reference, all) }));
}

function meantBy({ title, documentNumber }: Pick<NamedDocument, "title" | "documentNumber">, all: readonly OfficialDocument[]): DocumentId | undefined {
  const wanted = documentNumber === undefined ? matchText(title.slice(1, -1)) : matchText(documentNumber);
  const meant = all.filter((candidate) => keysOf(candidate).has(wanted));
  return meant.length === 1 ? meant[0]?.id : undefined;
}

/** What a document may be named by: its title and its number. */
function keysOf({ title, documentNumber }: OfficialDocument): ReadonlySet<string> {
  return new Set([matchText(title), ...(documentNumber ? [matchText(documentNumber.printed)] : [])]);
}
