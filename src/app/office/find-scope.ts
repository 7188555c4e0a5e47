import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { documentsNamed, findAskedSections, normaliseQuestion } from "../../core/question/index.ts";
import type { SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { Office } from "./office.ts";

/** What somebody's words ask to be reminded of. */
export type ScopeFound =
  | { readonly kind: "scope"; readonly scope: SubscriptionScope }
  /** Several are meant; units are named and looked up again. */
  | { readonly kind: "choices"; readonly scopes: readonly SubscriptionScope[]; readonly units: readonly string[] }
  | { readonly kind: "unknown" };

const ALL = /^(?:全部|所有|一切|全县|all)(?:的)?(?:文件|任务|提醒)?$/u;
/** 一、 by itself. */
const BARE_LABEL = /^(?<number>[一二三四五六七八九十]{1,3})[、,]?$/u;
const ENDING = /(?<=.{2})的?(?:任务|提醒|到期提醒)$/u;

/** Reads a unit, a section (第一部分, 一、), a document (its number or title) or everything. */
export async function findScope(office: Office, words: string): Promise<ScopeFound> {
  const asked = normaliseQuestion(words).replace(ENDING, "");
  if (ALL.test(asked)) return found([{ kind: "all" }]);
  const corpus = await office.corpus();
  const named = documentsNamed(asked, corpus);
  const [section] = findAskedSections(asked.replace(BARE_LABEL, "第$<number>部分"));
  if (section) return found((named.length > 0 ? named : plansIn(corpus)).flatMap((document) => sectionsOf(document, section.number, corpus)));
  if (named.length > 0) return found(named.map(({ id }) => ({ kind: "document", documentId: id })));
  const unit = await office.findUnit(asked);
  if (unit.kind === "unit") return found([{ kind: "unit", unit: unit.name, collective: false }]);
  return unit.kind === "choices" ? { kind: "choices", scopes: [], units: unit.choices } : { kind: "unknown" };
}

function found(scopes: readonly SubscriptionScope[]): ScopeFound {
  const [only, ...others] = scopes;
  if (!only) return { kind: "unknown" };
  return others.length === 0 ? { kind: "scope", scope: only } : { kind: "choices", scopes, units: [] };
}

function plansIn(corpus: Corpus): readonly OfficialDocument[] {
  return corpus.documents.filter(({ id }) => corpus.tasksOf(id).length > 0);
}

/** @param number from 1; -1 is the last */
function sectionsOf({ id }: OfficialDocument, number: number, corpus: Corpus): readonly SubscriptionScope[] {
  const sections = corpus.sectionsOf(id);
  const section = number < 0 ? sections.at(number) : sections.find((own) => own.number === number);
  return section && section.tasks.length > 0 ? [{ kind: "section", documentId: id, node: section.node }] : [];
}
