import * as z from "zod";
import type { ChatChanges, ChatRecord, ChatStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { moveChat } from "./move-chat.ts";
import { optionalColumn, readRows } from "./rows.ts";
import type { createStatements } from "./statements.ts";

const Minutes = z.number().int().min(0).max(1440).nullable();
const ChatRow = z
  .object({
    chat: z.string(),
    kind: z.enum(["private", "group", "robot"]),
    title: optionalColumn(z.string()),
    unit: optionalColumn(z.string()),
    quiet_from: Minutes,
    quiet_to: Minutes,
    parked: optionalColumn(z.string()),
  })
  .transform(({ quiet_from: from, quiet_to: to, ...chat }): ChatRecord => ({ ...chat, quiet: from === null || to === null ? undefined : { from, to } }));

export function createChats(inStore: InStore, statements: ReturnType<typeof createStatements>): ChatStore {
  return {
    chat: (chat) => inStore(async (transaction) => readRows(ChatRow, (await statements.loadChat(transaction, { chat })).rows)[0]),
    chats: () => inStore(async (transaction) => readRows(ChatRow, await transaction.selectFrom("chats").selectAll().orderBy("chat").execute())),
    saveChat: (chat, changes) =>
      inStore(async (transaction) => {
        const columns = columnsOf(changes);
        // A chat of which nothing is known yet is treated as a person's own, which is kept less of.
        const added = transaction.insertInto("chats").values({ chat, kind: "private", ...columns });
        await (Object.keys(columns).length === 0
          ? added.onConflict((conflict) => conflict.doNothing())
          : added.onConflict((conflict) => conflict.column("chat").doUpdateSet(columns))
        ).execute();
      }),
    moveChat: (from, to) => inStore((transaction) => moveChat(transaction, from, to)),
  };
}

/** Only what is given. */
function columnsOf({ quiet, ...changes }: ChatChanges) {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Omit<ChatChanges, "quiet">;
  return quiet === undefined ? given : { ...given, quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null };
}
