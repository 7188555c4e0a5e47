import { ROLE } from "../../core/answer/describe.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import * as say from "./duty-words.zh.ts";
import type { DutyFilter } from "./find-duties.ts";

/** One condition of a filter. */
export interface FilterPart {
  /** For the reader: 单位：县司法局 */
  readonly words: string;
  /** The filter less this one. */
  readonly without: DutyFilter;
}

/** The conditions of a filter, in the order in which a reader thinks of them. */
export function filterParts(corpus: Corpus, filter: DutyFilter): readonly FilterPart[] {
  const { units = [], role, document: id, section, dueFrom, dueTo, obligation, words } = filter;
  const document = id === undefined ? undefined : corpus.document(id);
  const node = section === undefined ? undefined : document?.nodes[section];
  const part = (said: string, change: DutyFilter): FilterPart => ({ words: said, without: { ...filter, ...change } });
  return [
    ...units.map((unit) => part(say.unitFilterWords(unit), { units: units.filter((other) => other !== unit) })),
    ...(role === undefined ? [] : [part(say.roleFilterWords(ROLE[role]), { role: undefined })]),
    ...(id === undefined ? [] : [part(say.documentFilterWords(id, document?.title), { document: undefined, section: undefined })]),
    ...(node === undefined ? [] : [part(say.sectionFilterWords(say.headingWords(node)), { section: undefined })]),
    ...(dueFrom === undefined ? [] : [part(say.dueFromWords(dueFrom), { dueFrom: undefined })]),
    ...(dueTo === undefined ? [] : [part(say.dueToWords(dueTo), { dueTo: undefined })]),
    ...(obligation === undefined ? [] : [part(say.obligationFilterWords(obligation), { obligation: undefined })]),
    ...(words === undefined ? [] : [part(say.wordsFilterWords(words), { words: undefined })]),
  ];
}
