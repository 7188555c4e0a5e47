import type { Corpus } from "../ledger/corpus.ts";
import { isNamed } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import { type AskedNumber, type AskedSection, findAskedNumbers, findAskedSections } from "./numbers-asked.ts";
import { type Cues, findCues } from "./patterns.ts";
import { type AskedReference, findAskedReferences } from "./references-asked.ts";
import { type AskedScope, findAskedScope } from "./scope.ts";
import { type AskedTime, findAskedTime } from "./times-asked.ts";
import { type Topic, topicOf } from "./topic.ts";
import { type AskedUnits, findAskedUnits } from "./units-asked.ts";

/** Everything that was recognised in a question, before deciding what it asks. */
export interface Reading {
  readonly question: string;
  readonly cues: Cues;
  readonly scope: AskedScope;
  readonly units: AskedUnits;
  readonly numbers: readonly AskedNumber[];
  readonly sections: readonly AskedSection[];
  readonly references: readonly AskedReference[];
  readonly time: AskedTime;
  /** What is left when names, numbers, places and times are gone. */
  readonly rest: string;
  readonly topic: Topic;
  /** The question less places and years: what passages are searched by. */
  readonly words: string;
}

/** Recognises names, numbers, places, times and cues in a normalised question. */
export function readQuestion(question: string, knowledge: Knowledge): Reading {
  const references = findAskedReferences(question);
  const scope = withinNamed(findAskedScope(question, knowledge), references, knowledge.corpus);
  const units = findAskedUnits(question, knowledge);
  const clear = blankOut(question, references);
  const sections = findAskedSections(clear);
  const numbers = findAskedNumbers(blankOut(clear, sections));
  const plans = scope.documents.map((id) => knowledge.corpus.document(id)).filter((document) => document?.kind !== "annual_report");
  const time = findAskedTime(clear, scope.years[0] ?? plans[0]?.year, knowledge.today);
  const withoutNames = blankOut(question, [...references, ...units.mentions, ...sections, ...numbers]);
  const rest = blankWords(withoutNames.replace(ASIDE, " "), [...scope.printed, ...time.printed, ...units.collective.map(({ printed }) => printed)]);
  return {
    question,
    cues: findCues(question.replace(QUOTED, " ")),
    scope,
    units,
    numbers,
    sections,
    references,
    time,
    rest,
    topic: topicOf(rest, knowledge.lexicon),
    words: blankWords(question, scope.printed),
  };
}

/** 西政办〔2020〕20号里司法局的任务: a document that is named is the only one that is asked about. */
function withinNamed(scope: AskedScope, references: readonly AskedReference[], corpus: Corpus): AskedScope {
  const named = references.flatMap((reference) => corpus.documents.filter((document) => isNamed(document, reference)).map(({ id }) => id));
  return named.length === 0 ? scope : { ...scope, documents: [...new Set(named)], named: true };
}

/** What stands in quotation marks is a name, not a question. */
const QUOTED = /["“「『][^"”」』]{1,40}["”」』]/gu;

/** (不是服务型那个): what the question is not about. */
const ASIDE = /[(,]不(?:是|要|含|包括)[^(),。?]{1,14}[)]?/gu;

/** Replaces stretches by spaces of the same length, so that what stands around them is not joined. */
function blankOut(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let blanked = text;
  for (const { start, end } of spans) blanked = blanked.slice(0, start) + " ".repeat(end - start) + blanked.slice(end);
  return blanked;
}

function blankWords(text: string, words: readonly string[]): string {
  return words.reduce((rest, word) => (word.length === 0 ? rest : rest.split(word).join(" ".repeat(word.length))), text);
}
