import type { Answer } from "../core/answer/index.ts";
import type { CalendarDate } from "../core/document/official-document.ts";
import type { Assistant, Turn } from "./ask.ts";
import { createLruCache } from "./lru-cache.ts";
import { createStateKeys, textOfState } from "./state-text.ts";

const MAX_TURNS = 500;
/** Over all turns kept; a list of every task of a plan has some 20,000. */
const MAX_CHARACTERS = 4_000_000;

/**
 * An assistant that remembers its answers, for what groups ask again and again. An answer depends on the documents, the
 * question, the state and the day alone, so this is made anew with the assistant, whenever the documents change.
 * While a turn is remembered, asking again gives the very same object, so that what was made of it can be remembered by it.
 * What else the assistant can do is as it was.
 */
export function rememberAnswers<Answering extends Pick<Assistant, "ask" | "units" | "documents">>(assistant: Answering, today: () => CalendarDate): Answering {
  const turns = createLruCache<Turn>({ maxEntries: MAX_TURNS, maxSize: MAX_CHARACTERS });
  const keyOf = createStateKeys();
  return {
    ...assistant,
    async ask(question: string, state: unknown) {
      const key = `${today()} ${keyOf(state)}\n${question}`;
      const known = turns.get(key);
      if (known !== undefined) return known;
      const turn = await assistant.ask(question, state);
      turns.set(key, turn, question.length + textOfState(turn.state).length + charactersIn(turn.answer));
      return turn;
    },
    units: once(() => assistant.units()),
    documents: once(() => assistant.documents()),
  };
}

/** Makes an answer on the first call; a failure is not remembered. */
function once(make: () => Promise<Answer>): () => Promise<Answer> {
  let made: Promise<Answer> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}

function charactersIn({ understood, blocks, citations }: Answer): number {
  const inBlocks = blocks.reduce((sum, block) => sum + (block.kind === "quote" ? block.place : block.text).length, 0);
  return understood.length + inBlocks + citations.reduce((sum, { quote }) => sum + quote.length, 0);
}
