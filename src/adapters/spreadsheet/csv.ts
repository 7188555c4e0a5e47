/** Without it Excel reads the file in the machine's own encoding and the Chinese is lost. */
const BYTE_ORDER_MARK = "\ufeff";
/** A cell that begins so is run as a formula by spreadsheet programs, with the full-width forms too in East Asian editions. */
const FORMULA_START = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/**
 * A table as CSV (RFC 4180, CRLF, with byte order mark), fit to be opened by a spreadsheet program:
 * a cell that could become a formula gets an apostrophe before it.
 */
export function renderCsv(rows: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(renderCell).join(",")}\r\n`).join("");
}

function renderCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const harmless = FORMULA_START.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
