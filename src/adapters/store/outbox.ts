import type { Kysely, QueryResult } from "kysely";
import * as z from "zod";
import type { DeliveryLock, NewOutboxRow, OutboxCount, OutboxRow, OutboxState, OutboxStore } from "../../app/office/outbox.ts";
import type { InStore, StoreWork } from "./group-commit.ts";
import { NoticeColumn } from "./notice-column.ts";
import { createOutboxStatements } from "./outbox-statements.ts";
import { hasChanged, optionalColumn, readRows, TimeMs } from "./rows.ts";
import type { StoreTables } from "./schema.ts";
import { shortId } from "./short-id.ts";

const STATES = ["waiting", "sending", "sent", "parked", "missed", "recalled"] as const satisfies readonly OutboxState[];
/** Rows that one statement puts in; SQLite takes 32,766 values in one. */
const ROWS_A_STATEMENT = 500;

const Columns = z
  .object({
    id: z.string(),
    what: z.string(),
    occasion: z.string(),
    chat: z.string(),
    notice: NoticeColumn,
    not_before_ms: z.number(),
    expires_at_ms: optionalColumn(TimeMs),
    state: z.enum(STATES),
    attempts: z.number(),
    message_id: optionalColumn(z.string()),
    failure: optionalColumn(z.string()),
    maybe_twice: z.number(),
    sent_at_ms: optionalColumn(TimeMs),
  })
  .transform(
    (row): OutboxRow => ({
      id: row.id,
      what: row.what,
      occasion: row.occasion,
      chat: row.chat,
      notice: row.notice,
      notBeforeMs: row.not_before_ms,
      expiresAtMs: row.expires_at_ms,
      state: row.state,
      attempts: row.attempts,
      messageId: row.message_id,
      failure: row.failure,
      maybeTwice: row.maybe_twice === 1,
      sentAtMs: row.sent_at_ms,
    }),
  );

/**
 * Messages to be sent, in either database.
 * @param inStore does work in a transaction, and tells failures as AppError `store_failed`
 * @param lockDelivery takes the database's own lock of delivery
 */
export function createOutbox(db: Kysely<StoreTables>, inStore: InStore, lockDelivery: () => Promise<DeliveryLock | undefined>): OutboxStore {
  const statements = createOutboxStatements(db);
  const changesOne = (statement: StoreWork<QueryResult<unknown>>): Promise<boolean> => inStore(async (transaction) => hasChanged(await statement(transaction)));
  return {
    ...officeSide(inStore),
    lockDelivery,
    dueRows: (platform, nowMs, limit) =>
      inStore(async (transaction) => {
        const { rows } = await statements.due(transaction, { from: `${platform}:`, to: `${platform};`, nowMs, limit });
        return readRows(Columns, rows);
      }),
    lease: (worker, { id, chat }) => changesOne((transaction) => statements.lease(transaction, { worker, id, chat })),
    recordSent: (worker, id, messageId, nowMs) => changesOne((transaction) => statements.sent(transaction, { worker, id, messageId, nowMs })),
    recordRetry: (worker, id, failure, notBeforeMs, unsure) =>
      changesOne((transaction) => statements.retry(transaction, { worker, id, failure, notBeforeMs, unsure: unsure ? 1 : 0 })),
    recordParked: (worker, id, failure) => changesOne((transaction) => statements.parked(transaction, { worker, id, failure })),
    returnLeases: (worker) =>
      inStore(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set({ state: "waiting", worker: null, maybe_twice: 1 })
          .where("state", "=", "sending")
          .where("worker", "!=", worker)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    expire: (nowMs, retryUntilMs) =>
      inStore(async (transaction) => {
        await transaction
          .updateTable("outbox")
          .set({ not_before_ms: nowMs })
          .where("state", "=", "waiting")
          .where("not_before_ms", ">", retryUntilMs)
          .where("attempts", ">", 0)
          .execute();
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set({ state: "missed" })
          .where("state", "=", "waiting")
          .where("expires_at_ms", "<=", nowMs)
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    nextDueMs: (platform, nowMs) =>
      inStore(async (transaction) => {
        const { rows } = await statements.nextDue(transaction, { from: `${platform}:`, to: `${platform};`, nowMs });
        return rows[0]?.next_ms;
      }),
  };
}

/** What the use cases of the office do with the outbox; delivery is the rest. */
function officeSide(inStore: InStore) {
  return {
    putIntoOutbox: (rows, nowMs) =>
      inStore(async (transaction) => {
        let added = 0;
        for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT) {
          const values = rows.slice(start, start + ROWS_A_STATEMENT).map((row) => valuesOf(row, nowMs));
          const { numInsertedOrUpdatedRows } = await transaction
            .insertInto("outbox")
            .values(values)
            .onConflict((conflict) => conflict.columns(["what", "occasion", "chat"]).doNothing())
            .executeTakeFirst();
          added += Number(numInsertedOrUpdatedRows);
        }
        return added;
      }),
    outboxRows: ({ what, occasion, chat, state }) =>
      inStore(async (transaction) => {
        let query = transaction.selectFrom("outbox").selectAll();
        if (what !== undefined) query = query.where("what", "=", what);
        if (occasion !== undefined) query = query.where("occasion", "=", occasion);
        if (chat !== undefined) query = query.where("chat", "=", chat);
        if (state !== undefined) query = query.where("state", "=", state);
        const rows = await query.orderBy("created_at_ms").orderBy("id").execute();
        return readRows(Columns, rows);
      }),
    outboxCount: (what) =>
      inStore(async (transaction) => {
        const all = transaction
          .selectFrom("outbox")
          .select(["state", ({ fn }) => fn.countAll().as("count")])
          .groupBy("state");
        const rows = await (what === undefined ? all : all.where("what", "=", what)).execute();
        const counts = new Map(rows.map(({ state, count }) => [state, Number(count)]));
        return Object.fromEntries(STATES.map((state) => [state, counts.get(state) ?? 0])) as OutboxCount;
      }),
    retryParked: (what, nowMs) =>
      inStore(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set({ state: "waiting", not_before_ms: nowMs, failure: null })
          .where("what", "=", what)
          .where("state", "=", "parked")
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    recallWaiting: (what) =>
      inStore(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("outbox")
          .set({ state: "recalled" })
          .where("what", "=", what)
          .where("state", "=", "waiting")
          .executeTakeFirst();
        return Number(numUpdatedRows);
      }),
    recordRecalled: (id) =>
      inStore(async (transaction) => {
        await transaction.updateTable("outbox").set({ state: "recalled" }).where("id", "=", id).execute();
      }),
    sentSince: (timeMs) =>
      inStore(async (transaction) => {
        const rows = await transaction
          .selectFrom("outbox")
          .select(["chat", ({ fn }) => fn.countAll().as("count")])
          .where("sent_at_ms", ">=", timeMs)
          .groupBy("chat")
          .execute();
        return new Map(rows.map(({ chat, count }) => [chat, Number(count)]));
      }),
    forgetOutboxBefore: (timeMs) =>
      inStore(async (transaction) => {
        await transaction.deleteFrom("outbox").where("created_at_ms", "<", timeMs).where("state", "not in", ["waiting", "sending"]).execute();
      }),
  } satisfies Partial<OutboxStore>;
}

function valuesOf({ what, occasion, chat, notice, notBeforeMs, expiresAtMs }: NewOutboxRow, nowMs: number): StoreTables["outbox"] {
  return {
    id: shortId(),
    what,
    occasion,
    chat,
    notice: JSON.stringify(notice),
    not_before_ms: notBeforeMs,
    expires_at_ms: expiresAtMs ?? null,
    state: "waiting",
    attempts: 0,
    worker: null,
    message_id: null,
    failure: null,
    maybe_twice: 0,
    sent_at_ms: null,
    created_at_ms: nowMs,
  };
}
