import * as z from "zod";
import type { Citation } from "../../core/answer/answer.ts";
import { cite, placeOf } from "../../core/answer/cite.ts";
import type { OfficialDocument } from "../../core/document/official-document.ts";
import { type Span, sliceOf } from "../../core/text/span.ts";

/**
 * What programs and agents are told is plain JSON: a record, made from what the program knows and described by a schema of the same name.
 * The field names are those of the `ask --jsonl` contract where they mean the same; what is not there is null. The descriptions are read by
 * whoever reads the schema, and so are Chinese.
 */

/** Words of a document with their place in it; which document, the record says that holds them. */
export const QuoteRecord = z
  .object({
    start: z.int().min(0).meta({ description: "引文在文件原文里的起点，按 UTF-16 编码单元从 0 数起（JavaScript 字符串的下标）" }),
    end: z.int().min(0).meta({ description: "引文的终点，不含这一位；source.slice(start, end) 就是 quote" }),
    quote: z.string().meta({ description: "原文，一字不改" }),
  })
  .meta({ description: "文件里的一段原文和它的位置" });
export type QuoteRecord = z.infer<typeof QuoteRecord>;

export const DocumentIdField = z
  .string()
  .regex(/^[a-z0-9-]{1,200}$/u)
  .meta({ description: "文件的编号", examples: ["xiping-2020"] });

/** Where words stand (出处). */
export const CitationRecord = z
  .object({
    document: DocumentIdField,
    file: z.string().meta({ description: "来源文件的文件名" }),
    documentNumber: z.string().nullable().meta({ description: "发文字号，照印；没有就是 null" }),
    path: z.array(z.string()).meta({ description: "所在的层次序数，由外到里，照印", examples: [["五、", "(二十一)"]] }),
    place: z.string().meta({ description: "出处，写法与公文相同：《标题》（文号）层次序数" }),
    ...QuoteRecord.shape,
  })
  .meta({ description: "一处引文：哪份文件、什么地方、原话" });
export type CitationRecord = z.infer<typeof CitationRecord>;

/** @param place as the reader is told it */
export function citationRecord({ document, file, documentNumber, path, start, end, quote }: Citation, place: string): CitationRecord {
  return { document, file, documentNumber, path: [...path], place, start, end, quote };
}

/** A stretch of a document, white space at its ends left out. */
export function citedRecord(document: OfficialDocument, span: Span, path: readonly string[]): CitationRecord {
  return citationRecord(cite(document, span, path), placeOf(document, path));
}

export function quoteRecord({ source }: OfficialDocument, { start, end }: Span): QuoteRecord {
  return { start, end, quote: sliceOf(source, { start, end }) };
}
