import type { OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { findTasks } from "../question/filters.ts";
import type { TaskFilter } from "../question/query.ts";
import { documentsOf } from "./context.ts";

/** What plans of the same counties that were not asked hold of a filter. */
export interface OtherYears {
  /** 其他年份12项（2019年8项、2018年4项） */
  readonly note: string;
  readonly question: string;
  readonly total: number;
  /** The same filter over those plans that it finds something in. */
  readonly filter: TaskFilter;
}

/** Matches in plans of other years of the counties that answered; undefined where there are none, or where the filter is of one document. */
export function otherYears(filter: TaskFilter, corpus: Corpus): OtherYears | undefined {
  if (filter.sections.length > 0 || filter.among !== undefined) return undefined;
  const answered = documentsOf(filter.scope.documents, corpus);
  const regions = new Set(answered.map(({ region }) => region));
  const others = corpus.documents.filter((document) => !answered.includes(document) && document.region !== undefined && regions.has(document.region));
  const counts = others.map((document) => ({ document, count: countIn(document, filter, corpus) })).filter(({ count }) => count > 0);
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const [first] = counts;
  if (!first) return undefined;
  const rows = counts.map(({ document, count }) => `${document.year === undefined ? `《${document.title}》` : `${document.year}年`}${count}项`);
  const names = [...filter.allOf, ...filter.anyOf].map(({ name }) => name);
  return {
    note: `其他年份的文件里还有${total}项（${rows.join("、")}）。`,
    question: `${names.join("和")}历年的任务`,
    total,
    filter: { ...filter, scope: { documents: counts.map(({ document }) => document.id), named: true } },
  };
}

function countIn({ id }: OfficialDocument, filter: TaskFilter, corpus: Corpus): number {
  return findTasks({ ...filter, scope: { documents: [id], named: true } }, corpus).length;
}
