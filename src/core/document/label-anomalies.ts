import { type Label, labelLike } from "./labels.ts";
import type { Anomaly, OutlineNode } from "./official-document.ts";
import type { LabelledNode } from "./outline.ts";

/** A label of a series, with the number that it prints. */
interface Member {
  readonly node: OutlineNode;
  readonly number: number;
}

/** More missing numbers than this at one place mean that the series is none. */
const MOST_MISSING = 12;

/** Misprints of labels (contract `import.md`, rules 17 and 18), in document order. */
export function findLabelAnomalies(labelled: readonly LabelledNode[]): readonly Anomaly[] {
  const broken = labelled.flatMap(({ node, label }): readonly Anomaly[] =>
    label?.misprinted ? [{ kind: "label_misprint", text: node.label, span: labelSpan(node) }] : [],
  );
  return [...broken, ...seriesOf(labelled).flatMap(anomaliesOf)].sort((a, b) => a.span.start - b.span.start);
}

/**
 * The series that numbers run in: one style, below one part or through parts one after another. A series that has once run on past the
 * end of a part (一、(一)(二) 二、(三)) goes on through all parts until it begins with 1 again.
 */
function seriesOf(labelled: readonly LabelledNode[]): readonly (readonly Member[])[] {
  const series: Member[][] = [];
  const running = new Map<string, Member[]>();
  for (const { node, label } of labelled) {
    if (!label || node.number === undefined || label.style === "attachment") continue;
    // Articles are numbered through a whole regulation, whose chapters may have sections or none.
    const key = label.style === "article" ? label.style : `${label.style} ${node.depth} ${node.kind}`;
    const open = running.get(key);
    if (open && goesOn(open, node, node.number, label)) open.push({ node, number: node.number });
    else {
      const started: Member[] = [{ node, number: node.number }];
      running.set(key, started);
      series.push(started);
    }
  }
  return series;
}

function goesOn(open: readonly Member[], node: OutlineNode, number: number, label: Label): boolean {
  const last = open.at(-1);
  if (!last) return false;
  if (number === 1) return false;
  if (last.node.parent === node.parent) return true;
  if (node.kind === "item") return false;
  const hasRunOn = last.node.parent !== open[0]?.node.parent;
  return hasRunOn || label.style === "article" || number === last.number + 1 || number === last.number + 2;
}

/**
 * What is wrong in one series. Where a number stands twice, the copy out of its place is a misprint of the number that is missing
 * there: (二十二)(二十五)(二十四)(二十五) is one (二十五) too many and no (二十三), not a (二十五) moved before (二十四), because the
 * other (二十五) stands where it should. Where no number stands twice, a label before a smaller one is out of order, and no gap beside
 * it is reported: ①②④③ lacks nothing.
 */
function anomaliesOf(series: readonly Member[]): readonly Anomaly[] {
  const kept = placesOfNumbers(series);
  const inPlace = series.filter((member, index) => kept.get(member.number) === index);
  const duplicates = new Map<number, Member>();
  series.forEach((member, index) => {
    if (kept.get(member.number) !== index && !isInsertion(member) && !duplicates.has(member.number)) duplicates.set(member.number, member);
  });
  return [
    ...[...duplicates.values()].map((copy): Anomaly => ({ kind: "duplicate_label", text: copy.node.label, span: labelSpan(copy.node) })),
    ...outOfOrder(inPlace).map((member): Anomaly => ({ kind: "out_of_order_label", text: member.node.label, span: labelSpan(member.node) })),
    ...skipped(inPlace),
  ];
}

/** For each number, the index of its label that counts: of several, the one that follows its predecessor, else the first. */
function placesOfNumbers(series: readonly Member[]): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  const inSequence = new Set<number>();
  series.forEach((member, index) => {
    if (isInsertion(member)) return;
    const follows = series[index - 1]?.number === member.number - 1 && !inSequence.has(member.number);
    if (follows || !places.has(member.number)) places.set(member.number, index);
    if (follows) inSequence.add(member.number);
  });
  return places;
}

/** 第十八条之一 prints the number of 第十八条 and is no copy of it. */
function isInsertion(member: Member): boolean {
  return /之[一二三四五六七八九十]+$/u.test(member.node.label);
}

function outOfOrder(members: readonly Member[]): readonly Member[] {
  return members.filter((member, index) => (members[index + 1]?.number ?? Number.POSITIVE_INFINITY) < member.number);
}

/** Numbers between the smallest and the largest that no label prints, each at the label that follows the gap. */
function skipped(members: readonly Member[]): readonly Anomaly[] {
  const printed = new Set(members.map((member) => member.number));
  const sorted = [...members].sort((a, b) => a.number - b.number);
  return sorted.flatMap((member, index) => {
    const before = sorted[index - 1];
    const missing = before ? member.number - before.number - 1 : 0;
    if (!before || missing <= 0 || missing > MOST_MISSING) return [];
    return Array.from({ length: missing }, (_, offset) => before.number + 1 + offset)
      .filter((number) => !printed.has(number))
      .map((number): Anomaly => ({ kind: "skipped_label", text: labelLike(member.node.label, number), span: labelSpan(member.node) }));
  });
}

function labelSpan(node: OutlineNode): Anomaly["span"] {
  return { start: node.span.start, end: node.span.start + node.label.length };
}
