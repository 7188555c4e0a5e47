import type { WebContext } from "../feature.ts";

/** Sends a table to be kept as a file. @param name of letters, digits, hyphens and full stops */
export function sendCsv(c: WebContext, text: string, name: string): Response {
  return c.body(text, 200, { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${name}"` });
}
