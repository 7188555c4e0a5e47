import { sql, type Transaction } from "kysely";
import { replaceInAudiences } from "./broadcasts.ts";
import { conversationsOfChat } from "./conversation-keys.ts";
import type { StoreTables } from "./schema.ts";

/** Everything kept for a chat becomes that of another; where both have something, the newer chat's own stays. */
export async function moveChat(transaction: Transaction<StoreTables>, from: string, to: string): Promise<void> {
  if (from === to) return;
  await moveSettings(transaction, from, to);
  await moveOutbox(transaction, from, to);
  await moveConversations(transaction, from, to);
  await transaction.updateTable("broadcasts").set({ progress_chat: to }).where("progress_chat", "=", from).execute();
  await replaceInAudiences(transaction, from, to);
}

async function moveSettings(transaction: Transaction<StoreTables>, from: string, to: string): Promise<void> {
  const old = await transaction.selectFrom("chats").selectAll().where("chat", "=", from).executeTakeFirst();
  if (old !== undefined) {
    const { title, unit, quiet_from, quiet_to } = old;
    await transaction
      .insertInto("chats")
      // The new chat is reached, why ever the old one was not.
      .values({ ...old, chat: to, parked: null })
      .onConflict((conflict) =>
        conflict.column("chat").doUpdateSet(({ ref }) => ({
          kind: old.kind,
          title: sql`coalesce(${ref("chats.title")}, ${title})`,
          unit: sql`coalesce(${ref("chats.unit")}, ${unit})`,
          quiet_from: sql`coalesce(${ref("chats.quiet_from")}, ${quiet_from})`,
          quiet_to: sql`coalesce(${ref("chats.quiet_to")}, ${quiet_to})`,
        })),
      )
      .execute();
    await transaction.deleteFrom("chats").where("chat", "=", from).execute();
  }
  const place = await transaction.selectFrom("places").select("place").where("key", "=", from).executeTakeFirst();
  if (place !== undefined) {
    await transaction
      .insertInto("places")
      .values({ key: to, place: place.place })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await transaction.deleteFrom("places").where("key", "=", from).execute();
  }
  const known = transaction.selectFrom("subscriptions").select("scope").where("chat", "=", to);
  await transaction.deleteFrom("subscriptions").where("chat", "=", from).where("scope", "in", known).execute();
  await transaction.updateTable("subscriptions").set({ chat: to }).where("chat", "=", from).execute();
}

/**
 * What was sent goes along, so that it is not sent again to the same people under the chat's new name. Of a message that both have, the one
 * that waits gives way.
 */
async function moveOutbox(transaction: Transaction<StoreTables>, from: string, to: string): Promise<void> {
  const sameOf = (chat: string) =>
    transaction
      .selectFrom("outbox as same")
      .select("same.id")
      .where("same.chat", "=", chat)
      .where("same.what", "=", sql.ref<string>("outbox.what"))
      .where("same.occasion", "=", sql.ref<string>("outbox.occasion"));
  const waitingIn = (chat: string) => transaction.deleteFrom("outbox").where("chat", "=", chat).where("state", "=", "waiting");
  await waitingIn(from)
    .where(({ exists }) => exists(sameOf(to)))
    .execute();
  await waitingIn(to)
    .where(({ exists }) => exists(sameOf(from)))
    .execute();
  await transaction
    .updateTable("outbox")
    .set({ chat: to })
    .where("chat", "=", from)
    .where(({ exists, not }) => not(exists(sameOf(to))))
    .execute();
}

async function moveConversations(transaction: Transaction<StoreTables>, from: string, to: string): Promise<void> {
  const rows = await transaction.selectFrom("conversations").selectAll().where(conversationsOfChat(from)).execute();
  for (const row of rows) {
    await transaction
      .insertInto("conversations")
      .values({ ...row, key: `${to}${row.key.slice(from.length)}` })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
  await transaction.deleteFrom("conversations").where(conversationsOfChat(from)).execute();
}
