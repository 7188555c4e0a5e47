import type { StoredCorpus } from "../app/ports.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import { AppError } from "../errors.ts";
import * as say from "./messages.zh.ts";

/** The document with the id. @throws {AppError} `not_found`, naming the ids that there are */
export function getDocument(corpus: StoredCorpus, id: string): OfficialDocument {
  const document = corpus.documents.find((known) => known.id === id);
  if (document) return document;
  throw new AppError(
    "not_found",
    say.noSuchDocument(
      id,
      corpus.documents.map((known) => known.id),
    ),
  );
}

/** The document that `--document` names, or all. @throws {AppError} `not_found` */
export function documentsOf(corpus: StoredCorpus, id: string | undefined): readonly OfficialDocument[] {
  return id === undefined ? corpus.documents : [getDocument(corpus, id)];
}
