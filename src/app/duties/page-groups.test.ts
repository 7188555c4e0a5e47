import fc from "fast-check";
import { expect, test } from "vitest";
import type { DutyGroup, DutyRow } from "./arrange-duties.ts";
import { pageOfGroups } from "./page-groups.ts";

/** Groups of so many rows each. */
function groupsOf(...sizes: readonly number[]): readonly DutyGroup[] {
  let row = 0;
  return sizes.map((size, index) => ({
    heading: { kind: "month", month: String(index) },
    rows: Array.from({ length: size }, () => ({ dueOn: String(++row) }) as DutyRow),
  }));
}

test("一组跨页：每页写这一组共几行、是不是接着上一页", () => {
  const page = (number: number) => pageOfGroups(groupsOf(3, 4), number, 5);
  expect(page(1).groups.map(({ rows, total, isContinued }) => [rows.length, total, isContinued])).toEqual([
    [3, 3, false],
    [2, 4, false],
  ]);
  expect(page(2).groups.map(({ rows, total, isContinued }) => [rows.length, total, isContinued])).toEqual([[2, 4, true]]);
  expect([page(2).count, page(2).rows]).toEqual([2, 7]);
});

test("没有这一页，就是最后一页；没有行，就是空的一页", () => {
  expect(pageOfGroups(groupsOf(3, 4), 999_999, 5).number).toBe(2);
  expect(pageOfGroups([], 3, 5)).toEqual({ groups: [], number: 1, count: 1, rows: 0 });
});

test("各页接起来就是全部的行，不多不少", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }), fc.integer({ min: 1, max: 7 }), (sizes, size) => {
      const groups = groupsOf(...sizes);
      const { count } = pageOfGroups(groups, 1, size);
      const pages = Array.from({ length: count }, (_, index) => pageOfGroups(groups, index + 1, size));
      expect(pages.flatMap((page) => page.groups.flatMap(({ rows }) => rows))).toEqual(groups.flatMap(({ rows }) => rows));
      for (const page of pages) expect(page.groups.reduce((sum, { rows }) => sum + rows.length, 0)).toBeLessThanOrEqual(size);
    }),
  );
});
