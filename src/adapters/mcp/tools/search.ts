import * as z from "zod";
import { PassageRecord, passageRecord } from "../../../app/records/passage-record.ts";
import * as about from "../descriptions.zh.ts";
import * as text from "../texts.zh.ts";
import { defineTool } from "../tool.ts";

const USUAL_LIMIT = 10;

export const search = defineTool({
  name: "search",
  ...about.SEARCH,
  input: z.object({
    words: z
      .string()
      .min(1)
      .max(1000)
      .meta({ description: about.SEARCH_WORDS, examples: ["行政处罚裁量基准"] }),
    limit: z.int().min(1).max(50).optional().meta({ description: about.SEARCH_LIMIT }),
  }),
  output: z.object({ passages: z.array(PassageRecord).meta({ description: about.SEARCH_PASSAGES }) }),
  async answer(assistant, { words, limit = USUAL_LIMIT }) {
    const [corpus, found] = await Promise.all([assistant.corpus(), assistant.searchPassages(words, limit)]);
    const passages = found.flatMap((passage) => passageRecord(passage, corpus) ?? []);
    return { data: { passages }, texts: [text.passagesText(words, passages)] };
  },
});
