import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from "kysely";
import type { StoreTables } from "./schema.ts";
import { createStatement } from "./statement.ts";

/** What is done for every message. */
export function createOutboxStatements(db: Kysely<StoreTables>) {
  const ofWorker = ({ eb, and }: ExpressionBuilder<StoreTables, "outbox">, { worker, id }: Lease): Expression<SqlBool> =>
    and([eb("id", "=", id), eb("state", "=", "sending"), eb("worker", "=", worker)]);
  return {
    due: createStatement(({ from, to, nowMs, limit }: { readonly from: string; readonly to: string; readonly nowMs: number; readonly limit: number }) =>
      db
        .selectFrom("outbox")
        .selectAll()
        .where("state", "=", "waiting")
        .where("not_before_ms", "<=", nowMs)
        .where("chat", ">=", from)
        .where("chat", "<", to)
        .where(({ eb, or }) => or([eb("expires_at_ms", "is", null), eb("expires_at_ms", ">", nowMs)]))
        .where((eb) => eb.not(eb.exists(inFlight(eb))))
        .where((eb) => eb.not(eb.exists(isOlder(eb, nowMs))))
        .orderBy("not_before_ms")
        .orderBy("id")
        .limit(limit),
    ),
    nextDue: createStatement(({ from, to, nowMs }: { readonly from: string; readonly to: string; readonly nowMs: number }) =>
      db
        .selectFrom("outbox")
        .select("not_before_ms as next_ms")
        .where("state", "=", "waiting")
        .where("not_before_ms", ">", nowMs)
        .where("chat", ">=", from)
        .where("chat", "<", to)
        .orderBy("not_before_ms")
        .limit(1),
    ),
    lease: createStatement(({ worker, id, chat }: Lease & { readonly chat: string }) =>
      db
        .updateTable("outbox")
        .set({ state: "sending", worker })
        .where("id", "=", id)
        .where("chat", "=", chat)
        .where(({ or, and, eb }) => or([eb("state", "=", "waiting"), and([eb("state", "=", "sending"), eb("worker", "=", worker)])]))
        .where((eb) => eb.not(eb.exists(inFlight(eb)))),
    ),
    sent: createStatement(({ worker, id, messageId, nowMs }: Lease & { readonly messageId: string; readonly nowMs: number }) =>
      db
        .updateTable("outbox")
        .set({ state: "sent", worker: null, message_id: messageId, sent_at_ms: nowMs, failure: null })
        .where((eb) => ofWorker(eb, { worker, id })),
    ),
    retry: createStatement(
      ({ worker, id, failure, notBeforeMs, unsure }: Lease & { readonly failure: string; readonly notBeforeMs: number; readonly unsure: number }) =>
        db
          .updateTable("outbox")
          .set(({ eb, ref }) => ({
            state: "waiting",
            worker: null,
            failure,
            not_before_ms: notBeforeMs,
            attempts: eb("attempts", "+", 1),
            maybe_twice: sql<number>`case when ${ref("maybe_twice")} + ${unsure} > 0 then 1 else 0 end`,
          }))
          .where((eb) => ofWorker(eb, { worker, id })),
    ),
    parked: createStatement(({ worker, id, failure }: Lease & { readonly failure: string }) =>
      db
        .updateTable("outbox")
        .set(({ eb }) => ({ state: "parked", worker: null, failure, attempts: eb("attempts", "+", 1) }))
        .where((eb) => ofWorker(eb, { worker, id })),
    ),
  };
}

type Lease = { readonly worker: string; readonly id: string };

/** A row of the same chat that is being sent. */
function inFlight({ selectFrom }: ExpressionBuilder<StoreTables, "outbox">) {
  return selectFrom("outbox as other")
    .select("other.id")
    .whereRef("other.chat", "=", "outbox.chat")
    .whereRef("other.id", "!=", "outbox.id")
    .where("other.state", "=", "sending");
}

/** A row of the same chat that goes first. */
function isOlder({ selectFrom }: ExpressionBuilder<StoreTables, "outbox">, nowMs: number) {
  return selectFrom("outbox as other")
    .select("other.id")
    .whereRef("other.chat", "=", "outbox.chat")
    .where("other.state", "=", "waiting")
    .where("other.not_before_ms", "<=", nowMs)
    .where(({ eb, or }) => or([eb("other.expires_at_ms", "is", null), eb("other.expires_at_ms", ">", nowMs)]))
    .where(({ eb, or, and, ref }) =>
      or([
        eb("other.not_before_ms", "<", ref("outbox.not_before_ms")),
        and([eb("other.not_before_ms", "=", ref("outbox.not_before_ms")), eb("other.id", "<", ref("outbox.id"))]),
      ]),
    );
}
