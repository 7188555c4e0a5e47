import { type Kysely, type Migration, Migrator } from "kysely";
import type { DeliveryLock } from "../../app/office/outbox.ts";
import { AppError } from "../../errors.ts";
import { MIGRATIONS, type StoreTables } from "./schema.ts";

/** A database that is ready for use, how it is called in sentences, and how to let it go. */
export interface OpenDatabase {
  readonly db: Kysely<StoreTables>;
  /** 数据存储 mingbai.db */
  readonly name: string;
  /** Takes the right to deliver; undefined where another process has it. */
  readonly lockDelivery: () => Promise<DeliveryLock | undefined>;
  readonly close: () => Promise<void>;
}

/** Where Kysely records which steps were applied. */
export const MIGRATION_TABLE = "kysely_migration";

/**
 * Whether nothing is to be migrated.
 * @param applied names of the steps that were applied
 * @throws {AppError} `store_failed` when a step was applied that this version does not know
 */
export function isUpToDate(applied: readonly unknown[], name: string, elsewhere: string): boolean {
  if (applied.some((step) => typeof step !== "string" || !Object.hasOwn(MIGRATIONS, step))) {
    throw new AppError("store_failed", `${name} 是由更新版本的 mingbai 写的：请升级程序，或用 ${elsewhere}。`);
  }
  return applied.length === Object.keys(MIGRATIONS).length;
}

/**
 * Applies the steps that are missing. The caller has begun a transaction on the one connection of `db`, and ends it.
 * @param schema where the record of the steps stands, for databases that have schemas
 * @throws the database's error
 */
export async function applySteps(db: Kysely<StoreTables>, schema?: string): Promise<void> {
  const provider = { getMigrations: (): Promise<Record<string, Migration>> => Promise.resolve({ ...MIGRATIONS }) };
  const { error } = await new Migrator({
    db,
    provider,
    disableTransactions: true,
    ...(schema === undefined ? {} : { migrationTableSchema: schema }),
  }).migrateToLatest();
  if (error !== undefined) throw error;
}
