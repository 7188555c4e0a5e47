import * as z from "zod";
import { findDuties } from "../../../app/duties/find-duties.ts";
import { DocumentIdField } from "../../../app/records/citation-record.ts";
import { TaskRecord, taskRecord } from "../../../app/records/task-record.ts";
import * as about from "../descriptions.zh.ts";
import { ToolFault } from "../fault.ts";
import * as say from "../messages.zh.ts";
import * as text from "../texts.zh.ts";
import { defineTool } from "../tool.ts";
import { getDocument } from "./get-document.ts";

export const task = defineTool({
  name: "task",
  ...about.TASK,
  input: z.object({
    document: DocumentIdField,
    ordinal: z
      .int()
      .min(1)
      .max(1_000_000)
      .meta({ description: about.TASK_ORDINAL, examples: [21] }),
  }),
  output: TaskRecord,
  async answer(assistant, { document, ordinal }) {
    const corpus = await assistant.corpus();
    const { id } = getDocument(corpus, document);
    const found = findDuties(corpus, { document: id });
    const duty = found.find((one) => one.task.ordinal === ordinal);
    if (!duty) throw new ToolFault(say.noSuchTask(id, ordinal, found.length));
    const record = taskRecord(duty);
    return { data: record, texts: [text.taskText(record)] };
  },
});
