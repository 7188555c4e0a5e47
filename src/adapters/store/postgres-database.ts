import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { AUDIT_KEPT_DAYS } from "./audit-floor.ts";
import { applySteps, isUpToDate, MIGRATION_TABLE, type OpenDatabase } from "./open-database.ts";
import { lockPostgresDelivery } from "./postgres-delivery-lock.ts";
import { connect, onlyConnection, safePool } from "./postgres-pool.ts";
import type { StoreTables } from "./schema.ts";
import { toStoreError } from "./store-errors.ts";

const NAME = "数据库 PostgreSQL";
const ELSEWHERE = "DATABASE_URL 换一个库";
/** One for the work of the store, which goes through a single transaction at a time, and one for whoever reads beside it. */
const MAX_CONNECTIONS = 2;
/** All are below the 5 s that a stop may take, or belong to a server that no longer answers. */
const CONNECT_TIMEOUT_MS = 3000;
const LOCK_TIMEOUT_MS = 4000;
const STATEMENT_TIMEOUT_MS = 10_000;
const NO_ANSWER_TIMEOUT_MS = 15_000;
/** A process that stands still lets go of what it holds. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
/** Another process that migrates is waited for so long. */
const MIGRATION_TIMEOUT_MS = 60_000;
/** Any number that nobody else takes: 明白, in ASCII. */
const MIGRATION_LOCK = 0x6d_69_6e_67;
const INT8 = 20;

/**
 * Opens a PostgreSQL database and brings it up to date, in the first schema of its search path.
 * @throws {AppError} `store_failed`, also for a database that a newer version wrote; no sentence holds the address or the password
 */
export async function openPostgresDatabase(url: string): Promise<OpenDatabase> {
  let pool: pg.Pool | undefined;
  try {
    await migrate(url);
    pool = new pg.Pool({
      ...connectionOf(url),
      max: MAX_CONNECTIONS,
      lock_timeout: LOCK_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: NO_ANSWER_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    });
    const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool: safePool(pool) }) });
    return { db, name: NAME, lockDelivery: () => lockPostgresDelivery(connectionOf(url)), close: closingOf(db, pool) };
  } catch (error) {
    await pool?.end();
    throw toStoreError(error, NAME);
  }
}

/** Kysely closes only a pool that it has used. */
function closingOf(db: Kysely<StoreTables>, pool: pg.Pool): () => Promise<void> {
  return async () => {
    await db.destroy();
    if (!pool.ended) await pool.end();
  };
}

function connectionOf(url: string): pg.ClientConfig {
  return { connectionString: url, application_name: "mingbai", connectionTimeoutMillis: CONNECT_TIMEOUT_MS, keepAlive: true, types: { getTypeParser } };
}

/** Times are bigint and fit a number; pg would give them as strings. */
const getTypeParser = ((oid: number, format?: "text" | "binary") =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser;

/** All steps in one transaction under a lock: a crash leaves the database as it was, and of two processes that start at once one waits. */
async function migrate(url: string): Promise<void> {
  const client = new pg.Client({ ...connectionOf(url), lock_timeout: MIGRATION_TIMEOUT_MS });
  const db = new Kysely<StoreTables>({ dialect: new PostgresDialect({ pool: onlyConnection(client) }) });
  try {
    await connect(client);
    const schema = await currentSchema(db);
    if (isUpToDate(await appliedSteps(db, schema), NAME, ELSEWHERE)) return;
    await sql`begin`.execute(db);
    await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(db);
    if (!isUpToDate(await appliedSteps(db, schema), NAME, ELSEWHERE)) await applySteps(db, schema);
    await sql.raw(AUDIT_LOG_STAYS).execute(db);
    await sql`commit`.execute(db);
  } finally {
    // Ends the transaction where it was not committed.
    await db.destroy();
    await client.end();
  }
}

async function currentSchema(db: Kysely<StoreTables>): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? "public";
}

async function appliedSteps(db: Kysely<StoreTables>, schema: string): Promise<readonly unknown[]> {
  const table = sql.table(`${schema}.${MIGRATION_TABLE}`);
  const { rows: found } = await sql`select 1 from pg_tables where schemaname = ${schema} and tablename = ${MIGRATION_TABLE}`.execute(db);
  if (found.length === 0) return [];
  const { rows } = await sql<{ name: unknown }>`select name from ${table}`.execute(db);
  return rows.map(({ name }) => name);
}

/** Rows of the audit log are never changed, and removed only when they are old; by nobody, whatever program it is. */
const AUDIT_LOG_STAYS = `
  CREATE OR REPLACE FUNCTION audit_log_stays() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN
      IF OLD.at_ms <= (extract(epoch FROM now()) - ${AUDIT_KEPT_DAYS} * 86400) * 1000 THEN RETURN OLD; END IF;
      RAISE EXCEPTION 'rows of audit_log are kept for ${AUDIT_KEPT_DAYS} days';
    END IF;
    RAISE EXCEPTION 'rows of audit_log are never changed';
  END $$;
  CREATE OR REPLACE TRIGGER audit_log_unchanged BEFORE UPDATE OR DELETE ON audit_log FOR EACH ROW EXECUTE FUNCTION audit_log_stays();
  CREATE OR REPLACE TRIGGER audit_log_kept BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_log_stays();
`;
