import type { DocumentId, OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Scope, TaskProjection } from "./query.ts";
import type { Reading } from "./reading.ts";

/** Every document. */
export function wholeScope(corpus: Corpus): Scope {
  return { documents: corpus.documents.map(({ id }) => id), named: false };
}

/** The documents that a question about tasks means: those named, else the ones that have tasks, of the year asked. */
export function planScope(reading: Reading, corpus: Corpus): Scope {
  const { scope } = reading;
  const ofYear = scope.documents.filter((id) => scope.years.length === 0 || scope.years.includes(corpus.document(id)?.year ?? 0));
  const plans = ofYear.filter((id) => corpus.tasksOf(id).length > 0);
  const inForce = scope.years.length > 0 || ALL_YEARS.test(reading.question) ? plans : newestOfEach(plans, corpus);
  return { documents: inForce.length > 0 ? inForce : ofYear, named: scope.named || scope.years.length > 0 };
}

/** The documents whose passages a question means: of several years of one plan the year that it names, else the newest; all where it names a document or all years. */
export function passageScope(reading: Reading, corpus: Corpus): Scope {
  const { scope } = reading;
  const all = ALL_YEARS.test(reading.question) || reading.references.length > 0;
  return { documents: all ? scope.documents : newestOfEach(scope.documents, corpus, scope.years), named: scope.named };
}

/** 历年: the plans of every year are meant. */
const ALL_YEARS = /历年|往年|各年|每一?年的|所有年份|这些年|近几年/u;

/** The documents with tasks that are in force: of several years of one plan the newest. */
export function plansInForce(corpus: Corpus): readonly DocumentId[] {
  const plans = corpus.documents.map(({ id }) => id);
  return newestOfEach(
    plans.filter((id) => hasTasks([id], corpus)),
    corpus,
  );
}

/** Of several plans of one county on one subject those of the years, else the newest that is in force: same region, same kind of title but for the year. */
function newestOfEach(plans: readonly DocumentId[], corpus: Corpus, years: readonly number[] = []): readonly DocumentId[] {
  const asked = plans.filter((id) => years.includes(corpus.document(id)?.year ?? 0));
  const seriesAsked = new Set(asked.map((id) => seriesOf(corpus.document(id), id)));
  const series = new Map<string, DocumentId>();
  for (const id of plans) {
    const document = corpus.document(id);
    const key = seriesOf(document, id);
    if (seriesAsked.has(key)) continue;
    const before = corpus.document(series.get(key) ?? "");
    if (!before || goesBefore(document, before)) series.set(key, id);
  }
  const newest = new Set([...series.values(), ...asked]);
  return plans.filter((id) => newest.has(id));
}

function seriesOf(document: OfficialDocument | undefined, id: DocumentId): string {
  return document ? `${document.region ?? document.id} ${document.title.replace(/[〇零一二三四五六七八九\d]{1,8}年度?/gu, "")}` : id;
}

/** One that is in force goes before one that has lapsed, else the newer before the older. */
function goesBefore(document: OfficialDocument | undefined, before: OfficialDocument): boolean {
  const [lapsed, lapsedBefore] = [document?.lapsed !== undefined, before.lapsed !== undefined];
  return lapsed === lapsedBefore ? datedAs(before) < datedAs(document) : lapsedBefore;
}

function datedAs(document: OfficialDocument | undefined): string {
  return document?.issuedOn ?? `${document?.year ?? 0}`;
}

/** Whether any document of the scope has tasks. */
export function hasTasks(documents: readonly DocumentId[], corpus: Corpus): boolean {
  return documents.some((id) => corpus.tasksOf(id).length > 0);
}

/** What a question about tasks wants of them. */
export function projectionOf(reading: Reading): TaskProjection {
  if (reading.cues.has("count")) return "count";
  return reading.cues.has("bareCount") && reading.units.named.length + reading.units.excluded.length + reading.units.collective.length > 0 ? "count" : "list";
}
