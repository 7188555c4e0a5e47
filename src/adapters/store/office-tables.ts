import type { Kysely, Migration } from "kysely";

/**
 * Tables of the office. Times are epoch milliseconds; `scope`, `notice` and `audience` are JSON. Chats are `<platform>:<chat>`, persons
 * `<platform>:<person>`.
 */
export interface OfficeTables {
  readonly grants: { readonly person: string; readonly role: string; readonly unit: string | null };
  readonly chats: {
    readonly chat: string;
    readonly kind: string;
    readonly title: string | null;
    readonly unit: string | null;
    readonly quiet_from: number | null;
    readonly quiet_to: number | null;
    readonly parked: string | null;
  };
  readonly subscriptions: { readonly id: string; readonly chat: string; readonly scope: string; readonly created_at_ms: number };
  readonly outbox: {
    readonly id: string;
    readonly what: string;
    readonly occasion: string;
    readonly chat: string;
    readonly notice: string;
    readonly not_before_ms: number;
    readonly expires_at_ms: number | null;
    readonly state: string;
    readonly attempts: number;
    /** Who is sending the row. */
    readonly worker: string | null;
    readonly message_id: string | null;
    readonly failure: string | null;
    /** 1 where the reader may have it twice. */
    readonly maybe_twice: number;
    readonly sent_at_ms: number | null;
    readonly created_at_ms: number;
  };
  readonly broadcasts: {
    readonly id: string;
    readonly author: string;
    readonly notice: string;
    readonly audience: string;
    readonly planned_at_ms: number | null;
    readonly state: string;
    readonly progress_chat: string | null;
    readonly progress_message_id: string | null;
    readonly created_at_ms: number;
  };
  /** Whose pseudonym it is; the row goes when its person is forgotten. */
  readonly pseudonyms: { readonly person: string; readonly pseudonym: string };
  readonly audit_log: {
    /** In the order of time. */
    readonly id: string;
    readonly at_ms: number;
    readonly actor: string;
    readonly action: string;
    readonly object: string;
    readonly result: string;
    readonly detail: string;
  };
  readonly progress: {
    readonly document_id: string;
    readonly ordinal: number;
    readonly unit: string;
    readonly state: string;
    readonly note: string | null;
    readonly person: string;
    readonly at_ms: number;
  };
  readonly feedback: { readonly question: string; readonly verdict: string; readonly count: number; readonly last_at_ms: number };
  readonly holidays: { readonly date: string; readonly kind: string; readonly name: string };
}

/** The settled county of a chat moves to `places`; `chats` is what the office keeps of a chat. */
export const officeTables: Migration = {
  up: async (db: Kysely<unknown>) => {
    await db.schema.alterTable("chats").renameTo("places").execute();
    await createSettings(db);
    await createOutbox(db);
    await createRecords(db);
  },
};

async function createSettings({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("grants")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("unit", "text")
    .execute();
  await schema
    .createTable("chats")
    .addColumn("chat", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("title", "text")
    .addColumn("unit", "text")
    .addColumn("quiet_from", "integer")
    .addColumn("quiet_to", "integer")
    .addColumn("parked", "text")
    .execute();
  await schema
    .createTable("subscriptions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("scope", "text", (column) => column.notNull())
    .addColumn("created_at_ms", "bigint", (column) => column.notNull())
    .addUniqueConstraint("subscriptions_once", ["chat", "scope"])
    .execute();
  await schema
    .createTable("holidays")
    .addColumn("date", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .execute();
}

async function createOutbox({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("outbox")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("what", "text", (column) => column.notNull())
    .addColumn("occasion", "text", (column) => column.notNull())
    .addColumn("chat", "text", (column) => column.notNull())
    .addColumn("notice", "text", (column) => column.notNull())
    .addColumn("not_before_ms", "bigint", (column) => column.notNull())
    .addColumn("expires_at_ms", "bigint")
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("worker", "text")
    .addColumn("message_id", "text")
    .addColumn("failure", "text")
    .addColumn("maybe_twice", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("sent_at_ms", "bigint")
    .addColumn("created_at_ms", "bigint", (column) => column.notNull())
    .addUniqueConstraint("outbox_once", ["what", "occasion", "chat"])
    .execute();
  await schema.createIndex("outbox_due").on("outbox").columns(["state", "not_before_ms"]).execute();
  await schema.createIndex("outbox_chat").on("outbox").columns(["chat", "state"]).execute();
  await schema
    .createTable("broadcasts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("notice", "text", (column) => column.notNull())
    .addColumn("audience", "text", (column) => column.notNull())
    .addColumn("planned_at_ms", "bigint")
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("progress_chat", "text")
    .addColumn("progress_message_id", "text")
    .addColumn("created_at_ms", "bigint", (column) => column.notNull())
    .execute();
}

async function createRecords({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable("pseudonyms")
    .addColumn("person", "text", (column) => column.primaryKey())
    .addColumn("pseudonym", "text", (column) => column.notNull().unique())
    .execute();
  await schema
    .createTable("audit_log")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("action", "text", (column) => column.notNull())
    .addColumn("object", "text", (column) => column.notNull())
    .addColumn("result", "text", (column) => column.notNull())
    .addColumn("detail", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("audit_log_time").on("audit_log").column("at_ms").execute();
  await schema
    .createTable("progress")
    .addColumn("document_id", "text", (column) => column.notNull())
    .addColumn("ordinal", "integer", (column) => column.notNull())
    .addColumn("unit", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("note", "text")
    .addColumn("person", "text", (column) => column.notNull())
    .addColumn("at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("progress_primary_key", ["document_id", "ordinal", "unit"])
    .execute();
  await schema
    .createTable("feedback")
    .addColumn("question", "text", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("count", "integer", (column) => column.notNull())
    .addColumn("last_at_ms", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("feedback_primary_key", ["question", "verdict"])
    .execute();
}
