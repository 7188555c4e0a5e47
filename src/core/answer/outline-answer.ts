import type { OfficialDocument, OutlineNode } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { cite } from "./cite.ts";
import { type AnswerContext, documentsOf } from "./context.ts";
import { describeQuery } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";

/** The headings of the first level, or right below a part, counted. */
export function answerOutline(query: Extract<Query, { kind: "outline" }>, { corpus }: AnswerContext): Answer {
  const parts = documentsOf(query.scope.documents, corpus).map((document) => ({ document, headings: headingsIn(document, query.under?.node) }));
  const headings = parts.flatMap(({ document, headings: own }) => own.map((node) => ({ document, node })));
  const under = parts.flatMap(({ document }) => (query.under ? (document.nodes[query.under.node] ?? []) : []))[0];
  const citations = headings.map(({ document, node }) =>
    cite(document, { start: node.span.start, end: Math.min(node.span.end, node.span.start + node.label.length + node.title.length) }, node.path),
  );
  return makeAnswer({
    behaviour: query.projection === "count" ? "number" : "text",
    understood: describeQuery(query, corpus),
    blocks: parts.flatMap(({ document, headings: own }): Block[] => [
      { kind: "text", text: `《${document.title}》${under ? `${under.label}${under.title}下面` : ""}共${own.length}个部分：`, strong: true },
      ...own.map(
        (node): Block => ({
          kind: "entry",
          text: `${node.label}${node.title}${countIn(node, document, corpus)}`,
          citation: headings.findIndex((one) => one.node === node),
        }),
      ),
    ]),
    number: parts.length === 1 ? headings.length : null,
    citations,
    suggestions: headings.slice(0, 1).map(({ node }) => `${node.title}讲了什么`),
  });
}

function headingsIn({ nodes }: OfficialDocument, under: number | undefined): readonly OutlineNode[] {
  const below = nodes.filter(({ parent, depth, label }) => label !== "" && (under === undefined ? depth === 1 : parent === under));
  const [only] = under === undefined ? [] : nodes.filter(({ index }) => index === under);
  return below.length > 0 || !only ? below : [only];
}

function countIn({ span }: OutlineNode, { id }: OfficialDocument, corpus: Corpus): string {
  const count = corpus.tasksOf(id).filter((task) => span.start <= task.span.start && task.span.end <= span.end).length;
  return count > 1 ? `（${count}项）` : "";
}
