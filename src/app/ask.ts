import type { Answer } from "../core/answer/index.ts";
import { type AnswerContext, answerQuery, type FoundPassages, wantsPassages } from "../core/answer/index.ts";
import { createCorpus } from "../core/ledger/index.ts";
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
import type { CorpusSource, QuestionReader, ReadQuestion, StoredCorpus } from "./ports.ts";

/** Answers questions, one turn after another. */
export interface Assistant {
  /**
   * One turn of a conversation.
   * @param state what the turn before returned, opaque JSON; undefined or null where there was none
   */
  ask(question: string, state: unknown): Promise<{ answer: Answer; state: unknown }>;
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
  const answerOf = async (query: Query, { context, knowledge }: Prepared): Promise<Answer> => {
    if (!wantsPassages(query)) return answerQuery(query, context);
    const found = await findPassages(query, knowledge, corpusSource);
    return answerQuery(query, { ...context, found });
  };
  return {
    async ask(question, state) {
      const ready = await prepare();
      const previous = state as Conversation | undefined | null;
      const asked = await reader.read(normaliseQuestion(question), ready.knowledge);
      const { query, unused, words, corrections } = await understandMended(asked, ready.knowledge, previous ?? undefined, reader);
      const answer = withRemarks(await answerOf(query, ready), corrections, unused);
      return { answer, state: nextConversation(words, query, answer, previous ?? undefined) };
    },
    async units() {
      const ready = await prepare();
      return answerOf({ kind: "unit-count", scope: plansOf(ready.knowledge), projection: "units" }, ready);
    },
    async documents() {
      const { knowledge } = await prepare();
      return documentsAnswer(knowledge);
    },
  };
}

interface MendedQuery {
  readonly query: Query;
  readonly unused: readonly string[];
  readonly words: string;
  readonly corrections: ReadQuestion["corrections"];
}

/** Understands a question; where it names nothing exactly, once more with misspelt words read as what the documents print. */
async function understandMended(asked: string, knowledge: Knowledge, previous: Conversation | undefined, reader: QuestionReader): Promise<MendedQuery> {
  const { query, unused, namesUnknown } = understand(asked, knowledge, previous);
  const exact =
    !namesUnknown &&
    !wantsPassages(query) &&
    !(query.kind === "topic-units" && !query.whole) &&
    query.kind !== "absent" &&
    !(query.kind === "tasks" && !namesAnything(query));
  if (exact) return { query, unused, words: asked, corrections: [] };
  const { question, corrections, choices } = await reader.mend(asked, knowledge);
  if (choices.length > 0 && namesUnknown)
    return { query: { kind: "clarify", reason: "ambiguous-unit", tasks: [], choices }, unused: [], words: asked, corrections };
  if (corrections.length === 0) return { query, unused, words: asked, corrections };
  const mended = understand(question, knowledge, previous);
  const better = query.kind !== "tasks" || namesAnything(query) || (mended.query.kind === "tasks" && namesAnything(mended.query));
  return better ? { query: mended.query, unused: mended.unused, words: question, corrections } : { query, unused, words: asked, corrections: [] };
}

/** A list of every task may be what is left of a question with a misspelt name. */
function namesAnything({ filter }: Extract<Query, { kind: "tasks" }>): boolean {
  return (
    filter.allOf.length + filter.anyOf.length + filter.noneOf.length + filter.collectiveAllOf.length + filter.collectiveNoneOf.length > 0 ||
    filter.sections.length > 0 ||
    filter.among !== undefined ||
    filter.recurrence !== undefined
  );
}

/** Says which words were read as others, and which were not used. */
function withRemarks(answer: Answer, corrections: ReadQuestion["corrections"], unused: readonly string[]): Answer {
  const read = corrections.length > 0 ? `（${corrections.map(({ from, to }) => `“${from}”按“${to}”理解`).join("，")}）` : "";
  const left = unused.length > 0 ? ` · 没有用到“${unused.slice(0, MAX_UNUSED).join("”“")}”` : "";
  return read === "" && left === "" ? answer : { ...answer, understood: `${answer.understood}${left}${read}` };
}

/** More words than that are chat around the question. */
const MAX_UNUSED = 3;

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
  return {
    behaviour: "text",
    understood: "有哪些资料",
    blocks: [
      { kind: "text", text: `共${corpus.documents.length}份文件：`, strong: true },
      ...corpus.documents.map(({ id, title, documentNumber, issuedOn, region }, index) => ({
        kind: "entry" as const,
        text: `${index + 1}. ${region ?? ""}《${title}》${documentNumber ? `（${documentNumber.printed}）` : ""}${issuedOn ? `，成文${issuedOn}` : ""}，${corpus.tasksOf(id).length > 0 ? `${corpus.tasksOf(id).length}项任务` : "没有责任分工"}，编号${id}`,
      })),
    ],
    items: [],
    units: [],
    collective: [],
    number: null,
    citations: [],
    suggestions: [],
  };
}
