import { type Duty, findDuties } from "../../../../app/duties/find-duties.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { WebFault } from "../../fault.ts";
import type { Site, WebContext } from "../../feature.ts";
import { noSuchDocument } from "../../messages.zh.ts";
import { readUnitAsked } from "../unit-asked.ts";

/** Whose duties a calendar shows. */
export interface Chosen {
  readonly corpus: Corpus;
  /** As the documents print it; undefined for all. */
  readonly unit: string | undefined;
  /** Where the words name several units: which of them is meant must be chosen first. */
  readonly unitChoices: readonly string[];
  readonly document: OfficialDocument | undefined;
  readonly duties: readonly Duty[];
}

/** Reads `unit` and `document` of an address. @throws {WebFault} 404 for what names none */
export async function readChoice(c: WebContext, { assistant }: Pick<Site, "assistant">): Promise<Chosen> {
  const corpus = await assistant.corpus();
  const [words, id] = [(c.req.query("unit") ?? "").trim(), c.req.query("document") ?? ""];
  const document = id === "" ? undefined : corpus.document(id);
  if (id !== "" && document === undefined) throw new WebFault(404, noSuchDocument());
  const asked = words === "" ? undefined : await readUnitAsked(assistant, words);
  const unit = asked?.kind === "unit" ? asked.name : undefined;
  const unitChoices = asked?.kind === "choices" ? asked.choices : [];
  const duties = unitChoices.length > 0 ? [] : findDuties(corpus, { document: document?.id, units: unit === undefined ? [] : [unit] });
  return { corpus, unit, unitChoices, document, duties };
}
