import type { Answer } from "../core/answer/index.ts";
import { type AnswerContext, answerQuery, type FoundPassages, otherYears, wantsPassages } from "../core/answer/index.ts";
import { makeAnswer } from "../core/answer/make-answer.ts";
import type { CalendarDate } from "../core/document/official-document.ts";
import { type Corpus, createCorpus } from "../core/ledger/corpus.ts";
import {
  createLexicon,
  createPlaces,
  type Knowledge,
  type NamedUnit,
  normaliseQuestion,
  type Query,
  stemOf,
  understand,
  withoutCounts,
  withUs,
} from "../core/question/index.ts";
import type { SynonymData } from "../core/question/lexicon.ts";
import type { PlaceData } from "../core/question/places.ts";
import type { Passage } from "../core/search/passage.ts";
import { createUnitRegister } from "../core/units/index.ts";
import type { RegisteredUnit, UnitData, UnitRegister } from "../core/units/unit.ts";
import { type ConversationState, nextConversation, readState, writeState } from "./conversation.ts";
import { findUnit } from "./find-unit.ts";
import type { CorpusSource, QuestionReader, StoredCorpus } from "./ports.ts";
import { withRemarks } from "./remarks.ts";
import { type MendedQuery, understandMended } from "./understand-mended.ts";

/** Answers questions, one turn after another. */
export interface Assistant {
  /**
   * One turn of a conversation.
   * @param state what the turn before returned, opaque JSON; undefined or null where there was none
   */
  ask(question: string, state: unknown): Promise<Turn>;
  /** How the answer to such a turn is found (怎么查的): what was looked at, what was left out and why, and the proof. */
  explain(question: string, state: unknown): Promise<Answer>;
  /** What plans of other years hold of what such a turn asks. @returns undefined where they hold nothing */
  inOtherYears(question: string, state: unknown): Promise<Answer | undefined>;
  /** The county that words name, of those that the documents are of. */
  findPlace(words: string): Promise<PlaceFound>;
  /** The unit that words name, read as a question is: other names and misspelt ones too. */
  findUnit(words: string): Promise<NamedUnit>;
  /** The corpus that questions are answered from. */
  corpus(): Promise<Corpus>;
  /** Passages with the words, or with what the documents call them, best first. Words of a query, not a question: nothing is understood of them. */
  searchPassages(words: string, limit: number): Promise<readonly FoundPassage[]>;
  /** The units that the documents name. */
  units(): Promise<Answer>;
  /** The documents that the program answers from. */
  documents(): Promise<Answer>;
}

/** What a turn of a conversation gives. */
export interface Turn {
  readonly answer: Answer;
  /** For the next turn. */
  readonly state: unknown;
  /** What kind of question it was understood as. */
  readonly kind: Query["kind"];
}

/** A passage that was searched for. */
export interface FoundPassage {
  readonly passage: Passage;
  /** Compares within one search only. */
  readonly score: number;
}

/** A county looked for by name. */
export interface PlaceFound {
  /** Undefined where the words name none, or several. */
  readonly place: string | undefined;
  /** Every county that the documents are of. */
  readonly known: readonly string[];
}

export interface AssistantOptions {
  readonly corpusSource: CorpusSource;
  readonly units: UnitData;
  readonly synonyms: SynonymData;
  readonly places: PlaceData;
  /** Today, where the documents are in force: what 本季度 is counted from. */
  readonly today: () => CalendarDate;
  /** Turns other scripts and misspelt words into what the documents print. */
  readonly reader: QuestionReader;
}

/** How many passages are weighed for one question. */
const CANDIDATE_PASSAGES = 40;

/** Creates the assistant. Documents are read on the first question; the passage index when a question needs words. */
export function createAssistant({ corpusSource, units, synonyms, places, today, reader }: AssistantOptions): Assistant {
  const language = { lexicon: createLexicon(synonyms), places: createPlaces(places) };
  let prepared: Promise<Prepared> | undefined;
  const prepare = (): Promise<Prepared> => {
    prepared ??= corpusSource.loadCorpus().then((stored) => prepareCorpus(stored, units, language));
    return prepared;
  };
  /** Understands a question and gathers what its answer is made from. */
  const read = async (question: string, { previous, here, us }: ConversationState) => {
    const { knowledge: everywhere, context } = await prepare();
    const asked = withUs(await reader.read(normaliseQuestion(question), everywhere), us, everywhere.register);
    const knowledge = { ...everywhere, here, us, today: today() };
    const mended = await understandMended(asked, knowledge, previous, reader);
    const { query } = mended;
    return { mended, knowledge, context: wantsPassages(query) ? { ...context, found: await findPassages(query, knowledge, corpusSource) } : context };
  };
  return {
    async ask(question, state) {
      const before = readState(state);
      const { mended, context } = await read(question, before);
      const { query, words } = mended;
      const english = reader.isEnglish(normaliseQuestion(question)) ? await describedInEnglish(query, context) : undefined;
      const answer = withRemarks(answerQuery(query, context), mended, english);
      return { answer, kind: query.kind, state: writeState({ ...before, previous: nextConversation(words, query, answer, before.previous) }) };
    },
    async explain(question, state) {
      const before = readState(state);
      const { previous } = before;
      const [{ mended, knowledge, context }, { explain }] = await Promise.all([read(question, before), import("../core/answer/explain.ts")]);
      const follows = previous && leansOn(mended, knowledge) ? previous.question : undefined;
      return explain({ ...mended, follows }, answerQuery(mended.query, context), context);
    },
    async inOtherYears(question, state) {
      const { mended, context } = await read(question, readState(state));
      const { query } = mended;
      const others = query.kind === "tasks" ? otherYears(query.filter, context.corpus) : undefined;
      return others && query.kind === "tasks" ? answerQuery({ ...query, filter: others.filter }, context) : undefined;
    },
    async findPlace(words) {
      const { knowledge } = await prepare();
      const known = [...new Set(knowledge.corpus.documents.flatMap(({ region }) => (region === undefined ? [] : [region])))];
      const named = known.filter((region) => words.includes(region));
      const meant = named.length > 0 ? named : known.filter((region) => words.includes(stemOf(region)));
      return { place: meant.length === 1 ? meant[0] : undefined, known };
    },
    async findUnit(words) {
      const { knowledge } = await prepare();
      return await findUnit(words, knowledge, reader);
    },
    async corpus() {
      return (await prepare()).knowledge.corpus;
    },
    async searchPassages(words, limit) {
      const { knowledge, context } = await prepare();
      const official = knowledge.lexicon.findEveryday(words).flatMap((phrase) => phrase.official);
      const index = await corpusSource.loadPassageIndex();
      return index.search([words, ...official].join(" "), limit).flatMap(({ id, score }) => {
        const passage = context.passage(id);
        return passage ? [{ passage, score }] : [];
      });
    },
    async units() {
      const { knowledge, context } = await prepare();
      return answerQuery({ kind: "unit-count", scope: plansOf(knowledge), projection: "units" }, context);
    },
    async documents() {
      const { knowledge } = await prepare();
      return documentsAnswer(knowledge);
    },
  };
}

/** Whether a question, read by itself, would be another. */
function leansOn({ words, query }: MendedQuery, knowledge: Knowledge): boolean {
  return JSON.stringify(understand(words, knowledge, undefined).query) !== JSON.stringify(query);
}

/** Loaded when a question needs it. */
async function describedInEnglish(query: Query, { corpus }: AnswerContext): Promise<string> {
  const { describeInEnglish } = await import("../core/answer/describe.en.ts");
  return describeInEnglish(query, corpus);
}

interface Prepared {
  readonly knowledge: Knowledge;
  readonly context: AnswerContext;
}

function prepareCorpus(stored: StoredCorpus, units: UnitData, language: Pick<Knowledge, "lexicon" | "places">): Prepared {
  const register = registerFor(stored, units);
  const corpus = createCorpus(stored.documents, stored.ledger, register);
  const passages = new Map(stored.passages.map((passage) => [passage.id, passage]));
  const byDocument = new Map<string, Passage[]>();
  for (const passage of stored.passages) byDocument.set(passage.documentId, [...(byDocument.get(passage.documentId) ?? []), passage]);
  return {
    knowledge: { corpus, register, ...language },
    context: { corpus, register, passage: (id) => passages.get(id), passagesOf: (document) => byDocument.get(document) ?? [], found: undefined },
  };
}

/** The register, with the units that documents name and the national list lacks, so that they can be asked for. */
function registerFor({ ledger }: StoredCorpus, data: UnitData): UnitRegister {
  const known = new Set(data.units.map(({ id }) => id));
  const others = new Map<string, RegisteredUnit>();
  for (const { tasks } of ledger) {
    for (const { unit, name } of tasks.flatMap(({ assignments }) => assignments)) {
      const bare = /^[省市州县区旗]/u.test(name) && !name.startsWith("县委") ? name.slice(1) : name;
      if (!known.has(unit) && !others.has(unit)) others.set(unit, { id: unit, official: bare, short: bare, everyday: [], former: [] });
    }
  }
  return createUnitRegister(others.size === 0 ? data : { ...data, units: [...data.units, ...others.values()] });
}

async function findPassages(query: Query, { lexicon }: Knowledge, corpusSource: CorpusSource): Promise<FoundPassages> {
  const words = query.kind === "passages" ? query.words : query.kind === "topic-units" ? query.topic : "";
  const context = query.kind === "passages" ? (query.context ?? "") : "";
  const everyday = lexicon.findEveryday(words);
  const index = await corpusSource.loadPassageIndex();
  const rest = withoutCounts(everyday.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, words));
  const official = everyday.flatMap((phrase) => phrase.official).join(" ");
  const units = query.kind === "passages" ? query.units.map(({ name }) => name).join(" ") : "";
  return { hits: index.search(`${words} ${official} ${units} ${context}`, CANDIDATE_PASSAGES), words: index.words(rest), everyday };
}

function plansOf({ corpus }: Knowledge): { readonly documents: readonly string[]; readonly named: boolean } {
  return { documents: corpus.documents.map(({ id }) => id).filter((id) => corpus.tasksOf(id).length > 0), named: false };
}

function documentsAnswer({ corpus }: Knowledge): Answer {
  return makeAnswer({
    behaviour: "text",
    understood: "有哪些资料",
    blocks: [
      { kind: "text", text: `共${corpus.documents.length}份文件：`, strong: true },
      ...corpus.documents.map(({ id, title, documentNumber, issuedOn, region }, index) => ({
        kind: "entry" as const,
        text: `${index + 1}. ${region ?? ""}《${title}》${documentNumber ? `（${documentNumber.printed}）` : ""}${issuedOn ? `，成文${issuedOn}` : ""}，${corpus.tasksOf(id).length > 0 ? `${corpus.tasksOf(id).length}项任务` : "没有责任分工"}，编号${id}`,
      })),
    ],
  });
}
