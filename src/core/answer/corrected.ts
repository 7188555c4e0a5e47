import type { Corpus } from "../ledger/corpus.ts";
import type { Answer, Block } from "./answer.ts";

/** Marks the rows of tasks that a correction (更正) changed, so that nobody takes them for the document's own words; where an answer has no rows, a note says so. */
export function withCorrectedMarks(answer: Answer, corpus: Corpus): Answer {
  const corrected = answer.items.map(({ document, ordinal }) => corpus.task(document, ordinal)?.corrected === true);
  if (!corrected.includes(true)) return answer;
  const blocks = answer.blocks.map((block): Block => {
    const isMarked = block.kind === "entry" && block.item !== undefined && corrected[block.item] === true;
    return isMarked ? { ...block, text: `${block.text}（经更正）` } : block;
  });
  const note: Block = { kind: "note", text: blocks.some((block, index) => block !== answer.blocks[index]) ? ROWS : TASK };
  return { ...answer, blocks: [...blocks, note] };
}

const ROWS = "标“经更正”的，台账按更正单改过，与程序对原文的读法不同。";
const TASK = "这一项经更正：台账按更正单改过，与程序对原文的读法不同。";
