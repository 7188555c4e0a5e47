import { sql, type Transaction } from "kysely";
import * as z from "zod";
import type { AuditEntry, AuditLog } from "../../app/office/ports.ts";
import { AUDIT_KEPT_DAYS } from "./audit-floor.ts";
import { forgetPerson } from "./forget-person.ts";
import type { InStore } from "./group-commit.ts";
import { optionalColumn, readRows, TimeMs } from "./rows.ts";
import type { StoreTables } from "./schema.ts";
import { shortId } from "./short-id.ts";
import type { createStatements } from "./statements.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** A day more than the database insists on, whose clock may be another. */
const LEAST_AGE_MS = (AUDIT_KEPT_DAYS + 1) * DAY_MS;

const AuditRow = z
  .object({
    at_ms: TimeMs,
    actor: z.string(),
    action: z.string(),
    object: z.string(),
    result: z.enum(["done", "refused", "failed"]),
    detail: z.string(),
    person: optionalColumn(z.string()),
    object_person: z.string().nullable(),
  })
  .transform(({ at_ms: atMs, object, object_person, ...entry }) => ({ ...entry, atMs, object: object_person ?? object }));

export function createAuditLog(inStore: InStore, statements: ReturnType<typeof createStatements>): AuditLog {
  const idAt = createTimedIds();
  const pseudonymOf = async (transaction: Transaction<StoreTables>, person: string): Promise<string> => {
    await statements.addPseudonym(transaction, { person, pseudonym: newPseudonym() });
    return (await statements.loadPseudonym(transaction, { person })).rows[0]?.pseudonym ?? newPseudonym();
  };
  const hidden = async (transaction: Transaction<StoreTables>, name: string): Promise<string> => {
    if (!mayBePerson(name)) return name;
    const { kind } = (await statements.loadChat(transaction, { chat: name })).rows[0] ?? {};
    return kind === "group" || kind === "robot" ? name : pseudonymOf(transaction, name);
  };
  return {
    audit: ({ atMs, actor, action, object, result, detail }: AuditEntry) =>
      inStore(async (transaction) => {
        const names = { actor: await hidden(transaction, actor), object: await hidden(transaction, object) };
        await statements.addAuditEntry(transaction, { id: idAt(atMs), atMs, action, result, detail, ...names });
      }),
    auditEntries: ({ sinceMs, untilMs, limit, skip = 0 }) =>
      inStore(async (transaction) => {
        let query = transaction
          .selectFrom("audit_log")
          .leftJoin("pseudonyms as actors", "actors.pseudonym", "audit_log.actor")
          .leftJoin("pseudonyms as objects", "objects.pseudonym", "audit_log.object")
          .select(["at_ms", "actor", "action", "object", "result", "detail", "actors.person as person", "objects.person as object_person"])
          .orderBy(sql`audit_log.id`, "desc");
        if (sinceMs !== undefined) query = query.where("at_ms", ">=", sinceMs);
        if (untilMs !== undefined) query = query.where("at_ms", "<", untilMs);
        if (limit !== undefined) query = query.limit(limit).offset(skip);
        return readRows(AuditRow, await query.execute()).toReversed();
      }),
    forgetAuditBefore: (timeMs) =>
      inStore(async (transaction) => {
        await transaction
          .deleteFrom("audit_log")
          .where("at_ms", "<", Math.min(timeMs, Date.now() - LEAST_AGE_MS))
          .execute();
      }),
    forgetPerson: (person) => inStore((transaction) => forgetPerson(transaction, person, newPseudonym())),
  };
}

/** `<platform>:<number or name>`; groups, which the chat record tells, are looked up after. */
function mayBePerson(name: string): boolean {
  return /^[a-z][a-z0-9_]*:[^:]+$/u.test(name) && !name.startsWith("broadcast:");
}

function newPseudonym(): string {
  return `P${shortId()}`;
}

/** Ids in the order of time, and of one process in the order in which they were made. */
function createTimedIds(): (timeMs: number) => string {
  let count = 0;
  return (timeMs) => {
    count += 1;
    return `${String(timeMs).padStart(15, "0")}-${String(count).padStart(10, "0")}-${shortId()}`;
  };
}
