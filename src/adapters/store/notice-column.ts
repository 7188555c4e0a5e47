import * as z from "zod";
import { jsonColumn } from "./rows.ts";

/** A `Notice` as it is kept. */
export const NoticeColumn = jsonColumn(
  z.object({
    title: z.string(),
    paragraphs: z.array(z.string()),
    footer: z.exactOptional(z.string()),
    tasks: z.exactOptional(z.array(z.object({ documentId: z.string(), ordinal: z.number().int(), unit: z.string() }))),
    file: z.exactOptional(z.object({ platform: z.string(), id: z.string(), name: z.string(), kind: z.exactOptional(z.literal("photo")) })),
  }),
);
