import * as z from "zod";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { FoundPassage } from "../ask.ts";
import { CitationRecord, citedRecord } from "./citation-record.ts";

/** A passage that was searched for. Its own words are its citation. */
export const PassageRecord = CitationRecord.extend({
  headings: z.array(z.string()).meta({ description: "上面各层和自己的标题，由外到里" }),
  score: z.number().meta({ description: "相近的程度；只能在同一次查找里比较" }),
}).meta({ description: "查到的一段原文" });
export type PassageRecord = z.infer<typeof PassageRecord>;

/** @returns undefined where the document is gone since */
export function passageRecord({ passage, score }: FoundPassage, corpus: Corpus): PassageRecord | undefined {
  const document = corpus.document(passage.documentId);
  if (!document) return undefined;
  return { ...citedRecord(document, passage.span, document.nodes[passage.node]?.path ?? []), headings: [...passage.headings], score };
}
