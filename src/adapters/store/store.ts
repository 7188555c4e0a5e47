import type { OfficeStores } from "../../app/office/ports.ts";
import type { PageSessionStore } from "../../app/page-sessions.ts";
import type { TokenStore } from "../../app/tokens.ts";
import { createAuditLog } from "./audit.ts";
import { type BotMemory, createBotMemory } from "./bot-memory.ts";
import { createBroadcasts } from "./broadcasts.ts";
import { createChats } from "./chats.ts";
import { createFeedback } from "./feedback.ts";
import { createGroupCommit, type InStore } from "./group-commit.ts";
import { createHolidays } from "./holidays.ts";
import type { OpenDatabase } from "./open-database.ts";
import { createOutbox } from "./outbox.ts";
import { createPageSessions } from "./page-sessions.ts";
import { createPlans } from "./plans.ts";
import { createProgress } from "./progress.ts";
import { createRoles } from "./roles.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";
import { createStatements } from "./statements.ts";
import { toStoreError } from "./store-errors.ts";
import { createSubscriptions } from "./subscriptions.ts";
import { createTokens } from "./tokens.ts";

/** What must survive a restart. Every method throws AppError `store_failed` when the store cannot be read or written. */
export interface Store extends BotMemory, OfficeStores, PageSessionStore, TokenStore {
  /** Finishes what is being written. Nothing works after. */
  close(): Promise<void>;
}

/** Where the store is. */
export interface StorePlace {
  /** Of `mingbai.db`. */
  readonly directory: string;
  /** Of a PostgreSQL database, which is then used instead. Holds a password. */
  readonly databaseUrl?: string | undefined;
}

/** @throws {AppError} `store_failed` when it cannot be opened or reached, is locked, read-only, full, damaged or from a newer version */
export async function openStore(place: StorePlace): Promise<Store> {
  return createStore(await openDatabase(place));
}

export async function openDatabase({ directory, databaseUrl }: StorePlace): Promise<OpenDatabase> {
  if (databaseUrl === undefined) return openSqliteDatabase(directory);
  const { openPostgresDatabase } = await import("./postgres-database.ts");
  return openPostgresDatabase(databaseUrl);
}

function createStore({ db, name, close, lockDelivery }: OpenDatabase): Store {
  const fail = (error: unknown): never => {
    throw toStoreError(error, name);
  };
  const commits = createGroupCommit(db);
  const inStore: InStore = (work) => commits.run(work).catch(fail);
  const statements = createStatements(db);
  return {
    ...createBotMemory(inStore, statements),
    ...createRoles(inStore, statements),
    ...createChats(inStore, statements),
    ...createSubscriptions(inStore),
    ...createOutbox(db, inStore, () => lockDelivery().catch(fail)),
    ...createBroadcasts(inStore),
    ...createAuditLog(inStore, statements),
    ...createProgress(inStore),
    ...createFeedback(inStore),
    ...createHolidays(inStore),
    ...createPlans(inStore),
    ...createPageSessions(inStore),
    ...createTokens(inStore),
    close: async () => {
      await commits.settled();
      await close().catch(fail);
    },
  };
}
