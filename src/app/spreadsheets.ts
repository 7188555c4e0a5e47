/** A table that leaves the program as a file for office programs. Every cell is text, whatever stands in it. */
export interface SheetTable {
  /** Of its sheet; at most 31 characters. */
  readonly name: string;
  /** Widths in characters. */
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  /** May be made while they are written, so that a long table is made by and by. */
  readonly rows: Iterable<readonly string[]> & { readonly length: number };
  /** A line below the rows of a workbook. */
  readonly note?: string;
  /** What the table is, for a sheet of its own behind it. */
  readonly about: readonly (readonly [name: string, value: string])[];
}

/** Makes files that office programs open, in which no cell can become a formula. */
export interface Spreadsheets {
  /** UTF-8 with a byte order mark. */
  toCsv(table: Pick<SheetTable, "columns" | "rows">): string;
  /** The bytes of a workbook. A long table lets others work meanwhile. */
  toXlsx(table: SheetTable): Promise<Uint8Array<ArrayBuffer>>;
}
