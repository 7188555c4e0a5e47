import * as z from "zod";
import { placeOfCitation } from "../../core/answer/citation-place.ts";
import { type Answer, type Block, renderPlainText } from "../../core/answer/index.ts";
import { plainBlock } from "../../core/answer/render.ts";
import { CitationRecord, citationRecord, DocumentIdField } from "./citation-record.ts";

const CitationIndex = z.int().min(0).meta({ description: "citations 里的第几处，从 0 数起" });

/** What a reader sees, one block after another. `text` is what the terminal prints for it. */
const BlockRecord = z
  .object({
    kind: z.enum(["text", "quote", "entry", "note"]).meta({ description: "text 一句话，quote 原文，entry 清单的一行，note 附注" }),
    text: z.string().meta({ description: "给人看的字，与终端里的相同" }),
    strong: z.boolean().meta({ description: "是不是回答问题的那一句" }),
    item: z.int().min(0).nullable().meta({ description: "清单的这一行是 items 里的第几项，从 0 数起；不是任务就是 null" }),
    citation: CitationIndex.nullable().meta({ description: "依据 citations 里的哪一处，从 0 数起；程序自己的话是 null" }),
  })
  .meta({ description: "回答的一段" });

const ItemRecord = z
  .object({
    document: DocumentIdField,
    file: z.string().meta({ description: "来源文件的文件名" }),
    ordinal: z.int().min(1).meta({ description: "在文件里是第几项，从 1 数起" }),
    label: z.string().meta({ description: "层次序数，照印" }),
    title: z.string().meta({ description: "任务的标题" }),
  })
  .meta({ description: "回答列出的，或作为依据的一项任务" });

export const AnswerRecord = z
  .object({
    behaviour: z.enum(["list", "units", "text", "number", "not_found", "clarify", "ignore"]).meta({
      description: "回答的种类：list 一组任务，units 一组单位，text 一段原文，number 一个数，not_found 文件里没有，clarify 有几种理解，ignore 没有问题",
    }),
    understood: z.string().meta({ description: "程序把问题理解成了什么" }),
    blocks: z.array(BlockRecord).meta({ description: "整个回答，一段一段" }),
    items: z.array(ItemRecord).meta({ description: "全部任务，不是一页" }),
    units: z.array(z.string()).meta({ description: "回答的单位，简称" }),
    collective: z.array(z.string()).meta({ description: "笼统点名，照印" }),
    number: z.number().nullable().meta({ description: "回答的数，化成基本单位；只有约数或不是数就是 null" }),
    text: z.string().max(4096).meta({ description: "给人看的第一页，纯文本，最多 4,096 字" }),
    citations: z.array(CitationRecord).meta({ description: "依据的每一处原文" }),
    suggestions: z.array(z.string()).meta({ description: "还可以怎么问" }),
    otherYears: z.int().min(0).meta({ description: "其他年份的文件里还有几项" }),
  })
  .meta({ description: "一个问题的回答" });
export type AnswerRecord = z.infer<typeof AnswerRecord>;

export function answerRecord(answer: Answer): AnswerRecord {
  const { behaviour, understood, blocks, items, units, collective, number, citations, suggestions, otherYears } = answer;
  return {
    behaviour,
    understood,
    blocks: blocks.map((block) => blockRecord(answer, block)),
    items: items.map(({ document, file, ordinal, label, title }) => ({ document, file, ordinal, label, title })),
    units: [...units],
    collective: [...collective],
    number,
    text: renderPlainText(answer),
    citations: citations.map((citation, index) => citationRecord(citation, placeOfCitation(answer, index))),
    suggestions: [...suggestions],
    otherYears: otherYears ?? 0,
  };
}

function blockRecord(answer: Answer, block: Block): z.infer<typeof BlockRecord> {
  return {
    kind: block.kind,
    text: plainBlock(answer, block),
    strong: block.kind === "text" && block.strong === true,
    item: (block.kind === "entry" ? block.item : undefined) ?? null,
    citation: (block.kind === "entry" || block.kind === "quote" ? block.citation : undefined) ?? null,
  };
}
