import type { Transaction } from "kysely";
import { replaceInAudiences } from "./broadcasts.ts";
import { conversationsOfChat, conversationsOfPerson } from "./conversation-keys.ts";
import type { StoreTables } from "./schema.ts";

/**
 * Erases what is kept of a person. What the office must still account for keeps the pseudonym, which is nobody's then. The person's private
 * chat has the same name as the person.
 * @param unused a pseudonym for a person who has none
 */
export async function forgetPerson(transaction: Transaction<StoreTables>, person: string, unused: string): Promise<void> {
  const known = await transaction.selectFrom("pseudonyms").select("pseudonym").where("person", "=", person).executeTakeFirst();
  const pseudonym = known?.pseudonym ?? unused;
  await transaction.updateTable("progress").set({ person: pseudonym }).where("person", "=", person).execute();
  await transaction.updateTable("broadcasts").set({ author: pseudonym }).where("author", "=", person).execute();
  await transaction.updateTable("broadcasts").set({ progress_chat: null, progress_message_id: null }).where("progress_chat", "=", person).execute();
  await replaceInAudiences(transaction, person, undefined);
  await transaction.deleteFrom("pseudonyms").where("person", "=", person).execute();
  await transaction.deleteFrom("grants").where("person", "=", person).execute();
  await transaction
    .deleteFrom("conversations")
    .where(({ or }) => or([conversationsOfPerson(person), conversationsOfChat(person)]))
    .execute();
  await transaction.deleteFrom("places").where("key", "=", person).execute();
  for (const table of ["chats", "subscriptions", "outbox"] as const) await transaction.deleteFrom(table).where("chat", "=", person).execute();
}
