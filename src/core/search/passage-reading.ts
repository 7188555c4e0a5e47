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
  /** Its clauses that print figures, in their order. */
  readonly figureClauses: () => readonly FigureClause[];
}

/** A clause that prints figures. */
export interface FigureClause {
  readonly span: Span;
  /** The clause before it; itself where it is the first of its sentence. */
  readonly before: Span;
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
    sentences: once(() => sentenceSpans(source, span).map((own) => ({ span: own, text: wordsOf(own), figureClauses: once(() => readFigures(source, own)) }))),
  };
}

function readFigures(source: string, sentence: Span): readonly FigureClause[] {
  return clauseSpans(source, sentence).flatMap((span, index, spans): readonly FigureClause[] => {
    const words = sliceOf(source, span);
    const figures = findFigures(words, span.start);
    return figures.length === 0 ? [] : [{ span, before: spans[index - 1] ?? span, words, figures }];
  });
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
