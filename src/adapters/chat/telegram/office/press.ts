import type { Context, Filter } from "grammy";
import type { MaybeInaccessibleMessage } from "grammy/types";
import type { Office } from "../../../../app/office/office.ts";

/** What a button of the office does. Its callback data is `<name>:<rest>`; rights are checked when it is pressed. */
export interface OfficePress {
  /** At least two letters, so that it is told from the one-letter buttons of answers and files. */
  readonly name: string;
  /** @returns what the person is told in passing, if anything */
  press(office: Office, ctx: Filter<Context, "callback_query:data">, message: MaybeInaccessibleMessage, rest: string): Promise<string | undefined>;
}
