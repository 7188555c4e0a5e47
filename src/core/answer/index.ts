export type { Answer, AnswerItem, Behaviour, Block, Citation } from "./answer.ts";
export { pagesOf, renderPlainText } from "./render.ts";
