import { displayWidth } from "../adapters/chat/terminal/display-width.ts";

/** Rows under a header, columns aligned by what they take on a terminal; the last column runs on. One line a row. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [header, ...rows].map((row) => row.map(oneLine));
  const widths = header.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ""))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell + " ".repeat((widths[column] ?? 0) - displayWidth(cell))))
      .join("  ")
      .trimEnd(),
  );
  const rule = widths.map((width, column) => "─".repeat(column === widths.length - 1 ? displayWidth(header[column] ?? "") : width)).join("  ");
  return `${[lines[0], rule, ...lines.slice(1)].join("\n")}\n`;
}

function oneLine(cell: string): string {
  return cell.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}
