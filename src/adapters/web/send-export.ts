import type { ExportFormat } from "../../app/duties/export-duties.ts";
import type { WebContext } from "./feature.ts";

const TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Sends a file to be saved. @param name without an ending, in any characters */
export function sendExport(c: WebContext, name: string, bytes: Uint8Array<ArrayBuffer>, format: ExportFormat): Response {
  return c.body(bytes, 200, {
    "content-type": TYPES[format],
    "content-disposition": attachmentHeader(`${name}.${format}`, `duties.${format}`),
    "cache-control": "private, no-store",
  });
}

/**
 * The header by which a browser saves a file under a name (RFC 6266). Everything outside letters and digits is spelled in hexadecimal digits, so
 * that no name can end the header; programs that read no such names take the plain one.
 */
function attachmentHeader(name: string, plainName: string): string {
  const spelled = encodeURIComponent(name.toWellFormed()).replace(/[!'()*]/gu, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plainName}"; filename*=UTF-8''${spelled}`;
}
