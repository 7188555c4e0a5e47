import { findNamedUnit } from "../../../../app/duties/named-units.ts";
import { tasksTogether } from "../../../../app/duties/unit-figures.ts";
import type { PictureSubject } from "../../../../app/pictures/make-picture.ts";
import { plansByAge } from "../../../../app/pictures/plans.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import type { Task } from "../../../../core/ledger/task.ts";
import { WebFault } from "../../fault.ts";
import type { WebContext } from "../../feature.ts";
import { noSuchDocument } from "../../messages.zh.ts";
import * as say from "./messages.zh.ts";

/** What an address wants pictures of. */
export interface SubjectAsked {
  readonly subject: PictureSubject;
  /** What it names and the document does not; undefined where all is well. */
  readonly unknownUnit: string | undefined;
}

/**
 * Reads `?document=ID&unit=NAME&year=2021`. Without a document, the newest plan in force is meant.
 * @returns undefined where there is no plan
 * @throws {WebFault} for a document that is not there, or what is no year
 */
export function subjectAsked(c: WebContext, corpus: Corpus): SubjectAsked | undefined {
  const id = c.req.query("document") ?? "";
  const words = (c.req.query("unit") ?? "").trim();
  const document = id === "" ? plansByAge(corpus)[0] : corpus.document(id);
  if (!document && id !== "") throw new WebFault(404, noSuchDocument());
  if (!document) return undefined;
  const unit = words === "" ? undefined : findNamedUnit(corpus, document.id, words)?.name;
  return { subject: { document, unit, year: yearIn(c.req.query("year")) }, unknownUnit: words === "" || unit !== undefined ? undefined : words };
}

/** Two units and the tasks that they share. */
export interface TogetherAsked {
  readonly document: OfficialDocument;
  readonly one: string;
  readonly other: string;
  readonly tasks: readonly Task[];
}

/** Reads `?document=ID&unit=NAME&unit=NAME`. @throws {WebFault} 404 where the document does not name both */
export function togetherAsked(c: WebContext, corpus: Corpus): TogetherAsked {
  const document = subjectAsked(c, corpus)?.subject.document;
  const [one, other] = (c.req.queries("unit") ?? []).map((name) => document && findNamedUnit(corpus, document.id, name.trim())?.name);
  if (!document || one === undefined || other === undefined || one === other) throw new WebFault(404, say.twoUnitsWanted());
  return { document, one, other, tasks: tasksTogether(corpus, document.id, one, other) };
}

function yearIn(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  if (!/^[12]\d{3}$/u.test(text)) throw new WebFault(400, say.yearBroken());
  return Number(text);
}
