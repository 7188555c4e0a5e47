import type { OfficialDocument, OutlineNode } from "../../../../core/document/official-document.ts";
import type { Task } from "../../../../core/ledger/task.ts";
import { trimSpan } from "../../../../core/text/span.ts";
import { taskAnchor } from "../../view/links.ts";
import type { Anchor } from "./source-lines.ts";

/** A part of a document beside it. */
export interface OutlineEntry {
  readonly label: string;
  readonly title: string;
  readonly anchor: string;
  readonly below: readonly OutlineEntry[];
}

/** More than that beside a document helps nobody: then only the outermost parts are shown. */
const MOST_ENTRIES = 200;

/** The parts with headings, two levels deep, each with where it stands; tasks under their permanent address. */
export function outlineOf(document: OfficialDocument, tasks: readonly Task[]): readonly OutlineEntry[] {
  const taskAt = new Map(tasks.map((task) => [task.node, task]));
  const named = document.nodes.filter(({ title, label, kind }) => title !== "" && (label !== "" || kind === "row"));
  const entryOf = (node: OutlineNode, below: readonly OutlineEntry[]): OutlineEntry => {
    const task = taskAt.get(node.index);
    return { label: node.label, title: node.title, anchor: task ? taskAnchor(task.ordinal) : nodeAnchor(node), below };
  };
  const isDeep = named.length > MOST_ENTRIES;
  return named
    .filter(({ parent }) => parent === undefined || !named.some(({ index }) => index === parent))
    .map((node) => entryOf(node, isDeep ? [] : named.filter(({ parent }) => parent === node.index).map((below) => entryOf(below, []))));
}

/** Every address in a document: of its tasks, and of the parts beside it that are no tasks. */
export function anchorsOf(document: OfficialDocument, tasks: readonly Task[], outline: readonly OutlineEntry[]): readonly Anchor[] {
  const wanted = new Set(outline.flatMap(({ anchor, below }) => [anchor, ...below.map((entry) => entry.anchor)]));
  const startOf = (start: number, end: number): number => trimSpan(document.source, { start, end }).start;
  return [
    ...document.nodes
      .filter((node) => wanted.has(nodeAnchor(node)))
      .map((node) => ({ at: startOf(node.own.start, node.own.end), id: nodeAnchor(node), task: undefined })),
    ...tasks.map(({ span, ordinal }) => ({ at: startOf(span.start, span.end), id: taskAnchor(ordinal), task: ordinal })),
  ];
}

function nodeAnchor({ index }: OutlineNode): string {
  return `n${index}`;
}
