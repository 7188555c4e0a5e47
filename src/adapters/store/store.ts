import { randomInt } from "node:crypto";
import type { QueryResult } from "kysely";
import * as z from "zod";
import type { AnsweredQuestionStore, ChatPlaceStore, ConversationStore, UpdateLog } from "../../app/ports.ts";
import { createStateReader, textOfState } from "../../app/state-text.ts";
import { AppError } from "../../errors.ts";
import { createGroupCommit, type StoreWork } from "./group-commit.ts";
import { type OpenDatabase, openSqliteDatabase } from "./sqlite-database.ts";
import type { Statement } from "./statement.ts";
import { createStatements } from "./statements.ts";
import { isBusy, toStoreError } from "./store-errors.ts";

/** What must survive a restart. Every method throws AppError `store_failed` when the store cannot be read or written. */
export interface Store extends ConversationStore, ChatPlaceStore, UpdateLog, AnsweredQuestionStore {
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

/** PostgreSQL gives a bigint as a string. */
const TimeMs = z.coerce.number().int().nonnegative();
const ConversationRow = z.object({ state: z.string(), updated_at_ms: TimeMs });
const ChatRow = z.object({ place: z.string() });
const QuestionRow = z.object({ question: z.string(), state: z.string(), asked_at_ms: TimeMs });

const ID_CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62¹⁰ ids: two of a million questions share one with a chance below one in a million. */
const ID_LENGTH = 10;
const ID_ATTEMPTS = 5;

function createStore({ db, close }: OpenDatabase): Store {
  const commits = createGroupCommit(db, isBusy);
  const statements = createStatements(db);
  const readState = createStateReader();
  const inStore = <T>(work: StoreWork<T>): Promise<T> => commits.run(work).catch(fail);
  const forget = (statement: Statement<{ readonly timeMs: number }, unknown>, timeMs: number): Promise<void> =>
    inStore(async (transaction) => {
      await statement(transaction, { timeMs });
    });
  return {
    loadConversation: (key) =>
      inStore(async (transaction) => {
        const { rows } = await statements.loadConversation(transaction, { key });
        const { data: row } = ConversationRow.safeParse(rows[0]);
        const read = row && readState(row.state);
        return row && read && { ...read, updatedAtMs: row.updated_at_ms };
      }),
    saveConversation: (key, { state, updatedAtMs }) =>
      inStore(async (transaction) => {
        await statements.saveConversation(transaction, { key, state: textOfState(state), updatedAtMs });
      }),
    deleteConversation: (key) =>
      inStore(async (transaction) => {
        await statements.deleteConversation(transaction, { key });
      }),
    forgetConversationsBefore: (timeMs) => forget(statements.forgetConversations, timeMs),
    loadPlace: (key) =>
      inStore(async (transaction) => {
        const { rows } = await statements.loadPlace(transaction, { key });
        return ChatRow.safeParse(rows[0]).data?.place;
      }),
    savePlace: (key, place) =>
      inStore(async (transaction) => {
        await (place === undefined ? statements.deletePlace(transaction, { key }) : statements.savePlace(transaction, { key, place }));
      }),
    takeUpdate: (platform, updateId, nowMs) =>
      inStore(async (transaction) => inserted(await statements.takeUpdate(transaction, { platform, updateId, nowMs }))),
    forgetUpdatesBefore: (timeMs) => forget(statements.forgetUpdates, timeMs),
    saveQuestion: ({ question, state, askedAtMs }) =>
      inStore(async (transaction) => {
        const values = { question, state: textOfState(state), askedAtMs };
        for (let attempt = 0; attempt < ID_ATTEMPTS; attempt += 1) {
          const id = shortId();
          if (inserted(await statements.saveQuestion(transaction, { id, ...values }))) return id;
        }
        throw new AppError("store_failed", "没有找到未用过的编号，这个问题未能保存：请再问一次。");
      }),
    loadQuestion: (id) =>
      inStore(async (transaction) => {
        const { rows } = await statements.loadQuestion(transaction, { id });
        const { data: row } = QuestionRow.safeParse(rows[0]);
        const read = row && readState(row.state);
        return row && read && { ...read, question: row.question, askedAtMs: row.asked_at_ms };
      }),
    forgetQuestionsBefore: (timeMs) => forget(statements.forgetQuestions, timeMs),
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

function inserted({ numAffectedRows }: QueryResult<unknown>): boolean {
  return numAffectedRows !== undefined && numAffectedRows > 0n;
}

function shortId(): string {
  return Array.from({ length: ID_LENGTH }, () => ID_CHARACTERS.charAt(randomInt(ID_CHARACTERS.length))).join("");
}
