import type { OfficialDocument } from "../document/official-document.ts";
import { type Span, sliceOf } from "../text/span.ts";
import { clauseSpans, sentenceSpans } from "./clauses.ts";
import { type Figure, findFigures } from "./figures.ts";
import { matchText } from "./match-text.ts";
import type { Passage } from "./passage.ts";

/** A passage as questions are matched against it: what it says whoever asks, so that it is read once, by the first question that comes to it. */
export interface PassageReading {
  /** Headings, folded. */
  readonly headings: string;
  /** Headings and words, folded. */
  readonly text: string;
  readonly sentences: () => readonly SentenceReading[];
}

/** A sentence of a passage. */
export interface SentenceReading {
  readonly span: Span;
  /** Its words, folded; as long as the sentence, so that offsets are those of the document, less the sentence's start. */
  readonly text: string;
  readonly clauses: () => readonly ClauseReading[];
}

/** A clause of a sentence, with the figures that it prints. */
export interface ClauseReading {
  readonly span: Span;
  /** Its words, as printed. */
  readonly words: string;
  readonly figures: readonly Figure[];
}

const readings = new WeakMap<Passage, PassageReading>();

/** Reads a passage of a document. */
export function readingOf(passage: Passage, document: OfficialDocument): PassageReading {
  const known = readings.get(passage);
  if (known) return known;
  const reading = readPassage(passage, document.source);
  readings.set(passage, reading);
  return reading;
}

function readPassage({ headings, span }: Passage, source: string): PassageReading {
  const above = matchText(headings.join(" "));
  const words = matchText(sliceOf(source, span));
  const wordsOf = ({ start, end }: Span): string => words.slice(start - span.start, end - span.start);
  return {
    headings: above,
    text: `${above} ${words}`,
    sentences: once(() => sentenceSpans(source, span).map((own) => ({ span: own, text: wordsOf(own), clauses: once(() => readClauses(source, own)) }))),
  };
}

function readClauses(source: string, sentence: Span): readonly ClauseReading[] {
  return clauseSpans(source, sentence).map((span) => {
    const words = sliceOf(source, span);
    return { span, words, figures: findFigures(words, span.start) };
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
