import type { WebContext } from "../feature.ts";

/** Which page of a list the address asks for, of how many; the nearest one where there is no such page. */
export function pageIn(c: WebContext, rows: number, rowsAPage: number): { readonly number: number; readonly count: number } {
  const count = Math.max(1, Math.ceil(rows / rowsAPage));
  const asked = Number(c.req.query("page") ?? "1");
  return { number: Number.isInteger(asked) ? Math.min(Math.max(1, asked), count) : 1, count };
}
