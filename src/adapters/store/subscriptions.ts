import * as z from "zod";
import type { SubscriptionStore } from "../../app/office/ports.ts";
import type { Subscription, SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { InStore } from "./group-commit.ts";
import { jsonColumn, readRows } from "./rows.ts";
import { shortId } from "./short-id.ts";

const Scope = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("all") }),
  z.object({ kind: z.literal("document"), documentId: z.string() }),
  z.object({ kind: z.literal("section"), documentId: z.string(), node: z.number().int() }),
  z.object({ kind: z.literal("unit"), unit: z.string(), collective: z.boolean() }),
]);
const SubscriptionRow = z.object({ id: z.string(), chat: z.string(), scope: jsonColumn(Scope) });

export function createSubscriptions(inStore: InStore): SubscriptionStore {
  return {
    subscriptions: (chat) =>
      inStore(async (transaction): Promise<readonly Subscription[]> => {
        const all = transaction.selectFrom("subscriptions").select(["id", "chat", "scope"]).orderBy("created_at_ms").orderBy("id");
        return readRows(SubscriptionRow, await (chat === undefined ? all : all.where("chat", "=", chat)).execute());
      }),
    subscribe: (chat, scope, nowMs) =>
      inStore(async (transaction) => {
        const text = textOf(scope);
        await transaction
          .insertInto("subscriptions")
          .values({ id: shortId(), chat, scope: text, created_at_ms: nowMs })
          .onConflict((conflict) => conflict.columns(["chat", "scope"]).doNothing())
          .execute();
        const { id } = await transaction.selectFrom("subscriptions").select("id").where("chat", "=", chat).where("scope", "=", text).executeTakeFirstOrThrow();
        return { id, chat, scope };
      }),
    unsubscribe: (chat, id) =>
      inStore(async (transaction) => {
        const { numDeletedRows } = await transaction.deleteFrom("subscriptions").where("chat", "=", chat).where("id", "=", id).executeTakeFirstOrThrow();
        return numDeletedRows > 0n;
      }),
  };
}

/** The same text for the same scope, in whatever order its properties were written. */
function textOf(scope: SubscriptionScope): string {
  return JSON.stringify(Scope.parse(scope));
}
