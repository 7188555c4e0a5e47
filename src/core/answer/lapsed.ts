import type { Corpus } from "../ledger/corpus.ts";
import type { Answer, Block } from "./answer.ts";

/** Says of every document that an answer rests on and that is no longer in force what says so: 失效, 废止. */
export function withLapsedNotes(answer: Answer, corpus: Corpus): Answer {
  const used = new Set([...answer.citations, ...answer.items].map(({ document }) => document));
  const notes = [...used].flatMap((id): Block[] => {
    const document = corpus.document(id);
    return document?.lapsed === undefined ? [] : [{ kind: "note", text: `注意：《${document.title}》已不再有效（${document.lapsed}），仅供查阅。` }];
  });
  return notes.length === 0 ? answer : { ...answer, blocks: [...answer.blocks.slice(0, 1), ...notes, ...answer.blocks.slice(1)] };
}
