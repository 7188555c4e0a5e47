import * as z from "zod";
import { DocumentIdField } from "../../../../app/records/citation-record.ts";
import { DocumentDetailRecord, DocumentRecord, documentDetailRecord, documentRecord } from "../../../../app/records/document-record.ts";
import { PassageRecord, passageRecord } from "../../../../app/records/passage-record.ts";
import { listOf, PAGING, pageOf } from "../paging.ts";
import { apiRoute } from "../route.ts";
import { getDocument } from "./filters.ts";

export const DocumentList = listOf(DocumentRecord, "文件");
const DocumentParams = z.object({ id: DocumentIdField });

export const documents = apiRoute({
  method: "get",
  path: "/api/v1/documents",
  operationId: "listDocuments",
  tag: "documents",
  summary: "看有哪些文件",
  query: z.object(PAGING),
  replies: [{ status: 200, description: "文件", schema: DocumentList }],
  faults: [],
  async answer({ assistant }, { query }) {
    const corpus = await assistant.corpus();
    return { json: pageOf(corpus.documents, query, (one) => documentRecord(one, corpus)) satisfies z.infer<typeof DocumentList> };
  },
});

export const document = apiRoute({
  method: "get",
  path: "/api/v1/documents/{id}",
  operationId: "getDocument",
  tag: "documents",
  summary: "看一份文件的要素、目录和疑似错漏",
  params: DocumentParams,
  replies: [{ status: 200, description: "文件", schema: DocumentDetailRecord }],
  faults: [404],
  async answer({ assistant }, { params: { id } }) {
    const corpus = await assistant.corpus();
    return { json: documentDetailRecord(getDocument(corpus, id), corpus) };
  },
});

export const source = apiRoute({
  method: "get",
  path: "/api/v1/documents/{id}/source",
  operationId: "getSource",
  tag: "documents",
  summary: "看一份文件的原文",
  description:
    "程序存下的正文，与 mingbai source 相同。引文的 start 和 end 就在这份正文上数，单位是 UTF-16 编码单元：在 JavaScript、Java 里是字符串的下标；在 Python 里先 text.encode('utf-16-le')，再取 [2*start:2*end]。",
  params: DocumentParams,
  replies: [{ status: 200, description: "原文", schema: undefined }],
  faults: [404],
  answer: async ({ assistant }, { params: { id } }) => ({ text: getDocument(await assistant.corpus(), id).source }),
});

export const PassageList = z.object({ items: z.array(PassageRecord).meta({ description: "最相近的在前" }) }).meta({ description: "查到的段" });

export const passages = apiRoute({
  method: "get",
  path: "/api/v1/passages",
  operationId: "searchPassages",
  tag: "documents",
  summary: "按词查原文",
  description: "查的是词，不理解问题，也不判断够不够回答；要回答请用 /api/v1/ask。",
  query: z.object({
    q: z
      .string()
      .min(1)
      .max(1000)
      .meta({ description: "要查的词", examples: ["行政执法公示"] }),
    limit: z.int().min(1).max(50).default(10).meta({ description: "最多给几段" }),
  }),
  replies: [{ status: 200, description: "查到的段", schema: PassageList }],
  faults: [],
  async answer({ assistant }, { query: { q, limit } }) {
    const corpus = await assistant.corpus();
    const found = await assistant.searchPassages(q, limit);
    return { json: { items: found.flatMap((one) => passageRecord(one, corpus) ?? []) } satisfies z.infer<typeof PassageList> };
  },
});
