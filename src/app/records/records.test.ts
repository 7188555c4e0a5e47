import { describe, expect, test } from "vitest";
import * as z from "zod";
import { createSeedsAssistant } from "../../../test/questions/assistant.ts";
import { findDuties } from "../duties/find-duties.ts";
import { AnswerRecord, answerRecord } from "./answer-record.ts";
import { DocumentDetailRecord, DocumentRecord, documentDetailRecord, documentRecord } from "./document-record.ts";
import { PassageRecord, passageRecord } from "./passage-record.ts";
import { TaskRecord, taskRecord } from "./task-record.ts";

const { assistant } = await createSeedsAssistant();
const corpus = await assistant.corpus();

/** Everything in a record that has a place, with the document that it is of. */
function quotesIn(value: unknown, document: string): readonly { document: string; start: number; end: number; quote: string }[] {
  if (Array.isArray(value)) return value.flatMap((each) => quotesIn(each, document));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Record<string, unknown>;
  const of = typeof fields["document"] === "string" ? fields["document"] : document;
  const own = typeof fields["quote"] === "string" ? [{ document: of, start: Number(fields["start"]), end: Number(fields["end"]), quote: fields["quote"] }] : [];
  return [...own, ...Object.values(fields).flatMap((each) => quotesIn(each, of))];
}

function expectVerbatim(record: unknown, document = ""): void {
  for (const { document: id, start, end, quote } of quotesIn(record, document)) expect(corpus.document(id)?.source.slice(start, end)).toBe(quote);
}

/** A record has the fields of its schema and no other. */
function expectMadeBy(schema: z.ZodObject, record: unknown): void {
  expect(z.strictObject(schema.shape).parse(record)).toEqual(record);
  expect(JSON.parse(JSON.stringify(record))).toEqual(record);
}

describe("给程序看的记录：合于格式，引文都是原文", () => {
  test("每一项任务", () => {
    const duties = findDuties(corpus, {});
    expect(duties.length).toBe(corpus.tasks.length);
    for (const duty of duties) {
      const record = taskRecord(duty);
      expectMadeBy(TaskRecord, record);
      expectVerbatim(record);
      expect(record.assignments.map(({ printed }) => printed)).toEqual(record.assignments.map(({ quote }) => quote));
      expect(record.deadline?.quote).toBe(duty.task.deadline?.text);
    }
  });

  test("每一份文件", () => {
    for (const document of corpus.documents) {
      expectMadeBy(DocumentRecord, documentRecord(document, corpus));
      const detail = documentDetailRecord(document, corpus);
      expectMadeBy(DocumentDetailRecord, detail);
      expectVerbatim(detail, document.id);
      expect(detail.outline.filter(({ ordinal }) => ordinal !== null)).toHaveLength(detail.tasks);
    }
  });

  test.each(["县司法局负责哪些任务", "行政复议由谁负责", "什么是双随机一公开", "一共多少项任务", "怎么种水稻", "办公室负责什么", ""])(
    "回答：%j",
    async (question) => {
      const { answer } = await assistant.ask(question, null);
      const record = answerRecord(answer);
      expectMadeBy(AnswerRecord, record);
      expectVerbatim(record);
      expect(record.items).toEqual(answer.items);
      for (const { item, citation } of record.blocks) {
        if (item !== null) expect(record.items[item]).toBeDefined();
        if (citation !== null) expect(record.citations[citation]).toBeDefined();
      }
    },
  );

  test("查到的段", async () => {
    const found = await assistant.searchPassages("行政执法 公示", 10);
    expect(found).toHaveLength(10);
    for (const one of found) {
      const record = passageRecord(one, corpus);
      expectMadeBy(PassageRecord, record);
      expectVerbatim(record);
    }
  });
});
