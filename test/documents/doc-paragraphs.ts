import { type DocModifier, type DocParagraph, u16 } from "./doc.ts";

export const IN_TABLE: DocModifier = [0x2416, 1];
export const ROW_END: DocModifier = [0x2417, 1];

/** A paragraph of an automatic list. */
export function numbered(text: string, list: number, level = 0): DocParagraph {
  return {
    text,
    modifiers: [
      [0x460b, ...u16(list)],
      [0x260a, level],
    ],
  };
}

/** A paragraph that ends a cell. */
export function cell(text: string, ...modifiers: readonly DocModifier[]): DocParagraph {
  return { text, mark: "\x07", modifiers: [IN_TABLE, ...modifiers] };
}

/** How a row is cut into cells: their edges in twips and their merge flags. */
export function rowDefinition(edges: readonly number[], merges: readonly number[] = []): DocModifier {
  const cells = edges.slice(1).flatMap((_, index) => [...u16(merges[index] ?? 0), ...Array.from({ length: 18 }, () => 0)]);
  const definition = [edges.length - 1, ...edges.flatMap((edge) => u16(edge & 0xffff)), ...cells];
  return [0xd608, ...u16(definition.length + 1), ...definition];
}

/** The mark that ends a row. */
export function rowEnd(edges: readonly number[], merges: readonly number[] = []): DocParagraph {
  return { text: "", mark: "\x07", modifiers: [IN_TABLE, ROW_END, rowDefinition(edges, merges)] };
}
