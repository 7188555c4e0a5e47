export type { Answer, AnswerItem, Behaviour, Block, Citation } from "./answer.ts";
export { answerQuery, wantsPassages } from "./answer-query.ts";
export type { AnswerContext, FoundPassages } from "./context.ts";
export { otherYears } from "./other-years.ts";
export { pagesOf, renderPlainText } from "./render.ts";
