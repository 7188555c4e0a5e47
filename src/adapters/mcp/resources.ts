import { ErrorCode, type Resource, type ResourceTemplate, type TextResourceContents } from "@modelcontextprotocol/sdk/types.js";
import type { Corpus } from "../../core/ledger/corpus.ts";
import * as about from "./descriptions.zh.ts";
import { ProtocolFault } from "./fault.ts";
import * as say from "./messages.zh.ts";

const TEXT = "text/plain";
const ROOT = "mingbai://documents/";
const ADDRESS = /^mingbai:\/\/documents\/(?<id>[a-z0-9-]{1,200})(?:\/passages\/(?<start>\d{1,9})-(?<end>\d{1,9}))?$/u;
/** Of the protocol; the SDK has no name for it. */
const RESOURCE_NOT_FOUND = -32002;

export const RESOURCE_TEMPLATES: ResourceTemplate[] = [
  { name: "document", uriTemplate: `${ROOT}{document}`, mimeType: TEXT, ...about.DOCUMENT_RESOURCE },
  { name: "passage", uriTemplate: `${ROOT}{document}/passages/{start}-{end}`, mimeType: TEXT, ...about.PASSAGE_RESOURCE },
];

/** The text of every document. */
export function listResources({ documents }: Corpus): Resource[] {
  return documents.map(({ id, title, documentNumber, source }) => ({
    uri: `${ROOT}${id}`,
    name: id,
    title,
    ...(documentNumber && { description: documentNumber.printed }),
    mimeType: TEXT,
    size: Buffer.byteLength(source),
  }));
}

/** A document's text, or a part of it, to the last character. @throws {ProtocolFault} where there is none such */
export function readResource(corpus: Corpus, uri: string): TextResourceContents {
  const { id = "", start, end } = ADDRESS.exec(uri)?.groups ?? {};
  const source = corpus.document(id)?.source;
  if (source === undefined) throw new ProtocolFault(RESOURCE_NOT_FOUND, say.noSuchResource());
  if (start === undefined) return { uri, mimeType: TEXT, text: source };
  const [from, to] = [Number(start), Number(end)];
  if (from >= to || to > source.length) throw new ProtocolFault(ErrorCode.InvalidParams, say.passageOutside(source.length));
  return { uri, mimeType: TEXT, text: source.slice(from, to) };
}
