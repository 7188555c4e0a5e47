import type { Anomaly, OfficialDocument, OutlineNode } from "../document/index.ts";
import { labelLike } from "../document/labels.ts";
import { type Span, sliceOf, trimSpan } from "../text/span.ts";
import { daysOfMonthIn } from "./impossible-date.ts";
import type { LedgerReading } from "./read-ledger.ts";

/** One entry of a correction memo (勘误单): a misprint with its place and what it may have to be. */
export interface Erratum {
  readonly kind: Anomaly["kind"];
  /** Labels and heading of the part that it stands in: 二、（七）规范合同审查; empty outside every part. */
  readonly place: string;
  /** Line of the stored text, from 1. */
  readonly line: number;
  /** What is printed there, verbatim: `source.slice(span.start, span.end)`. */
  readonly printed: string;
  readonly span: Span;
  readonly suggestion: string;
}

/**
 * The misprints of a document in its order: those of its labels, of its units and of its dates. A number that is missing because another
 * is printed in its place is one misprint, not two.
 */
export function errataOf(document: OfficialDocument, reading: LedgerReading): readonly Erratum[] {
  const meant = new Set(document.anomalies.filter(({ kind }) => kind === "duplicate_label").map((anomaly) => meantLabel(document.nodes, anomaly)));
  return [...document.anomalies, ...reading.anomalies]
    .filter(({ kind, text }) => kind !== "skipped_label" || !meant.has(text))
    .sort((a, b) => a.span.start - b.span.start)
    .map((anomaly) => {
      const node = partAt(document.nodes, anomaly.span);
      const span = shownSpan(document, anomaly);
      return {
        kind: anomaly.kind,
        place: node ? placeOf(document.nodes, node) : "",
        line: lineAt(document.source, anomaly.span.start),
        printed: sliceOf(document.source, span),
        span,
        suggestion: suggestionFor(document, reading, anomaly, node),
      };
    });
}

/** The innermost labelled part that holds the place. */
function partAt(nodes: readonly OutlineNode[], span: Span): OutlineNode | undefined {
  const own = nodes.find((node) => node.own.start <= span.start && span.start < node.own.end);
  return own?.label === "" ? (own.parent === undefined ? undefined : nodes[own.parent]) : own;
}

function placeOf(nodes: readonly OutlineNode[], part: OutlineNode): string {
  const outer = part.parent === undefined ? undefined : nodes[part.parent];
  return `${outer ? placeOf(nodes, { ...outer, title: "" }) : ""}${part.label}${part.title}`;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split(/\r\n|[\n\r]/u).length;
}

/** A label alone says little: with it the first words of its part. Names and dates are shown as they stand. */
function shownSpan({ source }: OfficialDocument, { kind, span }: Anomaly): Span {
  if (kind === "unit_misprint" || kind === "impossible_date") return span;
  const line = /^[^\r\n。]*。?/u.exec(source.slice(span.start))?.[0].length ?? 0;
  return trimSpan(source, { start: span.start, end: span.start + Math.max(span.end - span.start, Math.min(line, LONGEST_SHOWN)) });
}

/** UTF-16 code units. */
const LONGEST_SHOWN = 40;

function suggestionFor(document: OfficialDocument, reading: LedgerReading, anomaly: Anomaly, node: OutlineNode | undefined): string {
  if (anomaly.kind === "impossible_date") return `${daysOfMonthIn(anomaly.text)}请核对日期。`;
  if (anomaly.kind === "unit_misprint") {
    const meant = reading.tasks.flatMap(({ assignments }) => assignments).find(({ printed }) => printed === anomaly.text)?.name;
    return meant === undefined ? "请核对单位名称。" : `疑为“${meant}”。`;
  }
  if (!node) return "请核对编号。";
  return labelSuggestion(document.nodes, anomaly, node);
}

/** What a label printed twice has to be by order. */
function meantLabel(nodes: readonly OutlineNode[], { span }: Anomaly): string | undefined {
  const node = partAt(nodes, span);
  if (!node) return undefined;
  const series = seriesAround(nodes, node);
  if (firstOfPairIsWrong(series, node)) return labelLike(node.label, (node.number ?? 0) - 1);
  const before = series[series.indexOf(node) - 1];
  return before?.number === undefined ? undefined : labelLike(before.label, before.number + 1);
}

function labelSuggestion(nodes: readonly OutlineNode[], anomaly: Anomaly, node: OutlineNode): string {
  const series = seriesAround(nodes, node);
  const at = series.indexOf(node);
  const [before, after] = [series[at - 1], series[at + 1]];
  const wanted = (before?.number ?? 0) + 1;
  const like = (number: number): string => labelLike(before?.label ?? node.label, number);
  switch (anomaly.kind) {
    case "skipped_label":
      return `${before ? `${before.label}之后是${node.label}` : `从${node.label}开始`}，没有${anomaly.text}；请核对是漏印了${anomaly.text}这一项，还是后面的编号应当依次提前。`;
    case "out_of_order_label":
      return after?.number === wanted ? `与后面的${after.label}次序颠倒：按顺序此处应为${like(wanted)}。` : `按顺序此处应为${like(wanted)}，请核对。`;
    case "duplicate_label": {
      if (firstOfPairIsWrong(series, node)) return `${node.label}连着印了两次：前一个按顺序应为${like((node.number ?? 0) - 1)}。`;
      const isTaken = series.some(({ number }) => number === wanted);
      return `${node.label}印了两次：按顺序此处应为${like(wanted)}${isTaken ? "，其后的编号依次顺延" : ""}。`;
    }
    default:
      return `编号的形式印错，应为${node.number === undefined ? "完整的编号" : like(node.number)}。`;
  }
}

/** (二)(四)(四): the first (四) stands where (三) should. */
function firstOfPairIsWrong(series: readonly OutlineNode[], second: OutlineNode): boolean {
  const at = series.indexOf(second);
  const [first, before] = [series[at - 1], series[at - 2]];
  return second.number !== undefined && first?.number === second.number && (before?.number ?? 0) === second.number - 2;
}

/** The labels of one style and depth around a label, from where they last began with 1. */
function seriesAround(nodes: readonly OutlineNode[], node: OutlineNode): readonly OutlineNode[] {
  const same = nodes.filter(({ depth, kind, label }) => label !== "" && depth === node.depth && kind === node.kind);
  const at = same.indexOf(node);
  const start = same.findLastIndex(({ number }, index) => index <= at && number === 1);
  const next = same.findIndex(({ number }, index) => index > at && number === 1);
  return same.slice(Math.max(0, start), next < 0 ? undefined : next);
}
