import * as z from "zod";
import { MAX_STATE_CHARACTERS, readCarried, writeCarried } from "../../../../app/carried-state.ts";
import { askCarried } from "../../../../app/carried-turns.ts";
import { AnswerRecord, answerRecord } from "../../../../app/records/answer-record.ts";
import type { Site } from "../../feature.ts";
import * as say from "../messages.zh.ts";
import { invalid } from "../read-values.ts";
import { apiRoute } from "../route.ts";

/** As long as on the page. UTF-16 code units. */
const MAX_QUESTION_CHARACTERS = 6000;

const State = z.string().max(MAX_STATE_CHARACTERS);
const STATE_WORDS = "接着问时，原样写上一次回答里的 state；内容不必看，也不要改";

const AskQuery = z.object({
  q: z
    .string()
    .max(MAX_QUESTION_CHARACTERS)
    .meta({ description: "问题", examples: ["县司法局负责哪些任务"] }),
  state: State.optional().meta({ description: STATE_WORDS }),
});
export const AskBody = AskQuery.extend({ state: State.nullish().meta({ description: STATE_WORDS }) }).meta({ description: "一个问题" });

export const AskedAnswer = AnswerRecord.extend({
  state: z.string().nullable().meta({ description: "接着问时带上它；没有可接的就是 null。程序不保存会话" }),
}).meta({ description: "一个问题的回答，和接着问要带的 state" });

const REPLIES = [{ status: 200, description: "回答", schema: AskedAnswer }] as const;
const DESCRIPTION =
  "与终端、网页答得一样，字段名与 mingbai ask --jsonl 相同。接着问的问题（例如“那发改委呢”）要带上一次的 state；会话只在 state 里，程序不保存。会话太长时 state 是 null，从下一问重新开始。";

export const askByAddress = apiRoute({
  method: "get",
  path: "/api/v1/ask",
  operationId: "ask",
  tag: "ask",
  summary: "问一个问题",
  description: DESCRIPTION,
  query: AskQuery,
  replies: REPLIES,
  faults: [],
  answer: async (site, { query }) => ({ json: await answerTo(site, query, "query") }),
});

export const askByBody = apiRoute({
  method: "post",
  path: "/api/v1/ask",
  operationId: "askPrivately",
  tag: "ask",
  summary: "问一个问题，问题长或不便写在地址里时用",
  description: DESCRIPTION,
  body: AskBody,
  replies: REPLIES,
  faults: [403, 413, 415],
  answer: async (site, { body }) => ({ json: await answerTo(site, body, "body") }),
});

async function answerTo(
  { assistant }: Pick<Site, "assistant">,
  { q, state }: z.infer<typeof AskBody>,
  place: "query" | "body",
): Promise<z.infer<typeof AskedAnswer>> {
  const carried = readCarried(state ?? "");
  if (!carried) throw invalid([{ in: place, name: "state", detail: say.stateBroken() }]);
  const { answer, turns } = await askCarried(assistant, q.trim(), carried);
  return { ...answerRecord(answer), state: writeCarried(turns) };
}
