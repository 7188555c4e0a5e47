import type { Message } from "grammy/types";
import { stateAt, withPlace, withUnit } from "../../../app/conversation.ts";
import type { Office } from "../../../app/office/office.ts";
import type { ConversationRecord, StoredQuestion } from "../../../app/ports.ts";
import { mayMeanUs } from "../../../core/question/index.ts";
import { questionBehind } from "./buttons.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { nameOfPerson } from "./office/standing.ts";
import type { TelegramRequest } from "./request.ts";

/** What a question goes on from. */
export interface TurnBefore {
  /** Opaque; null at the start of a conversation. */
  readonly state: unknown;
  /** What is stored of the person's conversation. */
  readonly record: ConversationRecord | undefined;
}

/**
 * What a question goes on from: the older message of ours that it replies to, else the person's last turn while that is
 * not over; in the county that was settled for the chat, as one of the unit that it is bound to. Undefined for what is no question.
 */
export async function loadTurnBefore(dependencies: TelegramDependencies, message: Message, request: TelegramRequest): Promise<TurnBefore | undefined> {
  if (request.kind !== "question") return undefined;
  const { stores, office, clock } = dependencies;
  const questionId = questionBehind(message.reply_to_message?.reply_markup);
  const [record, place, unit, replied] = await Promise.all([
    stores.conversations.loadConversation(conversationKey(message)),
    stores.places.loadPlace(placeKey(message)),
    office && mayMeanUs(request.question) ? loadUnit(office, message) : undefined,
    questionId === undefined ? undefined : stores.questions.loadQuestion(questionId),
  ]);
  const state = replied ? await stateAfter(dependencies, replied) : stateAt(record, clock());
  return { state: withUnit(withPlace(state, place), unit), record };
}

/** What 我们局 means: the unit of the chat, else that of the person's own chat with the bot. */
async function loadUnit({ stores }: Office, message: Message): Promise<string | undefined> {
  const [here, own] = await Promise.all([stores.chat(placeKey(message)), message.sender_chat ? undefined : stores.chat(nameOfPerson(message.from))]);
  return here?.unit ?? own?.unit;
}

/** A stored question is asked again; what it leaves is the same as then, unless the documents changed. */
async function stateAfter({ assistant }: TelegramDependencies, { question, state }: StoredQuestion): Promise<unknown> {
  return (await assistant.ask(question, state)).state;
}

/** One conversation for each person in each chat. An anonymous administrator is known by the chat they speak for. */
export function conversationKey(message: Message): string {
  return `telegram:${message.chat.id}:${message.sender_chat?.id ?? message.from?.id ?? 0}`;
}

/** One settled county for each chat. */
export function placeKey(message: Message): string {
  return `telegram:${message.chat.id}`;
}
