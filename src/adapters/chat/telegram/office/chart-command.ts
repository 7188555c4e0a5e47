import { InputFile } from "grammy";
import { findChart } from "../../../../app/pictures/find-chart.ts";
import { cutText } from "../fit.ts";
import { addressOf, say } from "../send.ts";
import { CHART_SUMMARY, NO_PICTURES } from "./chart-messages.zh.ts";
import type { OfficeCommand } from "./command.ts";
import { nameOfChat } from "./standing.ts";

/** As many UTF-16 units as Telegram takes below a photo. */
const MAX_CAPTION_CHARACTERS = 1024;

/** `/chart 县司法局 到期`: a picture of the figures. Without words, of the chat's own unit, else of all units of its county. */
export const chartCommand: OfficeCommand = {
  name: "chart",
  summary: CHART_SUMMARY,
  right: "ask",
  async run(office, ctx, words) {
    if (!office.pictures) return await say(ctx, ctx.msg, NO_PICTURES);
    const here = nameOfChat(ctx.msg);
    const [chat, place] = await Promise.all([office.stores.chat(here), office.stores.loadPlace(here)]);
    const found = await findChart(office, words, { unit: chat?.unit, place });
    if (found.kind === "sentence") return await say(ctx, ctx.msg, found.sentence);
    const photo = new InputFile(await office.pictures.png(found.picture), "chart.png");
    await ctx.api.sendPhoto(ctx.msg.chat.id, photo, { caption: cutText(found.caption, MAX_CAPTION_CHARACTERS), ...addressOf(ctx.msg) });
  },
};
