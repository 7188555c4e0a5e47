import * as z from "zod";
import { MAX_STATE_CHARACTERS, readCarried, writeCarried } from "../../../app/carried-state.ts";
import { askCarried } from "../../../app/carried-turns.ts";
import { AnswerRecord, answerRecord } from "../../../app/records/answer-record.ts";
import { renderPlainText } from "../../../core/answer/index.ts";
import * as about from "../descriptions.zh.ts";
import { ToolFault } from "../fault.ts";
import * as say from "../messages.zh.ts";
import * as text from "../texts.zh.ts";
import { defineTool } from "../tool.ts";

/** As long as on the page. UTF-16 code units. */
const MAX_QUESTION_CHARACTERS = 6000;

export const ask = defineTool({
  name: "ask",
  ...about.ASK,
  input: z.object({
    question: z
      .string()
      .max(MAX_QUESTION_CHARACTERS)
      .meta({ description: about.ASK_QUESTION, examples: ["县司法局负责哪些任务", "行政复议由谁负责"] }),
    state: z.string().max(MAX_STATE_CHARACTERS).nullish().meta({ description: about.ASK_STATE }),
  }),
  output: AnswerRecord.extend({ state: z.string().nullable().meta({ description: about.ANSWER_STATE }) }),
  async answer(assistant, { question, state }) {
    const carried = readCarried(state ?? "");
    if (!carried) throw new ToolFault(say.stateBroken());
    const { answer, turns } = await askCarried(assistant, question.trim(), carried);
    const next = writeCarried(turns);
    return {
      data: { ...answerRecord(answer), state: next },
      texts: [renderPlainText(answer, 1, Number.MAX_SAFE_INTEGER), ...(next === null ? [] : [text.goOnWith(next)])],
    };
  },
});
