import * as z from "zod";

/** Parameters of every list. */
export const PAGING = {
  limit: z.int().min(1).max(200).default(50).meta({ description: "最多给几条" }),
  offset: z.int().min(0).max(1_000_000).default(0).meta({ description: "从第几条起，从 0 数起" }),
} as const;

/** A part of a whole set, which says how large the whole is. */
export function listOf<Item extends z.ZodType>(item: Item, description: string) {
  return z
    .object({
      total: z.int().min(0).meta({ description: "一共几条，不只这一页" }),
      offset: z.int().min(0).meta({ description: "这一页从第几条起，从 0 数起" }),
      items: z.array(item).meta({ description: "这一页" }),
    })
    .meta({ description });
}

/** @param record makes an item of the page; the others cost nothing */
export function pageOf<Value, Item>(
  all: readonly Value[],
  { limit, offset }: { readonly limit: number; readonly offset: number },
  record: (value: Value) => Item,
) {
  return { total: all.length, offset, items: all.slice(offset, offset + limit).map(record) };
}
