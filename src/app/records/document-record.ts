import * as z from "zod";
import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { errataIn } from "../errata-in.ts";
import { DocumentIdField, QuoteRecord, quoteRecord } from "./citation-record.ts";
import { DateField } from "./task-record.ts";

const KINDS = ["work_plan", "task_table", "annual_report", "supervision_notice", "regulation", "notice"] as const satisfies readonly OfficialDocument["kind"][];

/** What is known of a document without its text. */
export const DocumentRecord = z
  .object({
    id: DocumentIdField,
    title: z.string().meta({ description: "标题" }),
    documentNumber: z
      .string()
      .nullable()
      .meta({ description: "发文字号，照印；没有就是 null", examples: ["西政办〔2020〕20号"] }),
    issuer: z.string().nullable().meta({ description: "发文机关，照印" }),
    primaryRecipients: z.array(z.string()).meta({ description: "主送机关，照印" }),
    issuedOn: DateField.nullable().meta({ description: "成文日期" }),
    kind: z.enum(KINDS).meta({
      description: "work_plan 工作安排，task_table 任务分工表，annual_report 年度报告，supervision_notice 督查通报，regulation 法规制度，notice 通知",
    }),
    region: z.string().nullable().meta({ description: "哪个县（市、区）的文件" }),
    year: z.int().nullable().meta({ description: "安排或报告的是哪一年" }),
    lapsed: z.string().nullable().meta({ description: "哪句话说明它已不再有效；没有这样的话就是 null" }),
    file: z.string().meta({ description: "来源文件的文件名" }),
    tasks: z.int().min(0).meta({ description: "有几项任务" }),
    length: z.int().min(0).meta({ description: "原文的长度，按 UTF-16 编码单元数" }),
  })
  .meta({ description: "一份文件" });
export type DocumentRecord = z.infer<typeof DocumentRecord>;

const OutlineRecord = z
  .object({
    node: z.int().min(0).meta({ description: "这一部分的编号；查任务时可作 section" }),
    parent: z.int().min(0).nullable().meta({ description: "上一层的编号；最外层是 null" }),
    label: z.string().meta({ description: "层次序数，照印" }),
    title: z.string().meta({ description: "标题；没有就是空的" }),
    path: z.array(z.string()).meta({ description: "由外到里的层次序数" }),
    ordinal: z.int().min(1).nullable().meta({ description: "这一部分是第几项任务；不是任务就是 null" }),
    start: z.int().min(0).meta({ description: "起点，按 UTF-16 编码单元从 0 数起" }),
    end: z.int().min(0).meta({ description: "终点，不含这一位；包括下面各层" }),
  })
  .meta({ description: "文件的一个部分" });

const AnomalyRecord = z
  .object({
    kind: z
      .enum(["duplicate_label", "skipped_label", "out_of_order_label", "label_misprint", "unit_misprint", "impossible_date"])
      .meta({ description: "序号重复、跳号、颠倒、印错，单位名称印错，没有这一天的日期" }),
    place: z.string().meta({ description: "在哪一部分" }),
    line: z.int().min(1).meta({ description: "第几行，从 1 数起" }),
    suggestion: z.string().meta({ description: "可能应为什么" }),
    ...QuoteRecord.shape,
  })
  .meta({ description: "疑似错漏；正文照原样" });

/** A document with its parts and its misprints. */
export const DocumentDetailRecord = DocumentRecord.extend({
  outline: z.array(OutlineRecord).meta({ description: "有序数或标题的各个部分，按先后" }),
  anomalies: z.array(AnomalyRecord).meta({ description: "疑似错漏，按先后" }),
}).meta({ description: "一份文件，连同目录和疑似错漏" });
export type DocumentDetailRecord = z.infer<typeof DocumentDetailRecord>;

export function documentRecord(document: OfficialDocument, corpus: Corpus): DocumentRecord {
  const { id, title, documentNumber, issuer, primaryRecipients, issuedOn, kind, region, year, lapsed, file, source } = document;
  return {
    id,
    title,
    documentNumber: documentNumber?.printed ?? null,
    issuer: issuer ?? null,
    primaryRecipients: [...primaryRecipients],
    issuedOn: issuedOn ?? null,
    kind,
    region: region ?? null,
    year: year ?? null,
    lapsed: lapsed ?? null,
    file,
    tasks: corpus.tasksOf(id).length,
    length: source.length,
  };
}

export function documentDetailRecord(document: OfficialDocument, corpus: Corpus): DocumentDetailRecord {
  const ordinals = new Map(corpus.tasksOf(document.id).map(({ node, ordinal }) => [node, ordinal]));
  return {
    ...documentRecord(document, corpus),
    outline: document.nodes
      .filter(({ index, label, title }) => label !== "" || title !== "" || ordinals.has(index))
      .map(({ index, parent, label, title, path, span: { start, end } }) => ({
        node: index,
        parent: parent ?? null,
        label,
        title,
        path: [...path],
        ordinal: ordinals.get(index) ?? null,
        start,
        end,
      })),
    anomalies: errataIn(corpus, document).map(({ kind, place, line, suggestion, span }) => ({ kind, place, line, suggestion, ...quoteRecord(document, span) })),
  };
}
