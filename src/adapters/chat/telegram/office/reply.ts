import type { Office } from "../../../../app/office/office.ts";
import type { Right } from "../../../../app/office/rights.ts";
import type { AskFor } from "./ask-for.ts";
import type { CommandContext } from "./command.ts";

/** Takes what somebody was asked for. */
export interface OfficeReply {
  readonly name: string;
  readonly right: Right;
  /**
   * @param rest as it was given to `askFor`, behind the name
   * @returns false where nothing waits for it any more, so that the message is what it is
   */
  take(office: Office, ctx: CommandContext, rest: string, askFor: AskFor): Promise<boolean>;
}
