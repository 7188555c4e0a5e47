import * as z from "zod";
import type { AnsweredQuestionStore, ChatPlaceStore, ConversationStore, UpdateLog } from "../../app/ports.ts";
import { createStateReader, textOfState } from "../../app/state-text.ts";
import { AppError } from "../../errors.ts";
import type { InStore } from "./group-commit.ts";
import { hasChanged, TimeMs } from "./rows.ts";
import { shortId } from "./short-id.ts";
import type { Statement } from "./statement.ts";
import type { createStatements } from "./statements.ts";

/** What the bot remembers from one message to the next. */
export interface BotMemory extends ConversationStore, ChatPlaceStore, UpdateLog, AnsweredQuestionStore {
  /** Forgets conversations whose last turn was before the time, in epoch milliseconds. */
  forgetConversationsBefore(timeMs: number): Promise<void>;
  /** Forgets answered questions asked before the time, in epoch milliseconds; their buttons then answer that they are too old. */
  forgetQuestionsBefore(timeMs: number): Promise<void>;
}

const ConversationRow = z.object({ state: z.string(), updated_at_ms: TimeMs });
const PlaceRow = z.object({ place: z.string() });
const QuestionRow = z.object({ question: z.string(), state: z.string(), asked_at_ms: TimeMs });

const ID_ATTEMPTS = 5;

export function createBotMemory(inStore: InStore, statements: ReturnType<typeof createStatements>): BotMemory {
  const readState = createStateReader();
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
        return PlaceRow.safeParse(rows[0]).data?.place;
      }),
    savePlace: (key, place) =>
      inStore(async (transaction) => {
        await (place === undefined ? statements.deletePlace(transaction, { key }) : statements.savePlace(transaction, { key, place }));
      }),
    takeUpdate: (platform, updateId, nowMs) =>
      inStore(async (transaction) => hasChanged(await statements.takeUpdate(transaction, { platform, updateId, nowMs }))),
    forgetUpdatesBefore: (timeMs) => forget(statements.forgetUpdates, timeMs),
    saveQuestion: ({ question, state, askedAtMs }) =>
      inStore(async (transaction) => {
        const values = { question, state: textOfState(state), askedAtMs };
        for (let attempt = 0; attempt < ID_ATTEMPTS; attempt += 1) {
          const id = shortId();
          if (hasChanged(await statements.saveQuestion(transaction, { id, ...values }))) return id;
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
  };
}
