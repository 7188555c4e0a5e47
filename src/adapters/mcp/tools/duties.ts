import * as z from "zod";
import { type DutyFilter, findDuties, OBLIGATION_KINDS, ROLES } from "../../../app/duties/find-duties.ts";
import { findUnitMeant } from "../../../app/duties/unit-meant.ts";
import { DocumentIdField } from "../../../app/records/citation-record.ts";
import { DateField, TaskRecord, taskRecord } from "../../../app/records/task-record.ts";
import type { Corpus } from "../../../core/ledger/corpus.ts";
import * as about from "../descriptions.zh.ts";
import { ToolFault } from "../fault.ts";
import * as say from "../messages.zh.ts";
import * as text from "../texts.zh.ts";
import { type Answering, defineTool } from "../tool.ts";
import { getDocument } from "./get-document.ts";

const INPUT = z.object({
  units: z
    .array(z.string().min(1).max(100))
    .max(20)
    .optional()
    .meta({ description: about.DUTY_UNITS, examples: [["县司法局"]] }),
  role: z.enum(ROLES).optional().meta({ description: about.DUTY_ROLE }),
  document: DocumentIdField.optional().meta({ description: about.DUTY_DOCUMENT, examples: ["xiping-2020"] }),
  section: z.int().min(0).max(1_000_000).optional().meta({ description: about.DUTY_SECTION }),
  dueFrom: DateField.optional().meta({ description: about.DUE_FROM, examples: ["2020-01-01"] }),
  dueTo: DateField.optional().meta({ description: about.DUE_TO, examples: ["2020-12-31"] }),
  obligation: z.enum(OBLIGATION_KINDS).optional().meta({ description: about.DUTY_OBLIGATION }),
  words: z
    .string()
    .max(200)
    .optional()
    .meta({ description: about.DUTY_WORDS, examples: ["行政执法"] }),
  limit: z.int().min(1).max(1000).optional().meta({ description: about.DUTY_LIMIT }),
  offset: z.int().min(0).max(1_000_000).optional().meta({ description: about.DUTY_OFFSET }),
});

/** Every duty that fits; a part of them only for who asks for a part. */
export const duties = defineTool({
  name: "duties",
  ...about.DUTIES,
  input: INPUT,
  output: z.object({
    total: z.int().min(0).meta({ description: about.DUTY_TOTAL }),
    offset: z.int().min(0).meta({ description: about.DUTY_FIRST }),
    units: z.array(z.string()).meta({ description: about.DUTY_UNITS_MEANT }),
    items: z.array(TaskRecord).meta({ description: about.DUTY_ITEMS }),
  }),
  async answer(assistant, { limit, offset = 0, ...filter }) {
    const corpus = await assistant.corpus();
    const meant = await readFilter(assistant, corpus, filter);
    const found = findDuties(corpus, meant);
    const items = found.slice(offset, limit === undefined ? undefined : offset + limit).map(taskRecord);
    const page = { total: found.length, offset, units: [...(meant.units ?? [])], items };
    return { data: page, texts: [text.dutiesText(page)] };
  },
});

/** @throws {ToolFault} where the document, its section or a unit is not there, or it is not clear which unit is meant */
async function readFilter(assistant: Answering, corpus: Corpus, { units = [], document, section, ...rest }: z.infer<typeof INPUT>): Promise<DutyFilter> {
  const found = document === undefined ? undefined : getDocument(corpus, document);
  if (section !== undefined && found === undefined) throw new ToolFault(say.sectionNeedsDocument());
  if (section !== undefined && found?.nodes[section] === undefined) throw new ToolFault(say.noSuchSection(document ?? "", section));
  return { ...rest, document, section, units: await Promise.all(units.map((words) => getUnit(assistant, corpus, words))) };
}

async function getUnit(assistant: Answering, corpus: Corpus, words: string): Promise<string> {
  const meant = await findUnitMeant(assistant, corpus, words);
  if (meant.kind === "unit") return meant.name;
  throw new ToolFault(meant.kind === "unknown" ? say.noSuchUnit(words) : say.unitUnclear(words, meant.choices));
}
