import { coverageOf, coveredCharacters } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import type { EverydayPhrase, Lexicon } from "./lexicon.ts";
import { topicStretches } from "./stop-phrases.ts";

/** One stretch of what a question is about, and official terms that may stand for it. */
export interface TopicTerm {
  readonly text: string;
  readonly official: readonly string[];
}

/** What a question is about, apart from what it asks. */
export interface Topic {
  readonly terms: readonly TopicTerm[];
  /** The stretches joined, for the reader. */
  readonly printed: string;
}

/** Words that headings of plans are made of; they tell no heading from another. */
const GENERIC_HEADING_WORDS =
  /全面|深入|认真|切实|严格|持续|进一步|积极|自觉|扎实|着力|大力|加大|加强|加快|强化|深化|优化|完善|健全|建立|推进|推行|推动|推广|落实|开展|实施|提升|提高|规范|探索|创新|发挥|做好|实行|坚持|依法|有效|工作|建设|机制|制度|体系|力度|水平|能力|作用|管理|改革|行为|服务型/gu;

/** Cuts the topic out of what is left of a question when names, numbers and cues are gone. */
export function topicOf(rest: string, lexicon: Lexicon): Topic {
  const folded = matchText(rest);
  const everyday = lexicon.findEveryday(folded);
  const stretches = topicStretches(folded);
  const others = everyday.length === 0 ? stretches : topicStretches(without(folded, everyday));
  return { terms: [...everydayTerms(everyday), ...others.map((text) => ({ text, official: [] }))], printed: stretches.join(" ") };
}

function everydayTerms(everyday: readonly EverydayPhrase[]): readonly TopicTerm[] {
  return everyday.map(({ printed, official }) => ({ text: printed, official: official.map(matchText) }));
}

function without(text: string, phrases: readonly EverydayPhrase[]): string {
  let rest = "";
  let from = 0;
  for (const { start, end } of phrases) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return rest + text.slice(from);
}

/** Whether a text is made of words that any heading has. */
export function isGeneric(text: string): boolean {
  return text.replace(GENERIC_HEADING_WORDS, "") === "";
}

/** A heading that has less of every stretch is never the topic. */
const LEAST_OF_STRETCH = 0.75;

/** How well a heading is the topic. */
export interface HeadingFit {
  /** Share of the topic's characters that the heading has. */
  readonly ofTopic: number;
  /** Share of the heading's own words (generic ones left out) that the topic has; 0 where it does not count, because no stretch is covered well enough. */
  readonly ofHeading: number;
  /** Whether a stretch of four characters or more stands in it to the letter. */
  readonly verbatim: boolean;
  /** Share of the topic's best covered stretch. */
  readonly ofStretch: number;
}

/** The topic less the terms that any heading has, for comparing it with headings. */
export function withoutGeneric(topic: Topic): Topic {
  return { ...topic, terms: topic.terms.filter(({ text, official }) => official.length > 0 || !isGeneric(text)) };
}

/** Compares a topic with a heading; both from 0 to 1. @param topic as `withoutGeneric` gives it */
export function headingFit(topic: Topic, heading: string): HeadingFit {
  const text = matchText(heading);
  let covered = 0;
  let length = 0;
  let ofStretch = 0;
  let verbatim = false;
  for (const term of topic.terms) {
    const own = coverageOf(term.text, text);
    const best = Math.max(own, ...term.official.map((official) => (text.includes(official) ? 1 : 0)));
    ofStretch = Math.max(ofStretch, best);
    verbatim ||= term.text.length >= 4 && text.includes(term.text);
    covered += best * term.text.length;
    length += term.text.length;
  }
  const ofTopic = length === 0 ? 0 : covered / length;
  if (ofStretch < LEAST_OF_STRETCH) return { ofTopic, ofHeading: 0, ofStretch, verbatim };
  const words = text
    .replace(GENERIC_HEADING_WORDS, " ")
    .split(/[\s,、"]+/u)
    .filter((word) => word.length > 1);
  const said = topic.terms.map(({ text: own, official }) => ` ${own} ${official.join(" ")}`).join("");
  const distinct = words.join("").length;
  const shared = words.reduce((sum, word) => sum + coveredCharacters(word, said).filter(Boolean).length, 0);
  return { ofTopic, ofHeading: distinct === 0 ? 0 : shared / distinct, ofStretch, verbatim };
}

/** A heading is the topic when it has nearly all of one stretch of it, and holds nearly all of it, or much of it and the topic says nearly all that is distinct in the heading. */
export function fits({ ofTopic, ofHeading, ofStretch }: HeadingFit): boolean {
  if (ofStretch < LEAST_OF_STRETCH) return false;
  return ofTopic >= 0.75 || (ofTopic >= 0.45 && ofHeading >= 0.6) || (ofTopic >= 0.6 && ofHeading >= 0.45);
}

/** One number for ordering headings that fit: a heading that holds a stretch to the letter goes first. */
export function fitScore({ ofTopic, ofHeading, verbatim }: HeadingFit): number {
  return 0.7 * ofTopic + 0.3 * ofHeading + (verbatim ? 0.25 : 0);
}
