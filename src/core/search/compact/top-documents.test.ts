import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createTermCollector } from "./collect-terms.ts";
import { encodeField, type FieldIndex, openField } from "./field-index.ts";
import { WINDOW_SIZE } from "./postings.ts";
import { topDocuments, type WeightedList } from "./top-documents.ts";

function indexOf(documents: readonly (readonly string[])[]): FieldIndex {
  const collector = createTermCollector();
  for (const terms of documents) collector.add(terms);
  const collected = collector.finish();
  const { table, postings } = encodeField(collected, () => 0);
  return openField(table, collected.documents, { read: (offset, length) => postings.slice(offset, offset + length) });
}

function listsOf(index: FieldIndex, query: readonly (readonly [term: string, weight: number])[]): readonly WeightedList[] {
  return query.flatMap(([term, weight]) => {
    const found = index.find(term);
    return found ? [{ postings: found.postings, weight }] : [];
  });
}

/** Every document scored, the best of them taken. */
function exhaustive(lists: readonly WeightedList[], count: number, isRemoved: (document: number) => boolean) {
  const scores = new Map<number, number>();
  for (const { postings, weight } of lists) {
    const { windows, lows, impacts } = postings;
    let position = 0;
    for (let entry = 0; entry < windows.length; entry += 2) {
      for (let left = (windows[entry + 1] ?? 0) >>> 8; left > 0; left -= 1, position += 1) {
        const document = (windows[entry] ?? 0) * WINDOW_SIZE + (lows[position] ?? 0);
        scores.set(document, (scores.get(document) ?? 0) + weight * (impacts[position] ?? 0));
      }
    }
  }
  const best = [...scores]
    .filter(([document]) => !isRemoved(document))
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, count);
  return { documents: best.map(([document]) => document), scores: best.map(([, score]) => score) };
}

const terms = fc.constantFrom(..."甲乙丙丁戊己庚辛壬癸");
const documents = fc.array(fc.array(terms, { maxLength: 12 }), { maxLength: 60 });
const query = fc.array(fc.tuple(terms, fc.integer({ min: 1, max: 5000 })), { maxLength: 8 });

describe("topDocuments 取分数最高的几篇", () => {
  test("和把每一篇都算一遍的结果相同，去掉的不出现", () => {
    fc.assert(
      fc.property(documents, query, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 2, max: 7 }), (texts, asked, count, every) => {
        const lists = listsOf(indexOf(texts), asked);
        const isRemoved = (document: number) => document % every === 0;
        expect(topDocuments(lists, count, isRemoved)).toEqual(exhaustive(lists, count, isRemoved));
      }),
      { numRuns: 500 },
    );
  });

  test("几个窗口的文件也一样：少见的词和到处都有的词", () => {
    const texts = Array.from({ length: 3 * WINDOW_SIZE + 100 }, (_, index) => [
      "的",
      ...(index % 3 === 0 ? ["县"] : []),
      ...(index % 977 === 5 ? ["行政复议", "的", "的"] : []),
      ...(index === 20_000 ? ["独有"] : []),
    ]);
    const index = indexOf(texts);
    const queries = [
      [["的", 3]],
      [
        ["的", 2],
        ["县", 900],
      ],
      [
        ["的", 1],
        ["县", 40],
        ["行政复议", 500],
        ["独有", 900],
        ["没有", 9],
      ],
    ] as const;
    for (const asked of queries) {
      for (const count of [1, 10, 100]) {
        const lists = listsOf(index, asked);
        expect(topDocuments(lists, count)).toEqual(exhaustive(lists, count, () => false));
      }
    }
  });

  test("没有词，没有结果", () => expect(topDocuments([], 10)).toEqual({ documents: [], scores: [] }));
});
