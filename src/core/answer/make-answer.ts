import type { Answer } from "./answer.ts";

/** An answer; what is not given is empty. */
export function makeAnswer(fields: Pick<Answer, "behaviour" | "understood" | "blocks"> & Partial<Answer>): Answer {
  return { items: [], units: [], collective: [], number: null, citations: [], suggestions: [], ...fields };
}
