import { createLruCache } from "./lru-cache.ts";
import type { AnsweredQuestionStore } from "./ports.ts";
import { createStateKeys } from "./state-text.ts";

const MAX_QUESTIONS = 500;
const MAX_CHARACTERS = 2_000_000;
/** Far below the age at which stored questions are forgotten, by this process or another. */
const SAME_FOR_MS = 60 * 60 * 1000;

/** A store in which a question that is asked again within the hour, in the same state, is kept once: both answers have its id. */
export function keepOnce(store: AnsweredQuestionStore): AnsweredQuestionStore {
  const kept = createLruCache<{ readonly id: string; readonly askedAtMs: number }>({ maxEntries: MAX_QUESTIONS, maxSize: MAX_CHARACTERS });
  const keyOf = createStateKeys();
  return {
    async saveQuestion(question) {
      const key = `${keyOf(question.state)}\n${question.question}`;
      const known = kept.get(key);
      if (known !== undefined && Math.abs(question.askedAtMs - known.askedAtMs) < SAME_FOR_MS) return known.id;
      const id = await store.saveQuestion(question);
      kept.set(key, { id, askedAtMs: question.askedAtMs }, key.length);
      return id;
    },
    loadQuestion: (id) => store.loadQuestion(id),
  };
}
