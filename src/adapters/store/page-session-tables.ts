import type { Kysely, Migration } from "kysely";

/** Who is signed in to the page. */
export interface PageSessionTables {
  readonly page_sessions: { readonly id: string; readonly started_at_ms: number; readonly seen_at_ms: number };
}

export const pageSessionTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema
      .createTable("page_sessions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("started_at_ms", "bigint", (column) => column.notNull())
      .addColumn("seen_at_ms", "bigint", (column) => column.notNull())
      .execute();
  },
};
