import { maskPersonal } from "../../core/text/mask-personal.ts";
import type { Office } from "./office.ts";
import type { FeedbackRecord, FeedbackStore } from "./ports.ts";

/** A question is recognised by its beginning; what was pasted behind it is not kept. */
const MAX_QUESTION_CHARACTERS = 200;

/** Remembers a question that found nothing or was judged: neither who asked nor who judged, and no numbers of persons. */
export function recordFeedback(
  { stores, clock }: Pick<Office, "clock"> & { readonly stores: FeedbackStore },
  question: string,
  verdict: FeedbackRecord["verdict"],
): Promise<void> {
  const words = [...maskPersonal(question).replace(/\s+/gu, " ").trim()].slice(0, MAX_QUESTION_CHARACTERS).join("");
  return stores.recordFeedback(words, verdict, clock());
}

/** Questions that found nothing or were disliked, the most frequent first. */
export async function loadMisses({ feedback }: Pick<FeedbackStore, "feedback">): Promise<readonly FeedbackRecord[]> {
  return (await feedback()).filter(({ verdict }) => verdict !== "liked");
}
