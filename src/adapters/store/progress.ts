import * as z from "zod";
import type { ProgressRecord, ProgressStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { optionalColumn, readRows, TimeMs } from "./rows.ts";

const ProgressRow = z
  .object({
    document_id: z.string(),
    ordinal: z.number().int(),
    unit: z.string(),
    state: z.enum(["known", "done", "help"]),
    note: optionalColumn(z.string()),
    person: z.string(),
    at_ms: TimeMs,
  })
  .transform(({ document_id: documentId, at_ms: atMs, ...record }): ProgressRecord => ({ ...record, documentId, atMs }));

export function createProgress(inStore: InStore): ProgressStore {
  return {
    saveProgress: ({ documentId, ordinal, unit, state, note, person, atMs }) =>
      inStore(async (transaction) => {
        const said = { state, note: note ?? null, person, at_ms: atMs };
        await transaction
          .insertInto("progress")
          .values({ document_id: documentId, ordinal, unit, ...said })
          .onConflict((conflict) => conflict.columns(["document_id", "ordinal", "unit"]).doUpdateSet(said))
          .execute();
      }),
    progress: ({ unit, documentId }) =>
      inStore(async (transaction) => {
        let query = transaction.selectFrom("progress").selectAll().orderBy("document_id").orderBy("ordinal").orderBy("unit");
        if (unit !== undefined) query = query.where("unit", "=", unit);
        if (documentId !== undefined) query = query.where("document_id", "=", documentId);
        return readRows(ProgressRow, await query.execute());
      }),
  };
}
