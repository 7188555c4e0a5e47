import type { Message } from "grammy/types";
import { awaitedAt, stateAt, withPlace, withUnit } from "../../../app/conversation.ts";
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
  /** Which reply of the office the message is for, where the person was asked for words. */
  readonly awaited: string | undefined;
}

/** What may be the words or the file that a person was asked for. */
const REPLIES: ReadonlySet<TelegramRequest["kind"]> = new Set(["question", "file", "not_text"]);

/**
 * What a question goes on from: the older message of ours that it replies to, else the person's last turn while that is
 * not over; in the county that was settled for the chat, as one of the unit that it is bound to. Undefined for what is no question and no reply.
 */
export async function loadTurnBefore(dependencies: TelegramDependencies, message: Message, request: TelegramRequest): Promise<TurnBefore | undefined> {
  if (!REPLIES.has(request.kind)) return undefined;
  const { stores, office, clock } = dependencies;
  const questionId = questionBehind(message.reply_to_message?.reply_markup);
  const [record, place, unit, replied] = await Promise.all([
    stores.conversations.loadConversation(conversationKey(message)),
    stores.places.loadPlace(placeKey(message)),
    office && request.kind === "question" && mayMeanUs(request.question) ? loadUnit(office, message) : undefined,
    questionId === undefined ? undefined : stores.questions.loadQuestion(questionId),
  ]);
  // Who gives a command answers nothing.
  const awaited = message.text?.startsWith("/") ? undefined : awaitedAt(record, clock());
  const before = awaited === undefined ? stateAt(record, clock()) : null;
  const state = replied ? await stateAfter(dependencies, replied) : before;
  return { state: withUnit(withPlace(state, place), unit), record, awaited };
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

/** Who says something where: what of a message tells it. */
export type Speaker = Pick<Message, "chat" | "from" | "sender_chat">;

/** One conversation for each person in each chat. An anonymous administrator is known by the chat they speak for. */
export function conversationKey({ chat, sender_chat: senderChat, from }: Speaker): string {
  return `telegram:${chat.id}:${senderChat?.id ?? from?.id ?? 0}`;
}

/** One settled county for each chat. */
export function placeKey(message: Message): string {
  return `telegram:${message.chat.id}`;
}
