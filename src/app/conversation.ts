import type { Answer } from "../core/answer/index.ts";
import type { Conversation, Query } from "../core/question/index.ts";

/** What a turn leaves for the next: its query and what it showed. A turn that found nothing keeps what was before it. */
export function nextConversation(question: string, query: Query, answer: Answer, previous: Conversation | undefined): Conversation | undefined {
  if (query.kind === "nothing" || query.kind === "more" || asksWhichRow(query)) return previous;
  return {
    query,
    question,
    shown: answer.items.map(({ document, ordinal }) => ({ document, ordinal })),
    places: answer.citations.slice(0, MAX_PLACES).map(({ document, start, end }) => ({ document, start, end })),
  };
}

/** A turn leans on what stood at the top. */
const MAX_PLACES = 3;

/** The program asked back which row of the list is meant; the list is still what the next turn is about. */
function asksWhichRow(query: Query): boolean {
  return query.kind === "clarify" && query.reason === "which-row";
}
