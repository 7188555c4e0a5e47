import type { Answer } from "../core/answer/index.ts";
import { type AnswerContext, answerQuery, type FoundPassages, wantsPassages } from "../core/answer/index.ts";
import { makeAnswer } from "../core/answer/make-answer.ts";
import { createCorpus } from "../core/ledger/corpus.ts";
import {
  type Conversation,
  createLexicon,
  createPlaces,
  type Knowledge,
  normaliseQuestion,
  type Query,
  understand,
  withoutCounts,
} from "../core/question/index.ts";
import type { SynonymData } from "../core/question/lexicon.ts";
import type { PlaceData } from "../core/question/places.ts";
import type { Passage } from "../core/search/passage.ts";
import { createUnitRegister } from "../core/units/index.ts";
import type { RegisteredUnit, UnitData, UnitRegister } from "../core/units/unit.ts";
import { nextConversation } from "./conversation.ts";
import type { CorpusSource, QuestionReader, StoredCorpus } from "./ports.ts";
import { withRemarks } from "./remarks.ts";
import { type MendedQuery, understandMended } from "./understand-mended.ts";

/** Answers questions, one turn after another. */
export interface Assistant {
  /**
   * One turn of a conversation.
   * @param state what the turn before returned, opaque JSON; undefined or null where there was none
   */
  ask(question: string, state: unknown): Promise<{ answer: Answer; state: unknown }>;
  /** How the answer to such a turn is found (怎么查的): what was looked at, what was left out and why, and the proof. */
  explain(question: string, state: unknown): Promise<Answer>;
  /** The units that the documents name. */
  units(): Promise<Answer>;
  /** The documents that the program answers from. */
  documents(): Promise<Answer>;
}

export interface AssistantOptions {
  readonly corpusSource: CorpusSource;
  readonly units: UnitData;
  readonly synonyms: SynonymData;
  readonly places: PlaceData;
  /** Turns other scripts and misspelt words into what the documents print. */
  readonly reader: QuestionReader;
}

/** How many passages are weighed for one question. */
const CANDIDATE_PASSAGES = 40;

/** Creates the assistant. Documents are read on the first question; the passage index when a question needs words. */
export function createAssistant({ corpusSource, units, synonyms, places, reader }: AssistantOptions): Assistant {
  const language = { lexicon: createLexicon(synonyms), places: createPlaces(places) };
  let prepared: Promise<Prepared> | undefined;
  const prepare = (): Promise<Prepared> => {
    prepared ??= corpusSource.loadCorpus().then((stored) => prepareCorpus(stored, units, language));
    return prepared;
  };
  /** Understands a question and gathers what its answer is made from. */
  const read = async (question: string, previous: Conversation | undefined) => {
    const { knowledge, context } = await prepare();
    const asked = await reader.read(normaliseQuestion(question), knowledge);
    const mended = await understandMended(asked, knowledge, previous, reader);
    const { query } = mended;
    return { mended, knowledge, context: wantsPassages(query) ? { ...context, found: await findPassages(query, knowledge, corpusSource) } : context };
  };
  return {
    async ask(question, state) {
      const previous = (state ?? undefined) as Conversation | undefined;
      const { mended, context } = await read(question, previous);
      const { query, words } = mended;
      const english = reader.isEnglish(normaliseQuestion(question)) ? await describedInEnglish(query, context) : undefined;
      const answer = withRemarks(answerQuery(query, context), mended, english);
      return { answer, state: nextConversation(words, query, answer, previous) };
    },
    async explain(question, state) {
      const previous = (state ?? undefined) as Conversation | undefined;
      const [{ mended, knowledge, context }, { explain }] = await Promise.all([read(question, previous), import("../core/answer/explain.ts")]);
      const follows = previous && leansOn(mended, knowledge) ? previous.question : undefined;
      return explain({ ...mended, follows }, answerQuery(mended.query, context), context);
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
