import type { OfficialDocument } from "../core/document/official-document.ts";
import type { Corpus } from "../core/ledger/corpus.ts";
import { type Erratum, errataOf } from "../core/ledger/errata.ts";
import { readLedger } from "../core/ledger/index.ts";
import { onceFor } from "./once-for.ts";

const errata = onceFor(({ register }: Corpus) =>
  onceFor((document: OfficialDocument): readonly Erratum[] => errataOf(document, readLedger(document, register))),
);

/** The misprints of a document (错漏), looked for once for the documents that there are. */
export function errataIn(corpus: Corpus, document: OfficialDocument): readonly Erratum[] {
  return errata(corpus)(document);
}
