import type { ExportFormat } from "../../../../app/duties/export-duties.ts";
import type { DutyRequest } from "./duty-request.ts";

/** Address of the table that a request asks for, or of the file of it. Says only what differs from the table of everything. */
export function dutiesPath({ filter, arrangement, page, isPrint }: DutyRequest, format?: ExportFormat): string {
  const { sort, isDescending, group } = arrangement;
  const query: readonly (readonly [name: string, value: string | number | undefined])[] = [
    ...(filter.units ?? []).map((unit) => ["unit", unit] as const),
    ["role", filter.role],
    ["document", filter.document],
    ["section", filter.section],
    ["from", filter.dueFrom],
    ["to", filter.dueTo],
    ["obligation", filter.obligation],
    ["words", filter.words],
    ["sort", sort === "document" ? undefined : sort],
    ["order", isDescending ? "desc" : undefined],
    ["group", group],
    ["page", page > 1 && format === undefined && !isPrint ? page : undefined],
    ["print", isPrint && format === undefined ? 1 : undefined],
  ];
  const given = query.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return `/duties${format === undefined ? "" : `.${format}`}${given.length > 0 ? `?${given.join("&")}` : ""}`;
}

/** Names of the parameters that the form sends blank, or as they are anyway. */
export function withoutBlanks(given: URLSearchParams): URLSearchParams {
  return new URLSearchParams([...given].filter(([, value]) => value.trim() !== ""));
}
