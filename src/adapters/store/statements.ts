import type { Kysely } from "kysely";
import type { StoreTables } from "./schema.ts";
import { createStatement } from "./statement.ts";

/** The statements that the store runs for every message. */
export function createStatements(db: Kysely<StoreTables>) {
  return {
    loadConversation: createStatement(({ key }: { readonly key: string }) =>
      db.selectFrom("conversations").select(["state", "updated_at_ms"]).where("key", "=", key),
    ),
    saveConversation: createStatement(({ key, state, updatedAtMs }: { readonly key: string; readonly state: string; readonly updatedAtMs: number }) =>
      db
        .insertInto("conversations")
        .values({ key, state, updated_at_ms: updatedAtMs })
        .onConflict((conflict) =>
          conflict.column("key").doUpdateSet(({ ref }) => ({ state: ref("excluded.state"), updated_at_ms: ref("excluded.updated_at_ms") })),
        ),
    ),
    deleteConversation: createStatement(({ key }: { readonly key: string }) => db.deleteFrom("conversations").where("key", "=", key)),
    forgetConversations: createStatement(({ timeMs }: { readonly timeMs: number }) => db.deleteFrom("conversations").where("updated_at_ms", "<", timeMs)),
    loadPlace: createStatement(({ key }: { readonly key: string }) => db.selectFrom("places").select("place").where("key", "=", key)),
    savePlace: createStatement(({ key, place }: { readonly key: string; readonly place: string }) =>
      db
        .insertInto("places")
        .values({ key, place })
        .onConflict((conflict) => conflict.column("key").doUpdateSet(({ ref }) => ({ place: ref("excluded.place") }))),
    ),
    deletePlace: createStatement(({ key }: { readonly key: string }) => db.deleteFrom("places").where("key", "=", key)),
    takeUpdate: createStatement(({ platform, updateId, nowMs }: { readonly platform: string; readonly updateId: string; readonly nowMs: number }) =>
      db
        .insertInto("updates")
        .values({ platform, update_id: updateId, taken_at_ms: nowMs })
        .onConflict((conflict) => conflict.columns(["platform", "update_id"]).doNothing()),
    ),
    forgetUpdates: createStatement(({ timeMs }: { readonly timeMs: number }) => db.deleteFrom("updates").where("taken_at_ms", "<", timeMs)),
    saveQuestion: createStatement(
      ({ id, question, state, askedAtMs }: { readonly id: string; readonly question: string; readonly state: string; readonly askedAtMs: number }) =>
        db
          .insertInto("questions")
          .values({ id, question, state, asked_at_ms: askedAtMs })
          .onConflict((conflict) => conflict.column("id").doNothing()),
    ),
    loadQuestion: createStatement(({ id }: { readonly id: string }) =>
      db.selectFrom("questions").select(["question", "state", "asked_at_ms"]).where("id", "=", id),
    ),
    forgetQuestions: createStatement(({ timeMs }: { readonly timeMs: number }) => db.deleteFrom("questions").where("asked_at_ms", "<", timeMs)),
    loadGrant: createStatement(({ person }: { readonly person: string }) => db.selectFrom("grants").selectAll().where("person", "=", person)),
    loadChat: createStatement(({ chat }: { readonly chat: string }) => db.selectFrom("chats").selectAll().where("chat", "=", chat)),
    loadPseudonym: createStatement(({ person }: { readonly person: string }) => db.selectFrom("pseudonyms").select("pseudonym").where("person", "=", person)),
    addPseudonym: createStatement(({ person, pseudonym }: { readonly person: string; readonly pseudonym: string }) =>
      db
        .insertInto("pseudonyms")
        .values({ person, pseudonym })
        .onConflict((conflict) => conflict.column("person").doNothing()),
    ),
    addAuditEntry: createStatement(
      ({
        id,
        atMs,
        actor,
        action,
        object,
        result,
        detail,
      }: Readonly<Record<"id" | "actor" | "action" | "object" | "result" | "detail", string>> & { readonly atMs: number }) =>
        db.insertInto("audit_log").values({ id, at_ms: atMs, actor, action, object, result, detail }),
    ),
  };
}
