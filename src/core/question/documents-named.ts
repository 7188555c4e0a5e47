import type { OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { matchText } from "../search/match-text.ts";
import { isNamed } from "./filters.ts";
import { findAskedReferences } from "./references-asked.ts";

/** A title is known by so many of its characters. */
const LEAST_CHARACTERS = 6;

/** Documents that words name by number, by id or by a good part of the title. @param words normalised */
export function documentsNamed(words: string, { documents }: Corpus): readonly OfficialDocument[] {
  const references = findAskedReferences(words);
  const referred = documents.filter((document) => references.some((reference) => isNamed(document, reference)));
  if (referred.length > 0) return referred;
  const title = matchText(references.find((reference) => reference.title !== undefined)?.title ?? words);
  return documents.filter(({ id, title: printed }) => words === id.toLowerCase() || (title.length >= LEAST_CHARACTERS && matchText(printed).includes(title)));
}
