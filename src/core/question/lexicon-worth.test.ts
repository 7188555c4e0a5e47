import { expect, test } from "vitest";
import places from "../../../data/places.json" with { type: "json" };
import synonyms from "../../../data/synonyms.json" with { type: "json" };
import units from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createCorpus, readLedger } from "../ledger/index.ts";
import { createUnitRegister } from "../units/index.ts";
import { createLexicon, type SynonymData } from "./lexicon.ts";
import { normaliseQuestion } from "./normalise.ts";
import { createPlaces } from "./places.ts";
import { understand } from "./understand.ts";

type Entry = SynonymData["entries"][number];

const register = createUnitRegister(units);
const national = createPlaces(places);
const lexicon = createLexicon(synonyms);

/** A plan with one task in the official words of an entry, and others beside it. */
function planWith(term: string) {
  const text = ["云岭县2021年工作要点", "一、重点工作", `(一)${term}。`, "责任单位:县司法局。", "(二)办好年度庆典。", "责任单位:县文广旅局。"].join("\n");
  const document = parseDocument(text, { id: "plan", file: "plan.txt", region: "云岭县", year: 2021 });
  return createCorpus([document], [readLedger(document, register)], register);
}

/** Whether a question finds the task that is titled with an official term of the entry. */
function finds(question: string, { official }: Entry, data: SynonymData): boolean {
  const known = data === synonyms ? lexicon : createLexicon(data);
  return official.some((term) => {
    const corpus = planWith(term);
    const { query } = understand(normaliseQuestion(question), { corpus, register, lexicon: known, places: national }, undefined);
    return query.kind === "topic-units" && query.tasks.some(({ ordinal }) => ordinal === 1);
  });
}

/** 诉讼 alone is no heading, and 人民法院 is a unit: the entry is for passages, such as 跟县政府打官司. */
const FOR_PASSAGES = new Set(["打官司"]);

test("data/synonyms.json 的每一条都用得上：去掉它，「…归谁管」就找不到公文里那样写的任务", () => {
  const without = (entry: Entry): SynonymData => ({ entries: synonyms.entries.filter((other) => other !== entry) });
  const idle = synonyms.entries.filter(
    (entry) =>
      !entry.everyday.some((phrase) => FOR_PASSAGES.has(phrase)) &&
      !entry.everyday.some((phrase) => finds(`${phrase}归谁管`, entry, synonyms) && !finds(`${phrase}归谁管`, entry, without(entry))),
  );
  expect(idle.map(({ everyday, official }) => `${everyday[0]} → ${official[0]}`)).toEqual([]);
});
