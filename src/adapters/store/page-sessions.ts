import * as z from "zod";
import type { PageSession, PageSessionStore } from "../../app/page-sessions.ts";
import type { InStore } from "./group-commit.ts";
import { readRows, TimeMs } from "./rows.ts";

const SessionRow = z
  .object({ id: z.string(), started_at_ms: TimeMs, seen_at_ms: TimeMs })
  .transform(({ id, started_at_ms: startedAtMs, seen_at_ms: seenAtMs }): PageSession => ({ id, startedAtMs, seenAtMs }));

export function createPageSessions(inStore: InStore): PageSessionStore {
  return {
    pageSession: (id) =>
      inStore(async (transaction) => readRows(SessionRow, await transaction.selectFrom("page_sessions").selectAll().where("id", "=", id).execute())[0]),
    savePageSession: ({ id, startedAtMs, seenAtMs }) =>
      inStore(async (transaction) => {
        await transaction
          .insertInto("page_sessions")
          .values({ id, started_at_ms: startedAtMs, seen_at_ms: seenAtMs })
          .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at_ms: seenAtMs }))
          .execute();
      }),
    endPageSession: (id) =>
      inStore(async (transaction) => {
        await transaction.deleteFrom("page_sessions").where("id", "=", id).execute();
      }),
    forgetPageSessionsBefore: (timeMs) =>
      inStore(async (transaction) => {
        await transaction.deleteFrom("page_sessions").where("started_at_ms", "<", timeMs).execute();
      }),
  };
}
