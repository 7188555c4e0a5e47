import type { Kysely, Migration } from "kysely";
import { type OfficeTables, officeTables } from "./office-tables.ts";
import { type PageSessionTables, pageSessionTables } from "./page-session-tables.ts";
import { type TokenTable, tokenTable } from "./token-table.ts";

/** Tables of the store. Times are epoch milliseconds; `state` is JSON. */
export interface StoreTables extends OfficeTables, PageSessionTables {
  readonly conversations: { readonly key: string; readonly state: string; readonly updated_at_ms: number };
  readonly updates: { readonly platform: string; readonly update_id: string; readonly taken_at_ms: number };
  readonly questions: { readonly id: string; readonly question: string; readonly state: string; readonly asked_at_ms: number };
  readonly planned_days: { readonly day: string };
  readonly tokens: TokenTable;
  readonly places: { readonly key: string; readonly place: string };
}

/**
 * Steps from an empty store to the present one, by name, in order. A step that was released is never changed.
 * Only Kysely's schema builder and types that SQLite and PostgreSQL share.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-conversations-updates-questions": {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable("conversations")
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("updated_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema
        .createTable("updates")
        .addColumn("platform", "text", (column) => column.notNull())
        .addColumn("update_id", "text", (column) => column.notNull())
        .addColumn("taken_at_ms", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("updates_primary_key", ["platform", "update_id"])
        .execute();
      await db.schema
        .createTable("questions")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("question", "text", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("asked_at_ms", "bigint", (column) => column.notNull())
        .execute();
      await db.schema.createIndex("conversations_updated").on("conversations").column("updated_at_ms").execute();
      await db.schema.createIndex("updates_taken").on("updates").column("taken_at_ms").execute();
      await db.schema.createIndex("questions_asked").on("questions").column("asked_at_ms").execute();
    },
  },
  "002-chats": {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable("chats")
        .addColumn("key", "text", (column) => column.primaryKey())
        .addColumn("place", "text", (column) => column.notNull())
        .execute();
    },
  },
  "003-office": officeTables,
  "004-planned-days": {
    up: async (db: Kysely<unknown>) => {
      await db.schema
        .createTable("planned_days")
        .addColumn("day", "text", (column) => column.primaryKey())
        .execute();
    },
  },
  "005-tokens": tokenTable,
  "006-page-sessions": pageSessionTables,
};
