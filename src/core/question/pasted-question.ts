import type { Knowledge } from "./knowledge.ts";
import { LONG_QUESTION_CHARACTERS, sentencesOf } from "./normalise.ts";
import { queryOf } from "./queries.ts";
import type { Query, TaskFilter } from "./query.ts";
import { type Reading, readQuestion } from "./reading.ts";

/** How many asking sentences of a pasted text are read, each once. */
const MAX_SENTENCES = 60;

/** The sentence of a pasted text that asks, and what it asks. */
export interface PastedQuestion {
  readonly sentence: string;
  readonly query: Query;
}

/** The one question in a pasted text that the documents may answer; undefined where there is none, or two that differ. */
export function pastedQuestion(text: string, knowledge: Knowledge): PastedQuestion | undefined {
  const asked = [...new Set(sentencesOf(text))]
    .filter((sentence) => sentence.length <= LONG_QUESTION_CHARACTERS && ASKS.test(sentence))
    .slice(0, MAX_SENTENCES)
    .flatMap((sentence) => {
      const reading = readQuestion(sentence, knowledge);
      const query = queryOf(reading, knowledge);
      return isOfDocuments(query, reading, knowledge) ? [{ sentence, query }] : [];
    });
  const distinct = new Map(asked.map((question) => [JSON.stringify(question.query), question]));
  const [only] = distinct.values();
  return distinct.size === 1 ? only : undefined;
}

/** How a sentence asks, so that one that only states (由县司法局负责) is none. 谁执法谁普法 asks nothing. */
const ASKS =
  /\?$|(?<!谁.{1,8})谁(?!.{1,8}谁)|哪|什么|啥|多少|几[个项条件次起人家名期场年月天号]|何时|多久|怎么|咋|[吗呢][。!;]?$|有没有|请问|请教|想问|想知道|想了解|告诉我|帮我|帮忙|麻烦|查一?下|列一?[下出]/u;

/** Whether a question is about the documents, and no chat: 吃了吗, 今天多少度. */
function isOfDocuments(query: Query, reading: Reading, knowledge: Knowledge): boolean {
  switch (query.kind) {
    case "tasks":
      return narrows(query.filter);
    case "topic-units":
      return query.tasks.length > 0 || hasKnownWord(reading, knowledge);
    case "passages":
      return hasKnownWord(reading, knowledge);
    case "task":
    case "reference":
    case "rank":
    case "unit-count":
    case "outline":
    case "article":
    case "officers":
    case "document":
      return true;
    case "more":
    case "clarify":
    case "absent":
    case "nothing":
      return false;
  }
}

function narrows(filter: TaskFilter): boolean {
  const { allOf, anyOf, noneOf, collectiveAllOf, collectiveNoneOf, sections, words, among, recurrence, dueBy, dueFrom, pace } = filter;
  const lists = [allOf, anyOf, noneOf, collectiveAllOf, collectiveNoneOf, sections, words, among ?? []];
  return lists.some(({ length }) => length > 0) || [recurrence, dueBy, dueFrom, pace].some((filtered) => filtered !== undefined);
}

/** Whether a document has a stretch of the topic to the letter, or the lexicon an official term for it. */
function hasKnownWord({ topic }: Reading, { corpus }: Knowledge): boolean {
  return topic.terms.some(({ text, official }) => official.length > 0 || corpus.documents.some(({ source }) => source.includes(text)));
}
