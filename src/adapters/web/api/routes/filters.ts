import * as z from "zod";
import { type DutyFilter, OBLIGATION_KINDS, ROLES } from "../../../../app/duties/find-duties.ts";
import { findUnitMeant } from "../../../../app/duties/unit-meant.ts";
import { DocumentIdField } from "../../../../app/records/citation-record.ts";
import { DateField } from "../../../../app/records/task-record.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { WebFault } from "../../fault.ts";
import type { Site } from "../../feature.ts";
import * as say from "../messages.zh.ts";
import { invalid } from "../read-values.ts";

/** Parameters by which duties are looked up. */
export const UNIT_FILTER = z
  .array(z.string().min(1).max(100))
  .max(20)
  .optional()
  .meta({ description: "单位，怎么叫都可以；写几次就是其中任一个", examples: [["县司法局"]] });
export const DOCUMENT_FILTER = DocumentIdField.optional();
export const DATE_FROM = DateField.optional().meta({ description: "从这一天起到期的，含这一天", examples: ["2020-01-01"] });
export const DATE_TO = DateField.optional().meta({ description: "到这一天为止到期的，含这一天", examples: ["2020-12-31"] });

export const TASK_FILTERS = {
  unit: UNIT_FILTER,
  role: z.enum(ROLES).optional().meta({ description: "这些单位的角色：lead 牵头，responsible 责任，support 配合" }),
  document: DOCUMENT_FILTER,
  section: z.int().min(0).max(1_000_000).optional().meta({ description: "文件的一部分，用它在 outline 里的 node；要同时写 document" }),
  from: DATE_FROM,
  to: DATE_TO,
  obligation: z.enum(OBLIGATION_KINDS).optional().meta({
    description: "写明的要求：monthly 每月，quarterly 每季度，half-yearly 每半年，yearly 每年，irregular 定期，dated 有日期，counted 有次数，none 都没有",
  }),
  words: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "任务原文里都要有的词，用空格隔开", examples: ["行政执法"] }),
} as const;

type TaskFilters = z.infer<z.ZodObject<typeof TASK_FILTERS>>;

/** @throws {WebFault} 404 where the document, its part or the unit is not there; 400 where it is not clear which unit is meant */
export async function dutyFilterOf(
  site: Pick<Site, "assistant">,
  { unit, role, document, section, from, to, obligation, words }: Partial<TaskFilters>,
): Promise<DutyFilter> {
  const corpus = await site.assistant.corpus();
  const found = document === undefined ? undefined : getDocument(corpus, document);
  if (section !== undefined) {
    if (found === undefined) throw unclear("section", say.sectionNeedsDocument());
    if (found.nodes[section] === undefined) throw new WebFault(404, say.noSuchSection(found.id, section));
  }
  const units = await Promise.all((unit ?? []).map((name) => unitMeant(site, corpus, name)));
  return { units, role, document, section, dueFrom: from, dueTo: to, obligation, words };
}

/** @throws {WebFault} 404 */
export function getDocument(corpus: Corpus, id: string): OfficialDocument {
  const document = corpus.document(id);
  if (!document) throw new WebFault(404, say.noSuchDocument(id));
  return document;
}

async function unitMeant({ assistant }: Pick<Site, "assistant">, corpus: Corpus, name: string): Promise<string> {
  const meant = await findUnitMeant(assistant, corpus, name);
  if (meant.kind === "unit") return meant.name;
  if (meant.kind === "unknown") throw new WebFault(404, say.noSuchUnit(name));
  throw unclear("unit", say.unitUnclear(name, meant.choices));
}

function unclear(name: string, detail: string): WebFault {
  return invalid([{ in: "query", name, detail }]);
}
