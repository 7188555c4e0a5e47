import type { Kysely, Migration } from "kysely";

/** `scopes` is JSON, `hash` hexadecimal. Of the token itself there is nothing. */
export interface TokenTable {
  readonly id: string;
  readonly name: string;
  readonly scopes: string;
  readonly hash: string;
  readonly made_at_ms: number;
  readonly used_at_ms: number | null;
  readonly expires_at_ms: number | null;
  readonly revoked_at_ms: number | null;
}

export const tokenTable: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable("tokens")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("scopes", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .addColumn("made_at_ms", "bigint", (column) => column.notNull())
      .addColumn("used_at_ms", "bigint")
      .addColumn("expires_at_ms", "bigint")
      .addColumn("revoked_at_ms", "bigint")
      .execute();
  },
};
