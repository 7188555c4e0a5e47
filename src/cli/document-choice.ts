import type { StoredCorpus } from "../app/ports.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import { AppError } from "../errors.ts";
import * as say from "./messages.zh.ts";

/** The document with the id. @throws {AppError} `not_found`, naming the ids that there are */
export function getDocument(corpus: StoredCorpus, id: string): OfficialDocument {
  return getById(corpus.documents, id);
}

/** The one with the id. @throws {AppError} `not_found`, naming the ids that there are */
export function getById<T extends { readonly id: string }>(all: readonly T[], id: string): T {
  const found = all.find((known) => known.id === id);
  if (found) return found;
  throw new AppError(
    "not_found",
    say.noSuchDocument(
      id,
      all.map((known) => known.id),
    ),
  );
}

/** The document that `--document` names, or all. @throws {AppError} `not_found` */
export function documentsOf(corpus: StoredCorpus, id: string | undefined): readonly OfficialDocument[] {
  return id === undefined ? corpus.documents : [getDocument(corpus, id)];
}
