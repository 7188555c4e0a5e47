import { randomInt } from "node:crypto";
import * as z from "zod";
import type { AnsweredQuestionStore, ConversationStore, UpdateLog } from "../../app/ports.ts";
import { AppError } from "../../errors.ts";
import { createGroupCommit, type StoreWork } from "./group-commit.ts";
import { type OpenDatabase, openSqliteDatabase } from "./sqlite-database.ts";
import { isBusy, toStoreError } from "./store-errors.ts";

/** What must survive a restart. Every method throws AppError `store_failed` when the store cannot be read or written. */
export interface Store extends ConversationStore, UpdateLog, AnsweredQuestionStore {
  /** Forgets conversations whose last turn was before the time, in epoch milliseconds. */
  forgetConversationsBefore(timeMs: number): Promise<void>;
  /** Forgets answered questions asked before the time, in epoch milliseconds; their buttons then answer that they are too old. */
  forgetQuestionsBefore(timeMs: number): Promise<void>;
  /** Finishes what is being written. Nothing works after. */
  close(): Promise<void>;
}

/** @throws {AppError} `store_failed` when it cannot be opened, is locked, read-only, full, damaged or from a newer version */
export async function openStore(options: { readonly directory: string }): Promise<Store> {
  return createStore(await openSqliteDatabase(options.directory));
}

const JsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("not JSON");
    return z.NEVER;
  }
});
/** PostgreSQL gives a bigint as a string. */
const TimeMs = z.coerce.number().int().nonnegative();
const ConversationRow = z.object({ state: JsonText, updated_at_ms: TimeMs });
const QuestionRow = z.object({ question: z.string(), state: JsonText, asked_at_ms: TimeMs });

const ID_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62¹⁰ ids: two of a million questions share one with a chance below one in a million. */
const ID_LENGTH = 10;
const ID_ATTEMPTS = 5;

function createStore({ db: database, close }: OpenDatabase): Store {
  const commits = createGroupCommit(database, isBusy);
  const inStore = <T>(work: StoreWork<T>): Promise<T> => commits.run(work).catch(fail);
  return {
    loadConversation: (key) =>
      inStore(async (db) => {
        const row = await db.selectFrom("conversations").select(["state", "updated_at_ms"]).where("key", "=", key).executeTakeFirst();
        const read = ConversationRow.safeParse(row);
        return read.success ? { state: read.data.state, updatedAtMs: read.data.updated_at_ms } : undefined;
      }),
    saveConversation: (key, record) =>
      inStore(async (db) => {
        const row = { state: toJson(record.state), updated_at_ms: record.updatedAtMs };
        await db
          .insertInto("conversations")
          .values({ key, ...row })
          .onConflict((conflict) => conflict.column("key").doUpdateSet(row))
          .execute();
      }),
    deleteConversation: (key) =>
      inStore(async (db) => {
        await db.deleteFrom("conversations").where("key", "=", key).execute();
      }),
    forgetConversationsBefore: (timeMs) =>
      inStore(async (db) => {
        await db.deleteFrom("conversations").where("updated_at_ms", "<", timeMs).execute();
      }),
    takeUpdate: (platform, updateId, nowMs) =>
      inStore(async (db) => {
        const row = { platform, update_id: updateId, taken_at_ms: nowMs };
        const result = await db
          .insertInto("updates")
          .values(row)
          .onConflict((conflict) => conflict.columns(["platform", "update_id"]).doNothing())
          .executeTakeFirst();
        return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    forgetUpdatesBefore: (timeMs) =>
      inStore(async (db) => {
        await db.deleteFrom("updates").where("taken_at_ms", "<", timeMs).execute();
      }),
    saveQuestion: (question) =>
      inStore(async (db) => {
        const row = { question: question.question, state: toJson(question.state), asked_at_ms: question.askedAtMs };
        for (let attempt = 0; attempt < ID_ATTEMPTS; attempt += 1) {
          const id = shortId();
          const result = await db
            .insertInto("questions")
            .values({ id, ...row })
            .onConflict((conflict) => conflict.column("id").doNothing())
            .executeTakeFirst();
          if ((result.numInsertedOrUpdatedRows ?? 0n) > 0n) return id;
        }
        throw new AppError("store_failed", "没有找到未用过的编号，这个问题未能保存：请再问一次。");
      }),
    loadQuestion: (id) =>
      inStore(async (db) => {
        const row = await db.selectFrom("questions").select(["question", "state", "asked_at_ms"]).where("id", "=", id).executeTakeFirst();
        const read = QuestionRow.safeParse(row);
        return read.success ? { question: read.data.question, state: read.data.state, askedAtMs: read.data.asked_at_ms } : undefined;
      }),
    forgetQuestionsBefore: (timeMs) =>
      inStore(async (db) => {
        await db.deleteFrom("questions").where("asked_at_ms", "<", timeMs).execute();
      }),
    close: async () => {
      await commits.settled();
      await close().catch(fail);
    },
  };
}

/** @throws {AppError} `store_failed` */
function fail(error: unknown): never {
  throw toStoreError(error);
}

/** JSON has no undefined; a state without a value is null. */
function toJson(state: unknown): string {
  return JSON.stringify(state ?? null);
}

function shortId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_CHARACTERS.charAt(randomInt(ID_CHARACTERS.length))).join("");
}
