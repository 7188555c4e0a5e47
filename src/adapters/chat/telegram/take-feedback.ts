import type { MaybeInaccessibleMessage } from "grammy/types";
import { recordFeedback } from "../../../app/office/feedback.ts";
import { isAllowed } from "./answer-message.ts";
import type { TelegramDependencies } from "./dependencies.ts";
import { type FeedbackAction, withFeedbackNoted } from "./feedback-buttons.ts";
import { EXPIRED, FEEDBACK_NOTED, notAllowed } from "./messages.zh.ts";
import type { OfficePressContext } from "./office/press.ts";
import { editButtons } from "./send.ts";

/** Notes what a reader thinks of an answer. Who it was is not kept, so the buttons give way to 已记下. @returns what they are told in passing */
export async function takeFeedback(
  dependencies: TelegramDependencies,
  ctx: OfficePressContext,
  message: MaybeInaccessibleMessage,
  { questionId, verdict }: FeedbackAction,
): Promise<string> {
  const { office, stores } = dependencies;
  if (!(await isAllowed(dependencies, message.chat))) return notAllowed(message.chat.id);
  const stored = await stores.questions.loadQuestion(questionId);
  if (!office || !stored) return EXPIRED;
  if (verdict === undefined) return FEEDBACK_NOTED;
  await recordFeedback(office, stored.question, verdict);
  if ("reply_markup" in message && message.reply_markup) await editButtons(ctx.api, message, withFeedbackNoted(message.reply_markup, questionId));
  return FEEDBACK_NOTED;
}
