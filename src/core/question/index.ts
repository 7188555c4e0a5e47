export type { Knowledge } from "./knowledge.ts";
export { createLexicon } from "./lexicon.ts";
export { normaliseQuestion } from "./normalise.ts";
export { withoutCounts } from "./passage-query.ts";
export { createPlaces } from "./places.ts";
export type { Conversation, Query } from "./query.ts";
export { stemOf } from "./scope.ts";
export { understand } from "./understand.ts";
