import type { InlineKeyboardMarkup } from "grammy/types";
import { onceFor } from "../../../app/once-for.ts";
import { isExplained } from "../../../core/answer/citation-place.ts";
import type { Answer } from "../../../core/answer/index.ts";
import { listsTasks } from "../../../core/answer/lists-tasks.ts";
import type { Page } from "../../../core/answer/render.ts";
import { renderButtons } from "./buttons.ts";
import { fitBlocks, messagePagesOf } from "./fit.ts";
import { type RichText, renderPage } from "./render.ts";
import { sourcePageOf, sourcesOf } from "./sources.ts";

/** A page of an answer as a message. */
export interface ShownPage extends RichText {
  readonly buttons: InlineKeyboardMarkup | undefined;
}

/** @param judges whether readers may tell if an answer is right @returns undefined for an answer without words. A page beyond the last is the last: documents may have changed since */
export function showAnswer(answer: Answer, questionId: string, pageNumber: number, judges: boolean): ShownPage | undefined {
  const { shown, pages, render } = pagesOfAnswer(answer);
  const page = pages[Math.min(pageNumber, pages.length) - 1];
  if (!page || page.blocks.length === 0) return undefined;
  const richText = render(page);
  if (richText.text === "") return undefined;
  const sourcePage = answer.citations.length > 0 ? sourcePageOf(shown, page) : undefined;
  return {
    ...richText,
    buttons: renderButtons(questionId, "p", page, {
      sourcePage,
      explained: isExplained(answer),
      exported: listsTasks(answer),
      otherYears: answer.otherYears,
      judged: judges && isJudged(answer),
    }),
  };
}

/** The words behind an answer (原文), a page of them. */
export function showSources(answer: Answer, questionId: string, pageNumber: number): ShownPage | undefined {
  const { pages, render } = pagesOfSources(answer);
  const page = pages[Math.min(pageNumber, pages.length) - 1];
  return page && page.blocks.length > 0 ? { ...render(page), buttons: renderButtons(questionId, "q", page, {}) } : undefined;
}

/** What plans of other years hold of a question, a page of it. */
export function showOtherYears(answer: Answer, questionId: string, pageNumber: number): ShownPage | undefined {
  const { pages, render } = pagesOfAnswer(answer);
  const page = pages[Math.min(pageNumber, pages.length) - 1];
  return page && page.blocks.length > 0 ? { ...render(page), buttons: renderButtons(questionId, "z", page, {}) } : undefined;
}

/** Whether a page of the answer has a button, so that its question must be kept. */
export function hasButtons(answer: Answer): boolean {
  return isExplained(answer) || listsTasks(answer) || answer.otherYears !== undefined || pagesOfAnswer(answer).pages.length > 1;
}

/** What found nothing is noted by itself. */
function isJudged(answer: Answer): boolean {
  return isExplained(answer) && answer.behaviour !== "not_found";
}

/** An answer as messages show it. Each page is rendered when it is first shown. */
interface Pages {
  readonly shown: Answer;
  readonly pages: readonly Page[];
  readonly render: (page: Page) => RichText;
}

// A question that is asked again has the same answer, by identity, while the program remembers it.
const pagesOfAnswer = onceFor((answer: Answer) => toPages(fitBlocks(answer)));
const pagesOfSources = onceFor((answer: Answer) => toPages(fitBlocks(sourcesOf(answer))));

function toPages(shown: Answer): Pages {
  return { shown, pages: messagePagesOf(shown), render: onceFor((page) => renderPage(shown, page)) };
}
