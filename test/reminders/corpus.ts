import { readFileSync } from "node:fs";
import unitData from "../../data/units.json" with { type: "json" };
import { createHolidayTable } from "../../src/adapters/calendar/holiday-table.ts";
import { parseDocument } from "../../src/core/document/index.ts";
import { type Corpus, createCorpus } from "../../src/core/ledger/corpus.ts";
import { readLedger } from "../../src/core/ledger/index.ts";
import { createWorkingDays } from "../../src/core/reminders/working-days.ts";
import { createUnitRegister } from "../../src/core/units/index.ts";

const register = createUnitRegister(unitData);
const table = createHolidayTable();

/** As the program has it where no administrator entered a day. */
export const DAYS = createWorkingDays((year) => table.daysOf(year), []);

/** A document from its text, as if imported. */
export function corpusOf(...documents: readonly (Parameters<typeof parseDocument>[1] & { readonly text: string })[]): Corpus {
  const read = documents.map(({ text, ...facts }) => parseDocument(text, facts));
  return createCorpus(
    read,
    read.map((document) => readLedger(document, register)),
    register,
  );
}

function seed(name: string) {
  const facts = JSON.parse(readFileSync(new URL(`../../seeds/${name}.json`, import.meta.url), "utf8"));
  return { ...facts, file: `${name}.txt`, text: readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), "utf8") };
}

/** A document of the test corpus. */
export function document(name: string) {
  return { id: name, file: `${name}.txt`, text: readFileSync(new URL(`../corpus/documents/${name}.txt`, import.meta.url), "utf8") };
}

/** The two documents that ship with the program. */
export const seeds = () => [seed("xiping-2020-rule-of-law-plan"), seed("nanchang-2019-rule-of-law-report")];

/** A plan of 2026 with every form of time. */
export const yunling = () => ({
  id: "yunling-2026",
  file: "yunling-2026.txt",
  text: readFileSync(new URL("yunling-2026.txt", import.meta.url), "utf8"),
});
