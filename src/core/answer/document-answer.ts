import type { OfficialDocument } from "../document/official-document.ts";
import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { cite, placeOf } from "./cite.ts";
import { type AnswerContext, documentsOf } from "./context.ts";
import { describeQuery, FACTS } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";

type DocumentQuery = Extract<Query, { kind: "document" }>;

/** A fact of a document's header, with the line that prints it. */
export function answerDocument(query: DocumentQuery, { corpus }: AnswerContext): Answer {
  const documents = documentsOf(query.scope.documents, corpus);
  const rows = documents.map((document) => ({ document, said: factOf(document, query), line: lineOf(document, query) }));
  const citations = rows.map(({ document, line }) => cite(document, line, []));
  return makeAnswer({
    behaviour: "text",
    understood: describeQuery(query, corpus),
    blocks: rows.flatMap(({ document, said }, index): readonly Block[] => [
      { kind: "text", text: `《${document.title}》的${FACTS[query.fact]}：${said}。`, strong: true },
      { kind: "quote", citation: index, place: placeOf(document, []) },
    ]),
    citations,
  });
}

function factOf(document: OfficialDocument, { fact }: DocumentQuery): string {
  if (fact === "recipients") return document.primaryRecipients.join("、");
  if (fact === "documentNumber") return document.documentNumber?.printed ?? "";
  return document[fact] ?? "";
}

/** The line of the front matter that prints the fact; all of it where none can be told. */
function lineOf(document: OfficialDocument, query: DocumentQuery): { readonly start: number; readonly end: number } {
  const front = document.nodes.filter(({ kind }) => kind === "front");
  const words = query.fact === "recipients" ? document.primaryRecipients[0] : query.fact === "issuedOn" ? undefined : factOf(document, query).split(" ")[0];
  const dated = /[〇零一二三四五六七八九十\d]{4}年.{1,4}月.{1,4}日\s*$/u;
  const line = front.find(({ own }) => {
    const text = document.source.slice(own.start, own.end).trim();
    return words === undefined ? dated.test(text) : text.includes(words);
  });
  return line?.own ?? { start: front[0]?.own.start ?? 0, end: front.at(-1)?.own.end ?? 0 };
}
