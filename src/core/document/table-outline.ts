import type { Draft } from "./draft.ts";
import type { Label } from "./labels.ts";
import type { SourceLine } from "./lines.ts";
import { type OpenPart, partsAround } from "./part-stack.ts";
import type { SourceTable } from "./source-text.ts";
import type { TableReading } from "./table-reading.ts";

/** Adds the nodes of a table below the part that it stands in: headers and totals, groups, and rows inside their groups. */
export function addTable(drafts: Draft[], { items }: TableReading, base: number | undefined): void {
  let groups: readonly OpenPart[] = [];
  for (const item of items) {
    const parent = groups.at(-1)?.node ?? base;
    const around = pathAt(drafts, parent);
    if (item.kind === "words") drafts.push({ kind: "table", label: undefined, start: item.start, parent, path: around, wordsAt: item.start });
    else if (item.kind === "row") {
      const path = [...around, ...item.steps, ...(item.label === "" ? [] : [item.label])];
      drafts.push({ kind: "row", label: item.ownLabel, start: item.start, parent, path, wordsAt: item.start, row: item });
    } else {
      const above = partsAround(groups, item.label, false, false);
      const holder = above.at(-1)?.node ?? base;
      const path = [...pathAt(drafts, holder), item.label.text];
      drafts.push({ kind: "section", label: item.label, start: item.start, parent: holder, path, wordsAt: item.wordsAt });
      groups = [...above, { style: item.label.style, number: item.label.number, node: drafts.length - 1, runIn: false }];
    }
  }
}

function pathAt(drafts: readonly Draft[], node: number | undefined): readonly string[] {
  return node === undefined ? [] : (drafts[node]?.path ?? []);
}

const ATTACHMENT_WITH_TITLE = /^(?<label>附\s*[件表]\s*(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})?(?:[-—－][0-9０-９]{1,2})?)(?:\s*[:：]\s*|\s+|$)/u;
/** Lines of a title between the label of an attachment and its table. */
const MOST_TITLE_LINES = 3;

/**
 * Labels that only the tables after them show, by where their line begins: the name of a sheet, always the first step of a path (contract
 * `import.md`, rule 5), and 附件1 with its title on the same line.
 */
export function tableLabels(lines: readonly SourceLine[], tables: readonly SourceTable[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>();
  tables.forEach((table, index) => {
    const before = tables[index - 1];
    const from = before?.span.end ?? 0;
    const between = lines.filter((line) => from <= line.start && line.start < table.span.start);
    const named = table.sheet !== undefined && table.sheet !== before?.sheet ? between.find((line) => line.text === table.sheet?.trim()) : undefined;
    if (named) labels.set(named.start, outerLabel(named.text, named.text.length));
    for (const line of between.slice(-MOST_TITLE_LINES)) {
      const match = ATTACHMENT_WITH_TITLE.exec(line.text);
      const text = match?.groups?.["label"];
      if (match && text !== undefined && /[\p{N}一二三四五六七八九十]$|^附\s*表$/u.test(text))
        labels.set(line.start, outerLabel(text.replace(/\s+/gu, ""), match[0].length));
    }
  });
  return labels;
}

function outerLabel(text: string, length: number): Label {
  return { style: "attachment", text, number: undefined, length, misprinted: false };
}
