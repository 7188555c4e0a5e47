import type { Context } from "grammy";
import type { Chat, Message } from "grammy/types";
import { isExportWish } from "../../../app/duties/export-wish.ts";
import { recordFeedback } from "../../../app/office/feedback.ts";
import { roleOf } from "../../../app/office/office.ts";
import type { ConversationRecord, StoredQuestion } from "../../../app/ports.ts";
import { textOfState } from "../../../app/state-text.ts";
import type { Answer } from "../../../core/answer/index.ts";
import { answerFile } from "./answer-file.ts";
import type { Assistant } from "./assistant.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import {
  COMMANDS,
  greeting,
  help,
  NO_QUESTION,
  NOT_TEXT,
  noPlaceSettled,
  notAllowed,
  placeForgotten,
  placeUnknown,
  settledPlace,
  UNKNOWN_COMMAND,
  usage,
} from "./messages.zh.ts";
import { refusalOf, runCommand } from "./office/command.ts";
import { menuFor } from "./office/menu.ts";
import { takeNote } from "./office/progress-note.ts";
import { offerProgress } from "./office/progress-offer.ts";
import { nameOfPerson, personOf } from "./office/standing.ts";
import { askerOf, takeReply } from "./office/take-reply.ts";
import type { TelegramRequest } from "./request.ts";
import { say, send } from "./send.ts";
import { sendTable } from "./send-table.ts";
import { hasButtons, showAnswer } from "./shown-answer.ts";
import { conversationKey, placeKey, type TurnBefore } from "./turn-before.ts";

/** Questions that the commands stand for; kept like any other, so that their pages turn after a restart. */
const UNITS_QUESTION = "/units";
const DOCUMENTS_QUESTION = "/doc";

/** Conversations are taken up for half an hour, so a moment does not count. */
const SAME_TURN_MS = 60_000;

/** A message that the bot answers. */
export type RequestContext = Context & { readonly msg: Message };

/** Answers what a message asks. @param before what `loadTurnBefore` gave for it */
export async function answerMessage(
  dependencies: TelegramDependencies,
  ctx: RequestContext,
  request: TelegramRequest,
  before: TurnBefore | undefined,
): Promise<void> {
  const { msg } = ctx;
  if (!(await isAllowed(dependencies, msg.chat))) return await say(ctx, msg, notAllowed(msg.chat.id));
  if (before?.awaited !== undefined && (await takeReply(dependencies, ctx, before.awaited))) return;
  switch (request.kind) {
    case "question":
      if (isExportWish(request.question)) return await sendTable(dependencies, ctx, msg, before?.state ?? null);
      if (dependencies.office && (await takeNote(dependencies.office, ctx, request.question))) return;
      return await answerQuestion(dependencies, ctx, request.question, before);
    case "units":
      return await answerFacts(dependencies, ctx, await dependencies.assistant.units(), UNITS_QUESTION);
    case "documents":
      return await answerFacts(dependencies, ctx, await dependencies.assistant.documents(), DOCUMENTS_QUESTION);
    case "start":
      await dependencies.stores.conversations.deleteConversation(conversationKey(msg));
      return msg.chat.type === "private" ? await say(ctx, msg, greeting()) : await sayHelp(dependencies, ctx);
    case "help":
      return await sayHelp(dependencies, ctx);
    case "here":
      return await settlePlace(dependencies, ctx, request.words);
    case "usage":
      return await say(ctx, msg, usage(request.command));
    case "unknown_command":
      return await say(ctx, msg, UNKNOWN_COMMAND);
    case "not_text":
      return await say(ctx, msg, NOT_TEXT);
    case "no_question":
      return await say(ctx, msg, NO_QUESTION);
    case "office":
      return await (dependencies.office
        ? runCommand(dependencies.office, ctx, request.command, request.words, askerOf(dependencies, ctx.msg))
        : say(ctx, msg, UNKNOWN_COMMAND));
    case "file":
      return await answerFile(dependencies, ctx, request.file);
  }
}

/** In private, with the further commands of whoever has a role. */
async function sayHelp({ office }: TelegramDependencies, ctx: RequestContext): Promise<void> {
  const place = ctx.msg.chat.type === "private" ? "private" : "group";
  const role = office && place === "private" ? await roleOf(office, personOf(ctx)) : "member";
  await say(ctx, ctx.msg, help(ctx.me.username, place === "group", office ? menuFor(role, place) : COMMANDS));
}

/** Whether the chat is one of `TELEGRAM_ALLOWED_CHATS`, or the private chat of somebody with a role. A private chat has the id of its person. */
export async function isAllowed({ settings, office }: TelegramDependencies, { id, type }: Pick<Chat, "id" | "type">): Promise<boolean> {
  if (settings.allowedChats === undefined || settings.allowedChats.includes(id)) return true;
  return type === "private" && office !== undefined && (await roleOf(office, nameOfPerson({ id }))) !== "member";
}

/** Makes the answer of a stored question again. */
export async function answerAgain(assistant: Assistant, { question, state }: StoredQuestion): Promise<Answer> {
  if (question === UNITS_QUESTION) return await assistant.units();
  if (question === DOCUMENTS_QUESTION) return await assistant.documents();
  return (await assistant.ask(question, state)).answer;
}

async function answerQuestion(dependencies: TelegramDependencies, ctx: RequestContext, question: string, turn: TurnBefore | undefined): Promise<void> {
  const before = turn?.state ?? null;
  const record = turn?.record;
  const { answer, state } = await dependencies.assistant.ask(question, before);
  const next = { state, updatedAtMs: dependencies.clock() };
  const [questionId] = await Promise.all([
    keepQuestion(dependencies, answer, question, before),
    record && isAsGood(record, next) ? undefined : dependencies.stores.conversations.saveConversation(conversationKey(ctx.msg), next),
    dependencies.office && answer.behaviour === "not_found" ? recordFeedback(dependencies.office, question, "not_found") : undefined,
  ]);
  await sendAnswer(dependencies, ctx, answer, questionId);
}

/** Whether the record that is stored says what the next one would: the same turn again, moments later. */
function isAsGood(stored: ConversationRecord, next: ConversationRecord): boolean {
  return next.updatedAtMs - stored.updatedAtMs < SAME_TURN_MS && textOfState(next.state) === textOfState(stored.state);
}

/** `/here 西平县` settles the county of the chat, `/here 不限` takes it away, `/here` alone says which it is. */
async function settlePlace({ assistant, stores, office }: TelegramDependencies, ctx: RequestContext, words: string): Promise<void> {
  const key = placeKey(ctx.msg);
  const refusal = words === "" || !office ? undefined : await refusalOf(office, ctx, ctx.msg, SETTLE_PLACE);
  if (refusal !== undefined) return await say(ctx, ctx.msg, refusal);
  const settle = async (place: string | undefined): Promise<void> => {
    await stores.places.savePlace(key, place);
    await office?.stores.audit({ atMs: office.clock(), actor: personOf(ctx), action: SETTLE_PLACE.name, object: key, result: "done", detail: place ?? "" });
  };
  if (FORGETS_PLACE.test(words)) {
    await settle(undefined);
    return await say(ctx, ctx.msg, placeForgotten());
  }
  const { place, known } = await assistant.findPlace(words);
  if (words !== "" && place === undefined) return await say(ctx, ctx.msg, placeUnknown(known));
  if (place !== undefined) await settle(place);
  const settled = place ?? (await stores.places.loadPlace(key));
  await say(ctx, ctx.msg, settled === undefined ? noPlaceSettled(known) : settledPlace(settled, known));
}

/** The county is a setting of the chat like its unit. */
const SETTLE_PLACE = { name: "here", right: "set_chat" } as const;
const FORGETS_PLACE = /^(?:不限|取消|全部|清除|所有县?)$/u;

/** Answers a command that stands for a question of its own; the conversation goes on as if it had not been asked. */
async function answerFacts(dependencies: TelegramDependencies, ctx: RequestContext, answer: Answer, command: string): Promise<void> {
  await sendAnswer(dependencies, ctx, answer, await keepQuestion(dependencies, answer, command, null));
}

/** @returns the id for the buttons; empty where the answer has none */
async function keepQuestion({ stores, clock }: TelegramDependencies, answer: Answer, question: string, state: unknown): Promise<string> {
  return hasButtons(answer) ? await stores.questions.saveQuestion({ question, state, askedAtMs: clock() }) : "";
}

async function sendAnswer({ office }: TelegramDependencies, ctx: RequestContext, answer: Answer, questionId: string): Promise<void> {
  const page = showAnswer(answer, questionId, 1, office !== undefined);
  if (!page) return await say(ctx, ctx.msg, NO_QUESTION);
  const rows = [...(page.buttons?.inline_keyboard ?? []), ...(office ? await offerProgress(office, ctx, answer) : [])];
  await send(ctx, ctx.msg, { ...page, buttons: rows.length > 0 ? { inline_keyboard: rows } : undefined });
}
