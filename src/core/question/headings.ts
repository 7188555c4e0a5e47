import type { DocumentId } from "../document/official-document.ts";
import type { Corpus, Section } from "../ledger/corpus.ts";
import type { Task } from "../ledger/task.ts";
import { coverageOf, coveredCharacters } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import { fitScore, fits, headingFit, isGeneric, type Topic, type TopicTerm, withoutGeneric } from "./topic.ts";

/** Headings within this share of the best one's score are taken with it. */
const NEAR_BEST = 0.86;

/** Tasks whose title is the topic, best first; empty where no title fits. Each part of 甲和乙 may have its own. */
export function tasksTitled(topic: Topic, tasks: readonly Task[]): readonly Task[] {
  const whole = bestFits(topic, tasks, (task) => task.title);
  if (whole.length > 0 || topic.terms.length < 2) return whole;
  const found = new Set<Task>();
  for (const term of new Map(topic.terms.map((each) => [each.text, each])).values()) {
    const part = bestFits(topicOfTerm(term), tasks, (task) => task.title);
    if (part.length === 0) return [];
    for (const task of part) found.add(task);
  }
  return [...found].sort((a, b) => a.ordinal - b.ordinal);
}

/** The topic less what the tasks never say: 疫情那会儿的依法防控 → 疫情 依法防控. */
export function knownTopic(topic: Topic, corpus: Corpus, documents: readonly DocumentId[]): Topic {
  const text = textOf(documents, corpus);
  const terms = topic.terms.flatMap((term) => {
    if (term.official.length > 0) return [term];
    const known = coveredCharacters(term.text, text);
    const kept = [...term.text].map((character, index) => (known[index] ? character : " ")).join("");
    return kept
      .split(" ")
      .filter((stretch) => stretch.length > 1)
      .map((stretch) => ({ text: stretch, official: [] }));
  });
  return { terms, printed: topic.printed };
}

/** Everything that documents say, folded; kept, since the same few are asked of again and again. */
function textOf(documents: readonly DocumentId[], corpus: Corpus): string {
  const kept = TEXTS.get(corpus) ?? new Map<string, string>();
  TEXTS.set(corpus, kept);
  const key = documents.join(" ");
  const text = kept.get(key) ?? documents.map((id) => matchText(corpus.document(id)?.source ?? "")).join("\n");
  if (kept.size < MOST_TEXTS) kept.set(key, text);
  return text;
}

const TEXTS = new WeakMap<Corpus, Map<string, string>>();
const MOST_TEXTS = 8;

/** The topic less the stretches that the documents' own titles say (法治政府建设), unless nothing else is left. */
export function withoutTitles(topic: Topic, documents: readonly DocumentId[], corpus: Corpus): Topic {
  const titles = documents.map((id) => matchText(corpus.document(id)?.title ?? "")).join("\n");
  const terms = topic.terms.filter(({ text, official }) => official.length > 0 || coverageOf(text, titles) < 0.99);
  return terms.some(({ text }) => !isGeneric(text)) ? { ...topic, terms } : topic;
}

/** The stretches of a topic that tell tasks apart: not what the documents' own titles say, nor what every heading does. */
export function distinctTerms({ terms }: Topic, documents: readonly DocumentId[], corpus: Corpus): readonly string[] {
  const titles = documents.map((id) => matchText(corpus.document(id)?.title ?? "")).join("\n");
  return terms
    .map(({ text }) => text.replace(/(?<=.{3})[里中上]$/u, ""))
    .filter((text) => text.length > 1 && !isGeneric(text) && coverageOf(text, titles) < 0.99);
}

/** Sections whose title is the topic. */
export function sectionsTitled(
  topic: Topic,
  corpus: Corpus,
  documents: readonly DocumentId[],
): readonly { readonly document: DocumentId; readonly section: Section; readonly score: number }[] {
  const told = withoutGeneric(topic);
  const sections = documents.flatMap((document) => corpus.sectionsOf(document).map((section) => ({ document, section })));
  return bestFits(topic, sections, ({ section }) => section.title).map((best) => ({ ...best, score: fitScore(headingFit(told, best.section.title)) }));
}

function bestFits<T>(topic: Topic, candidates: readonly T[], titleOf: (candidate: T) => string): readonly T[] {
  const told = withoutGeneric(topic);
  if (told.terms.length === 0) return [];
  const scored = candidates.map((candidate) => ({ candidate, fit: headingFit(told, titleOf(candidate)) })).filter(({ fit }) => fits(fit));
  const best = Math.max(0, ...scored.map(({ fit }) => fitScore(fit)));
  return scored.filter(({ fit }) => fitScore(fit) >= best * NEAR_BEST).map(({ candidate }) => candidate);
}

function topicOfTerm(term: TopicTerm): Topic {
  return { terms: [term], printed: term.text };
}
