import type { Spreadsheets } from "../../app/spreadsheets.ts";
import { renderCsv } from "./csv.ts";
import { renderXlsx } from "./xlsx.ts";

/** Files for office programs. */
export const spreadsheets: Spreadsheets = {
  toCsv: ({ columns, rows }) => renderCsv([columns.map(({ title }) => title), ...rows]),
  toXlsx: renderXlsx,
};
