import { wantsPassages } from "../core/answer/index.ts";
import { type Conversation, type Knowledge, type Query, understand } from "../core/question/index.ts";
import type { QuestionReader, ReadQuestion } from "./ports.ts";

/** A question, understood. */
export interface MendedQuery {
  readonly query: Query;
  readonly unused: readonly string[];
  /** As it was read in the end. */
  readonly words: string;
  readonly corrections: ReadQuestion["corrections"];
}

/** Understands a question; where it names nothing exactly, once more with misspelt words read as what the documents print. */
export async function understandMended(asked: string, knowledge: Knowledge, previous: Conversation | undefined, reader: QuestionReader): Promise<MendedQuery> {
  const { query, unused, namesUnknown } = understand(asked, knowledge, previous);
  const exact =
    !namesUnknown &&
    !wantsPassages(query) &&
    !(query.kind === "topic-units" && !query.whole) &&
    query.kind !== "absent" &&
    !(query.kind === "tasks" && !namesAnything(query));
  if (exact) return { query, unused, words: asked, corrections: [] };
  const { question, corrections, choices } = await reader.mend(asked, knowledge);
  if (choices.length > 0 && namesUnknown)
    return { query: { kind: "clarify", reason: "ambiguous-unit", tasks: [], choices }, unused: [], words: asked, corrections };
  if (corrections.length === 0) return { query, unused, words: asked, corrections };
  const mended = understand(question, knowledge, previous);
  const better = query.kind !== "tasks" || namesAnything(query) || (mended.query.kind === "tasks" && namesAnything(mended.query));
  return better ? { query: mended.query, unused: mended.unused, words: question, corrections } : { query, unused, words: asked, corrections: [] };
}

/** A list of every task may be what is left of a question with a misspelt name. */
function namesAnything({ filter }: Extract<Query, { kind: "tasks" }>): boolean {
  return (
    filter.allOf.length + filter.anyOf.length + filter.noneOf.length + filter.collectiveAllOf.length + filter.collectiveNoneOf.length > 0 ||
    filter.sections.length > 0 ||
    filter.among !== undefined ||
    filter.misnumbered !== undefined ||
    filter.officer !== undefined ||
    filter.recurrence !== undefined
  );
}
