import { type Context, type Filter, GrammyError } from "grammy";
import type { StoredQuestion } from "../../../app/ports.ts";
import { answerAgain, isAllowed } from "./answer-message.ts";
import { type ButtonAction, parseButton } from "./buttons.ts";
import { decideFile } from "./decide-file.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { parseFeedback } from "./feedback-buttons.ts";
import { parseFileButton } from "./file-buttons.ts";
import { EXPIRED, NOT_EDITABLE, notAllowed } from "./messages.zh.ts";
import { runPress } from "./office/press.ts";
import { OFFICE_PRESSES } from "./office/registry.ts";
import { askerOf } from "./office/take-reply.ts";
import { edit, send } from "./send.ts";
import { sendTable } from "./send-table.ts";
import { type ShownPage, showAnswer, showOtherYears, showSources } from "./shown-answer.ts";
import { takeFeedback } from "./take-feedback.ts";

/** A button pressed. */
export type PressContext = Filter<Context, "callback_query:data">;

/** Answers a button: another page in place; the words behind an answer, or how it was found, as a reply below it. */
export async function answerPress(dependencies: TelegramDependencies, ctx: PressContext): Promise<void> {
  await endWaiting(ctx, await press(dependencies, ctx));
}

/** @returns what the reader is told in passing, if anything */
async function press(dependencies: TelegramDependencies, ctx: PressContext): Promise<string | undefined> {
  const { message } = ctx.callbackQuery;
  const decision = parseFileButton(ctx.callbackQuery.data);
  if (decision && message) return await decideFile(dependencies, ctx, message, decision);
  const [name = "", ...rest] = ctx.callbackQuery.data.split(":");
  const officePress = OFFICE_PRESSES.find((candidate) => candidate.name === name);
  if (officePress && message && dependencies.office) {
    if (!(await isAllowed(dependencies, message.chat))) return notAllowed(message.chat.id);
    return await runPress(dependencies.office, ctx, message, officePress, rest.join(":"), askerOf(dependencies, { chat: message.chat, from: ctx.from }));
  }
  const feedback = parseFeedback(ctx.callbackQuery.data);
  if (feedback && message) return await takeFeedback(dependencies, ctx, message, feedback);
  const action = parseButton(ctx.callbackQuery.data);
  if (!action || !message) return EXPIRED;
  if (!(await isAllowed(dependencies, message.chat))) return notAllowed(message.chat.id);
  const stored = await dependencies.stores.questions.loadQuestion(action.questionId);
  if (!stored) return EXPIRED;
  if (action.kind === "x") {
    await sendTable(dependencies, ctx, message, (await dependencies.assistant.ask(stored.question, stored.state)).state);
    return undefined;
  }
  const page = await pageFor(action, stored, dependencies);
  if (!page) return EXPIRED;
  if (IN_PLACE.has(action.kind)) return (await edit(ctx.api, message.chat.id, message.message_id, page)) ? undefined : NOT_EDITABLE;
  await send(ctx, message, page, true);
  return undefined;
}

/** Buttons that turn a page. */
const IN_PLACE: ReadonlySet<ButtonAction["kind"]> = new Set(["p", "q", "z"]);

/** What a button shows, made again from the stored question. */
async function pageFor(
  { kind, questionId, page }: ButtonAction,
  stored: StoredQuestion,
  { assistant, office }: TelegramDependencies,
): Promise<ShownPage | undefined> {
  if (kind === "y" || kind === "z") {
    const answer = await assistant.inOtherYears(stored.question, stored.state);
    return answer && showOtherYears(answer, questionId, page);
  }
  if (kind === "w") return showAnswer(await assistant.explain(stored.question, stored.state), questionId, page, false);
  const answer = await answerAgain(assistant, stored);
  return kind === "p" ? showAnswer(answer, questionId, page, office !== undefined) : showSources(answer, questionId, page);
}

/** Ends the waiting mark on the button. Telegram refuses that for a press of long ago, which is no failure. */
async function endWaiting(ctx: PressContext, text: string | undefined): Promise<void> {
  try {
    await ctx.answerCallbackQuery(text === undefined ? {} : { text });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
