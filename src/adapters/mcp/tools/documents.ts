import * as z from "zod";
import { DocumentIdField } from "../../../app/records/citation-record.ts";
import { DocumentDetailRecord, DocumentRecord, documentDetailRecord, documentRecord } from "../../../app/records/document-record.ts";
import * as about from "../descriptions.zh.ts";
import * as text from "../texts.zh.ts";
import { defineTool } from "../tool.ts";
import { getDocument } from "./get-document.ts";

export const documents = defineTool({
  name: "documents",
  ...about.DOCUMENTS,
  input: z.object({ document: DocumentIdField.optional().meta({ description: about.DOCUMENTS_ONE, examples: ["xiping-2020"] }) }),
  output: z.object({
    total: z.int().min(0).meta({ description: about.DOCUMENTS_TOTAL }),
    documents: z.array(DocumentRecord).meta({ description: about.DOCUMENTS_ITEMS }),
    outline: DocumentDetailRecord.shape.outline.nullable().meta({ description: about.DOCUMENTS_OUTLINE }),
    anomalies: DocumentDetailRecord.shape.anomalies.nullable().meta({ description: about.DOCUMENTS_ANOMALIES }),
  }),
  async answer(assistant, { document }) {
    const corpus = await assistant.corpus();
    if (document === undefined) {
      const all = corpus.documents.map((one) => documentRecord(one, corpus));
      return { data: { total: all.length, documents: all, outline: null, anomalies: null }, texts: [text.documentsText(all)] };
    }
    const { outline, anomalies, ...record } = documentDetailRecord(getDocument(corpus, document), corpus);
    return { data: { total: 1, documents: [record], outline, anomalies }, texts: [text.documentText({ ...record, outline, anomalies })] };
  },
});
