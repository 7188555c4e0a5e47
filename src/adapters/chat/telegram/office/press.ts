import type { Context, Filter } from "grammy";
import type { InlineKeyboardButton, InlineKeyboardMarkup, MaybeInaccessibleMessage } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";
import type { Right } from "../../../../app/office/rights.ts";
import { editOrSend, sentencePage } from "../send.ts";
import type { AskFor } from "./ask-for.ts";
import { refusalOf } from "./command.ts";

/** A button of the office, pressed. */
export type OfficePressContext = Filter<Context, "callback_query:data">;

/** What a button of the office does. Its callback data is `<name>:<rest>`; rights are checked when it is pressed. */
export interface OfficePress {
  /** At least two letters, so that it is told from the one-letter buttons of answers and files. */
  readonly name: string;
  /** Asked anew for whoever presses. */
  readonly right: Right;
  /** @param askFor lets the person's next message be a reply @returns what they are told in passing, if anything */
  press(office: Office, ctx: OfficePressContext, message: MaybeInaccessibleMessage, rest: string, askFor: AskFor): Promise<string | undefined>;
}

/** Does what a button says if the person has the right; a refusal is recorded. @returns what the person is told in passing, if anything */
export async function runPress(
  office: Office,
  ctx: OfficePressContext,
  message: MaybeInaccessibleMessage,
  press: OfficePress,
  rest: string,
  askFor: AskFor,
): Promise<string | undefined> {
  return (await refusalOf(office, ctx, message, press)) ?? (await press.press(office, ctx, message, rest, askFor));
}

const MAX_DATA_BYTES = 64;

/** A button; none where its data would be longer than Telegram takes. */
export function buttonFor(text: string, { name }: Pick<OfficePress, "name">, rest: string): readonly InlineKeyboardButton[] {
  const data = `${name}:${rest}`;
  return Buffer.byteLength(data) <= MAX_DATA_BYTES ? [{ text, callback_data: data }] : [];
}

/** One button a row; undefined for none. */
export function columnOf(...buttons: readonly (readonly InlineKeyboardButton[])[]): InlineKeyboardMarkup | undefined {
  const rows = buttons.flat().map((button) => [button]);
  return rows.length > 0 ? { inline_keyboard: rows } : undefined;
}

/** Puts words in the place of those above the button that was pressed; below them where these are too old to be edited. */
export function showInstead(ctx: Context, message: MaybeInaccessibleMessage, text: string, buttons?: InlineKeyboardMarkup): Promise<void> {
  return editOrSend(ctx.api, message, sentencePage(text, buttons));
}
