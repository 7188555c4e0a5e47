import { type BestDocuments, createBestDocuments, type TopDocuments } from "./best-documents.ts";
import { type PostingList, WINDOW_SIZE } from "./postings.ts";

/*
 * Exact top-k over posting lists, window by window (MaxScore, Turtle and Flood 1995, within windows as block-max indexes do): the lists that cannot
 * lift a document past the worst of the best ones are looked at only for documents that the others found.
 * Weights are whole numbers, so that a sum does not depend on its order and equals that of an exhaustive scoring.
 */

/** A term of a query: where it stands, and what an impact of one counts. */
export interface WeightedList {
  readonly postings: PostingList;
  /** A whole number above zero; the sum of all weights × 255 stays below 2^31. */
  readonly weight: number;
}

/** A list within the window at hand. */
interface Part {
  readonly list: WeightedList;
  readonly start: number;
  readonly end: number;
  /** The most that it can give a document here. */
  readonly bound: number;
}

/** Where a list is: the entry of its windows, and its first document there. */
interface Cursor {
  readonly list: WeightedList;
  entry: number;
  position: number;
}

type IsRemoved = (document: number) => boolean;

/**
 * @param count of documents wanted
 * @param isRemoved leaves documents out; undefined leaves none out
 */
export function topDocuments(lists: readonly WeightedList[], count: number, isRemoved?: IsRemoved): TopDocuments {
  const best = createBestDocuments(count);
  const cursors: Cursor[] = lists.map((list) => ({ list, entry: 0, position: 0 }));
  const scores = new Int32Array(WINDOW_SIZE);
  for (let window = nextWindow(cursors); window !== undefined; window = nextWindow(cursors)) {
    scoreWindow(takeParts(cursors, window), window * WINDOW_SIZE, scores, best, isRemoved);
  }
  return best.inOrder();
}

function nextWindow(cursors: readonly Cursor[]): number | undefined {
  let next: number | undefined;
  for (const { list, entry } of cursors) {
    const window = list.postings.windows[entry];
    if (window !== undefined && (next === undefined || window < next)) next = window;
  }
  return next;
}

/** The parts of the lists in a window, those that can give least first; the cursors go past them. */
function takeParts(cursors: readonly Cursor[], window: number): readonly Part[] {
  const parts: Part[] = [];
  for (const cursor of cursors) {
    const { list, entry, position } = cursor;
    const { windows } = list.postings;
    if (windows[entry] !== window) continue;
    const packed = windows[entry + 1] ?? 0;
    const end = position + (packed >>> 8);
    parts.push({ list, start: position, end, bound: (packed & 0xff) * list.weight });
    cursor.entry += 2;
    cursor.position = end;
  }
  return parts.sort((one, other) => one.bound - other.bound);
}

function scoreWindow(parts: readonly Part[], base: number, scores: Int32Array, best: BestDocuments, isRemoved: IsRemoved | undefined): void {
  const threshold = best.threshold();
  // Documents that only these hold are not good enough.
  let optional = 0;
  let optionalBound = 0;
  for (const { bound } of parts) {
    if (optionalBound + bound > threshold) break;
    optionalBound += bound;
    optional += 1;
  }
  if (optional === parts.length) return;
  scores.fill(0);
  for (const part of parts.slice(optional)) addAll(part, scores);
  let candidates = candidatesIn(scores, threshold - optionalBound);
  for (const part of parts.slice(0, optional).reverse()) {
    addTo(candidates, part, scores);
    optionalBound -= part.bound;
    candidates = candidates.filter((low) => (scores[low] as number) + optionalBound > threshold);
  }
  for (const low of candidates) {
    const score = scores[low] as number;
    if (score > best.threshold() && !isRemoved?.(base + low)) best.add(base + low, score);
  }
}

function addAll({ list, start, end }: Part, scores: Int32Array): void {
  const { lows, impacts } = list.postings;
  const { weight } = list;
  for (let index = start; index < end; index += 1) {
    const low = lows[index] as number;
    scores[low] = (scores[low] as number) + weight * (impacts[index] as number);
  }
}

/** Documents of the window that score more, in order. */
function candidatesIn(scores: Int32Array, least: number): readonly number[] {
  const found: number[] = [];
  const above = Math.max(0, least);
  for (let low = 0; low < WINDOW_SIZE; low += 1) if ((scores[low] as number) > above) found.push(low);
  return found;
}

/** Adds what the part gives the candidates; both are in order. */
function addTo(candidates: readonly number[], { list, start, end }: Part, scores: Int32Array): void {
  const { lows, impacts } = list.postings;
  let from = start;
  for (const low of candidates) {
    from = firstNotBelow(lows, low, from, end);
    if (from === end) return;
    if (lows[from] === low) scores[low] = (scores[low] as number) + list.weight * (impacts[from] as number);
  }
}

/** Gallops, then halves: the candidates are far apart or near each other. */
function firstNotBelow(lows: Uint16Array, wanted: number, from: number, end: number): number {
  let step = 1;
  let low = from;
  let high = from;
  while (high < end && (lows[high] as number) < wanted) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lows[middle] as number) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
