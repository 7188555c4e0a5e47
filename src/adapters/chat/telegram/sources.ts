import { citationOf, placeOfCitation } from "../../../core/answer/citation-place.ts";
import type { Answer, Block } from "../../../core/answer/index.ts";
import type { Page } from "../../../core/answer/render.ts";
import { fitBlocks, messagePagesOf } from "./fit.ts";

/** The words behind an answer (原文): every passage that it rests on, once, in the order in which the answer names them. */
export function sourcesOf(answer: Answer): Answer {
  const used = answer.blocks.flatMap((block) => citationOf(block) ?? []);
  const order = new Set([...used, ...answer.citations.keys()]);
  return { ...answer, blocks: [...order].map((index): Block => ({ kind: "quote", citation: index, place: placeOfCitation(answer, index) })) };
}

/** Which page of the sources opens with what a page of the answer rests on first; from 1. `answer` and `page` as shown, after `fitBlocks`. */
export function sourcePageOf(answer: Answer, page: Page): number {
  if (page.number === 1) return 1;
  const first = page.blocks.map(citationOf).find((index) => index !== undefined);
  const wanted = first === undefined ? undefined : answer.citations[first];
  const sources = fitBlocks(sourcesOf(answer));
  const found = messagePagesOf(sources).find(({ blocks }) =>
    blocks.some((block) => {
      const citation = sources.citations[citationOf(block) ?? -1];
      return citation?.document === wanted?.document && citation?.start === wanted?.start;
    }),
  );
  return found?.number ?? 1;
}
