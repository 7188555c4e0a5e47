import { expect, test } from "vitest";
import places from "../../../data/places.json" with { type: "json" };
import synonyms from "../../../data/synonyms.json" with { type: "json" };
import units from "../../../data/units.json" with { type: "json" };
import { parseDocument } from "../document/index.ts";
import { createCorpus, readLedger } from "../ledger/index.ts";
import { createLexicon, type SynonymData } from "../question/lexicon.ts";
import { normaliseQuestion } from "../question/normalise.ts";
import { withoutCounts } from "../question/passage-query.ts";
import { createPlaces } from "../question/places.ts";
import { understand } from "../question/understand.ts";
import { passagesOf } from "../search/passages-of.ts";
import { createUnitRegister } from "../units/index.ts";
import { answerQuery } from "./answer-query.ts";

type Entry = SynonymData["entries"][number];

const register = createUnitRegister(units);
const national = createPlaces(places);
const whole = createLexicon(synonyms);

/** A plan with a task that is titled with an official term, one whose text says it, and one beside them. */
function planWith(term: string) {
  const text = [
    "云岭县2021年工作要点",
    "一、重点工作",
    `(一)${term}。`,
    "责任单位:县林业局。",
    "(二)其他事项。",
    `各村每季度至少开展一次${term},并向群众公布结果。`,
    "责任单位:县文广旅局。",
    "(三)办好年度庆典。",
    "责任单位:县体育局。",
  ].join("\n");
  const document = parseDocument(text, { id: "plan", file: "plan.txt", region: "云岭县", year: 2021 });
  const entry = readLedger(document, register);
  return { corpus: createCorpus([document], [entry], register), passages: passagesOf(document, entry) };
}

/** What a question is answered with, over such a plan: the kind of answer, its tasks and the places quoted. */
function answerOver(question: string, { corpus, passages }: ReturnType<typeof planWith>, lexicon: typeof whole): string {
  const { query } = understand(normaliseQuestion(question), { corpus, register, lexicon, places: national }, undefined);
  const asked = query.kind === "passages" ? query.words : query.kind === "topic-units" ? query.topic : "";
  const everyday = lexicon.findEveryday(asked);
  const words = [
    ...withoutCounts(everyday.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, asked)).matchAll(/\p{Script=Han}{2}/gu),
  ];
  const found = { hits: passages.map(({ id }) => ({ id, score: 1 })), words: words.map(([pair]) => pair), everyday };
  const { behaviour, items, citations } = answerQuery(query, {
    corpus,
    register,
    passage: (id) => passages.find((passage) => passage.id === id),
    passagesOf: () => passages,
    found,
  });
  return JSON.stringify([behaviour, items.map(({ ordinal }) => ordinal), citations.map(({ start }) => start)]);
}

/** Whether an entry changes what one of its phrases is answered with. */
function earnsItsPlace(entry: Entry): boolean {
  const without = createLexicon({ entries: synonyms.entries.filter((other) => other !== entry) });
  return entry.official.some((term) => {
    const plan = planWith(term);
    return entry.everyday.some((phrase) =>
      [`${phrase}归谁管`, `${phrase}怎么规定`].some((question) => answerOver(question, plan, whole) !== answerOver(question, plan, without)),
    );
  });
}

/** Some 600 lexicons are made, one without each entry; seconds, on a busy machine more. */
const TIME_LIMIT_MS = 60_000;

test("data/synonyms.json 的每一条都用得上：去掉它，有的问题就答得不一样", { timeout: TIME_LIMIT_MS }, () => {
  const idle = synonyms.entries.filter((entry) => !earnsItsPlace(entry));
  expect(idle.map(({ everyday, official }) => `${everyday[0]} → ${official[0]}`)).toEqual([]);
});
