import type { InlineKeyboardMarkup } from "grammy/types";
import type { Answer } from "../../../core/answer/index.ts";
import { renderButtons } from "./buttons.ts";
import { fitBlocks, messagePagesOf } from "./fit.ts";
import { type RichText, renderPage } from "./render.ts";
import { sourcePageOf, sourcesOf } from "./sources.ts";

/** A page of an answer as a message. */
export interface ShownPage extends RichText {
  readonly buttons: InlineKeyboardMarkup | undefined;
}

/** @returns undefined for an answer without words. A page beyond the last is the last: documents may have changed since */
export function showAnswer(answer: Answer, questionId: string, pageNumber: number): ShownPage | undefined {
  const shown = fitBlocks(answer);
  const pages = messagePagesOf(shown);
  const page = pages[Math.min(pageNumber, pages.length) - 1];
  if (!page || page.blocks.length === 0) return undefined;
  const richText = renderPage(shown, page);
  if (richText.text === "") return undefined;
  const sourcePage = answer.citations.length > 0 ? sourcePageOf(shown, page) : undefined;
  return { ...richText, buttons: renderButtons(questionId, "p", page, sourcePage) };
}

/** The words behind an answer (原文), a page of them. */
export function showSources(answer: Answer, questionId: string, pageNumber: number): ShownPage | undefined {
  const sources = fitBlocks(sourcesOf(answer));
  const pages = messagePagesOf(sources);
  const page = pages[Math.min(pageNumber, pages.length) - 1];
  return page && page.blocks.length > 0 ? { ...renderPage(sources, page), buttons: renderButtons(questionId, "q", page, undefined) } : undefined;
}

/** Whether a page of the answer has a button, so that its question must be kept. */
export function hasButtons(answer: Answer): boolean {
  return answer.citations.length > 0 || messagePagesOf(fitBlocks(answer)).length > 1;
}
