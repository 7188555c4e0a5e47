import { quietChat } from "../../../../app/office/chats.ts";
import { parseQuietHours } from "../../../../core/reminders/quiet-hours.ts";
import { say } from "../send.ts";
import { changedChat } from "./changed-chat.ts";
import type { OfficeCommand } from "./command.ts";
import * as zh from "./settings-messages.zh.ts";
import { nameOfChat, personOf } from "./standing.ts";

/** `/quiet 20:00-8:00`, `/quiet 取消`; without words it says what is settled. */
export const quietCommand: OfficeCommand = {
  name: "quiet",
  summary: "设免打扰时段，例如 /quiet 20:00-8:00；/quiet 取消",
  right: "set_chat",
  async run(office, ctx, words) {
    const settle = (quiet: Parameters<typeof quietChat>[3]) => quietChat(office, personOf(ctx), changedChat(ctx.msg.chat), quiet);
    if (words === "") {
      const quiet = (await office.stores.chat(nameOfChat(ctx.msg)))?.quiet;
      return await say(ctx, ctx.msg, quiet ? zh.quietNow(quiet) : zh.NOT_QUIET);
    }
    if (/^(?:取消|不限|关闭?|清除)$/u.test(words)) {
      await settle(null);
      return await say(ctx, ctx.msg, zh.QUIET_ENDED);
    }
    const quiet = parseQuietHours(words);
    if (!quiet) return await say(ctx, ctx.msg, zh.QUIET_USAGE);
    await settle(quiet);
    await say(ctx, ctx.msg, zh.quietSet(quiet));
  },
};
