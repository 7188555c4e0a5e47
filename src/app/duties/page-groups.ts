import type { DutyGroup } from "./arrange-duties.ts";

/** A group as a page shows it. */
export interface ShownGroup extends DutyGroup {
  /** How many rows it has on all pages. */
  readonly total: number;
  /** Whether it began on a page before. */
  readonly isContinued: boolean;
}

/** A page of grouped rows. */
export interface GroupPage {
  readonly groups: readonly ShownGroup[];
  /** From 1; a page beyond the last is the last. */
  readonly number: number;
  readonly count: number;
  /** Rows on all pages. */
  readonly rows: number;
}

/** @param page from 1 @param size rows on a page */
export function pageOfGroups(groups: readonly DutyGroup[], page: number, size: number): GroupPage {
  const total = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const count = Math.max(1, Math.ceil(total / size));
  const number = Math.min(page, count);
  const [from, to] = [(number - 1) * size, number * size];
  const shown: ShownGroup[] = [];
  let start = 0;
  for (const { heading, rows } of groups) {
    const own = rows.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (own.length > 0) shown.push({ heading, rows: own, total: rows.length, isContinued: start < from });
    start += rows.length;
  }
  return { groups: shown, number, count, rows: total };
}
