import { loadMisses } from "../../../../app/office/feedback.ts";
import { renderNotice } from "../render-notice.ts";
import { say, send } from "../send.ts";
import type { OfficeCommand } from "./command.ts";
import * as zh from "./misses-messages.zh.ts";

/** `/misses`: what found nothing and what was judged wrong, so that documents, names and words can be mended. */
export const missesCommand: OfficeCommand = {
  name: "misses",
  summary: zh.MISSES_SUMMARY,
  right: "see_misses",
  async run(office, ctx) {
    const misses = await loadMisses(office.stores);
    if (misses.length === 0) return await say(ctx, ctx.msg, zh.NO_MISSES);
    const list = { title: zh.missesTitle(misses.length), paragraphs: misses.map(zh.missLine), footer: zh.MISSES_FOOTER };
    await send(ctx, ctx.msg, { ...renderNotice(list), buttons: undefined });
  },
};
