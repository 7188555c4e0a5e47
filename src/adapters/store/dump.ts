import { type Kysely, sql, type Transaction } from "kysely";
import { MIGRATIONS, type StoreTables } from "./schema.ts";
import { openDatabase, type StorePlace } from "./store.ts";
import { toStoreError } from "./store-errors.ts";

/** A row of a table, by its columns. */
export interface DumpedRow {
  readonly table: string;
  readonly row: Readonly<Record<string, string | number | null>>;
}

/** A backup signs nobody in. */
type DumpedTables = Omit<StoreTables, "page_sessions">;

/** Every table with its primary key, by which it is read in pages. */
const TABLES: Readonly<Record<keyof DumpedTables, readonly string[]>> = {
  conversations: ["key"],
  places: ["key"],
  updates: ["platform", "update_id"],
  questions: ["id"],
  grants: ["person"],
  chats: ["chat"],
  subscriptions: ["id"],
  outbox: ["id"],
  broadcasts: ["id"],
  pseudonyms: ["person"],
  audit_log: ["id"],
  progress: ["document_id", "ordinal", "unit"],
  feedback: ["question", "verdict"],
  holidays: ["date"],
  planned_days: ["day"],
  tokens: ["id"],
};
/** What records things that happened is never taken back: a restore adds what is missing and leaves what is there. So a token stays revoked. */
const RECORDS: ReadonlySet<string> = new Set<keyof DumpedTables>(["audit_log", "pseudonyms", "outbox", "updates", "planned_days", "tokens"]);
const PAGE_ROWS = 500;
const NOT_SENT_AGAIN = "从备份恢复时不知道是否已经发出，没有再发。";

/** Names of the steps that this program's store has gone through. */
export const STORE_STEPS: readonly string[] = Object.keys(MIGRATIONS);

/**
 * Reads all rows as they were at one moment, while others go on writing.
 * @throws {AppError} `store_failed`
 */
export function dumpStore(place: StorePlace, write: (row: DumpedRow) => Promise<void>): Promise<void> {
  return withDatabase(place, (db) =>
    db
      .transaction()
      .setIsolationLevel("repeatable read")
      .setAccessMode("read only")
      .execute(async (transaction) => {
        for (const [table, key] of Object.entries(TABLES)) {
          for (let page = await readPage(transaction, table, key, undefined); page.length > 0; page = await readPage(transaction, table, key, page.at(-1))) {
            for (const row of page) await write({ table, row });
          }
        }
      }),
  );
}

/**
 * Puts the rows of a dump in the place of what is there, in one transaction; records of what happened stay and are added to. Of messages that
 * waited then, only those whose time is still to come wait again; the others may have been sent since and are recorded as missed.
 * @param rows in the order of the dump
 * @returns how many messages are not sent again
 * @throws {AppError} `store_failed`; nothing has changed then
 */
export function restoreStore(place: StorePlace, rows: AsyncIterable<DumpedRow>, nowMs: number): Promise<number> {
  return withDatabase(place, (db) =>
    db.transaction().execute(async (transaction) => {
      for (const table of Object.keys(TABLES)) if (!RECORDS.has(table)) await sql`delete from ${sql.table(table)}`.execute(transaction);
      let notSentAgain = 0;
      for await (const { table, rows: batch } of inBatches(rows)) {
        const safe = table === "outbox" ? batch.map((row) => withoutSendingAgain(row, nowMs)) : batch;
        const inserted = await insertMissing(transaction, table, safe);
        notSentAgain += inserted.filter((row) => row["failure"] === NOT_SENT_AGAIN && row["state"] === "missed").length;
      }
      return notSentAgain;
    }),
  );
}

type Row = DumpedRow["row"];

function readPage(transaction: Transaction<StoreTables>, table: string, key: readonly string[], after: Row | undefined): Promise<readonly Row[]> {
  const columns = sql.join(key.map((column) => sql.ref(column)));
  const from = after === undefined ? sql`` : sql`where (${columns}) > (${sql.join(key.map((column) => after[column]))})`;
  return sql<Row>`select * from ${sql.table(table)} ${from} order by ${columns} limit ${sql.lit(PAGE_ROWS)}`.execute(transaction).then(({ rows }) => rows);
}

async function insertMissing(transaction: Transaction<StoreTables>, table: string, rows: readonly Row[]): Promise<readonly Row[]> {
  const columns = Object.keys(rows[0] ?? {});
  const values = sql.join(rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`));
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const { rows: inserted } = await sql<Row>`insert into ${sql.table(table)} (${names}) values ${values} on conflict do nothing returning *`.execute(
    transaction,
  );
  return inserted;
}

function withoutSendingAgain(row: Row, nowMs: number): Row {
  const mayBeSent = row["state"] === "sending" || (row["state"] === "waiting" && Number(row["not_before_ms"]) <= nowMs);
  return mayBeSent ? { ...row, state: "missed", failure: NOT_SENT_AGAIN, worker: null } : row;
}

async function* inBatches(rows: AsyncIterable<DumpedRow>): AsyncGenerator<{ readonly table: string; readonly rows: readonly Row[] }> {
  let table = "";
  let batch: Row[] = [];
  for await (const next of rows) {
    if (batch.length > 0 && (next.table !== table || batch.length === PAGE_ROWS)) {
      yield { table, rows: batch };
      batch = [];
    }
    table = next.table;
    batch.push(next.row);
  }
  if (batch.length > 0) yield { table, rows: batch };
}

async function withDatabase<T>(place: StorePlace, use: (db: Kysely<StoreTables>) => Promise<T>): Promise<T> {
  const { db, name, close } = await openDatabase(place);
  try {
    return await use(db);
  } catch (error) {
    throw toStoreError(error, name);
  } finally {
    await close();
  }
}
