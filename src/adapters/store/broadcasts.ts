import type { Transaction } from "kysely";
import * as z from "zod";
import type { Audience, Broadcast, BroadcastStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { NoticeColumn } from "./notice-column.ts";
import { jsonColumn, optionalColumn, readRows, TimeMs } from "./rows.ts";
import type { StoreTables } from "./schema.ts";

const AudienceColumn = jsonColumn(
  z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("all") }),
    z.object({ kind: z.literal("units"), units: z.array(z.string()) }),
    z.object({ kind: z.literal("chats"), chats: z.array(z.string()) }),
  ]),
);
const BroadcastRow = z
  .object({
    id: z.string(),
    author: z.string(),
    notice: NoticeColumn,
    audience: AudienceColumn,
    planned_at_ms: optionalColumn(TimeMs),
    state: z.enum(["draft", "confirmed", "recalled"]),
    progress_chat: z.string().nullable(),
    progress_message_id: z.string().nullable(),
    created_at_ms: TimeMs,
  })
  .transform(
    ({ planned_at_ms, progress_chat: chat, progress_message_id: messageId, created_at_ms, ...broadcast }): Broadcast => ({
      ...broadcast,
      plannedAtMs: planned_at_ms,
      progressMessage: chat === null || messageId === null ? undefined : { chat, messageId },
      createdAtMs: created_at_ms,
    }),
  );

export function createBroadcasts(inStore: InStore): BroadcastStore {
  return {
    saveBroadcast: ({ id, author, notice, audience, plannedAtMs, state, progressMessage, createdAtMs }) =>
      inStore(async (transaction) => {
        const columns = {
          author,
          notice: JSON.stringify(notice),
          audience: JSON.stringify(audience),
          planned_at_ms: plannedAtMs ?? null,
          state,
          progress_chat: progressMessage?.chat ?? null,
          progress_message_id: progressMessage?.messageId ?? null,
          created_at_ms: createdAtMs,
        };
        await transaction
          .insertInto("broadcasts")
          .values({ id, ...columns })
          .onConflict((conflict) => conflict.column("id").doUpdateSet(columns))
          .execute();
      }),
    broadcast: (id) =>
      inStore(async (transaction) => readRows(BroadcastRow, await transaction.selectFrom("broadcasts").selectAll().where("id", "=", id).execute())[0]),
    broadcasts: () =>
      inStore(async (transaction) =>
        readRows(BroadcastRow, await transaction.selectFrom("broadcasts").selectAll().orderBy("created_at_ms").orderBy("id").execute()),
      ),
  };
}

/** Puts another chat in the place of one that was chosen for a broadcast. @param to undefined takes it out */
export async function replaceInAudiences(transaction: Transaction<StoreTables>, from: string, to: string | undefined): Promise<void> {
  const Row = z.object({ id: z.string(), audience: AudienceColumn });
  const rows = readRows(Row, await transaction.selectFrom("broadcasts").select(["id", "audience"]).execute());
  for (const { id, audience } of rows) {
    if (audience.kind !== "chats" || !audience.chats.includes(from)) continue;
    const chats = new Set(audience.chats.flatMap((chat) => (chat === from ? (to ?? []) : chat)));
    const changed: Audience = { kind: "chats", chats: [...chats] };
    await transaction
      .updateTable("broadcasts")
      .set({ audience: JSON.stringify(changed) })
      .where("id", "=", id)
      .execute();
  }
}
