import type { OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import type { EverydayPhrase } from "../question/lexicon.ts";
import type { TaskRef } from "../question/query.ts";
import type { Passage, PassageHit } from "../search/passage.ts";
import type { UnitRegister } from "../units/unit.ts";

/** What was found for a query that wants passages. */
export interface FoundPassages {
  readonly hits: readonly PassageHit[];
  /** The question's words as the segmenter cuts them, everyday phrases left out. */
  readonly words: readonly string[];
  readonly everyday: readonly EverydayPhrase[];
}

/** What answers are made from. Immutable. */
export interface AnswerContext {
  readonly corpus: Corpus;
  readonly register: UnitRegister;
  readonly passage: (id: string) => Passage | undefined;
  readonly passagesOf: (document: string) => readonly Passage[];
  readonly found: FoundPassages | undefined;
}

/** The tasks that references name; those that are gone are left out. */
export function tasksOf(refs: readonly TaskRef[], corpus: Corpus): readonly Task[] {
  return refs.flatMap(({ document, ordinal }) => corpus.task(document, ordinal) ?? []);
}

/** @throws never for a document that the corpus names itself */
export function documentOf(task: Task, corpus: Corpus): OfficialDocument {
  const document = corpus.document(task.documentId);
  if (!document) throw new Error(`no document ${task.documentId} for its own task`);
  return document;
}

/** Documents of a scope, in its order. */
export function documentsOf(ids: readonly string[], corpus: Corpus): readonly OfficialDocument[] {
  return ids.flatMap((id) => corpus.document(id) ?? []);
}

/** Titles of documents with their numbers and dates: what was searched. */
export function namesOfDocuments(documents: readonly OfficialDocument[]): string {
  const named = documents.length > MAX_NAMED ? documents.slice(0, FIRST_NAMED) : documents;
  const names = named.map(({ title, issuedOn, year }) => `《${title}》${issuedOn ? `（成文${issuedOn}）` : year ? `（${year}年）` : ""}`).join("、");
  if (named === documents) return names;
  const years = documents.flatMap(({ year }) => (year === undefined ? [] : [year]));
  const span = years.length === 0 ? "" : `（${Math.min(...years)}年至${Math.max(...years)}年）`;
  return `${names}等${documents.length}份文件${span}`;
}

/** A shelf of fifty is told by its first ones, its number and its years. */
const MAX_NAMED = 5;
const FIRST_NAMED = 3;
