import { dateInChina } from "../../../../app/date-in-china.ts";
import { type DueList, listDue } from "../../../../app/office/due-list.ts";
import { loadWorkingDays } from "../../../../app/office/working-days.ts";
import { MAX_MESSAGE_CHARACTERS } from "../fit.ts";
import { say } from "../send.ts";
import type { OfficeCommand } from "./command.ts";
import { dueLeftOut } from "./messages.zh.ts";

/** `/due 县司法局 下季度`: what is due. Where no unit is named, the chat's own, if it is bound to one. */
export const dueCommand: OfficeCommand = {
  name: "due",
  summary: "看到期的任务，例如 /due 本月，/due 县司法局 下季度",
  right: "ask",
  async run({ stores, corpus, holidayTable, clock }, ctx, words) {
    const [known, days, chat] = await Promise.all([corpus(), loadWorkingDays(stores, holidayTable), stores.chat(`telegram:${ctx.msg.chat.id}`)]);
    await say(ctx, ctx.msg, textOf(listDue(words, chat?.unit, known, days, dateInChina(clock()))));
  },
};

/** As many tasks as a message holds; how many are left is said. */
function textOf({ title, paragraphs, notes }: DueList): string {
  for (let shown = paragraphs.length; ; shown -= 1) {
    const left = paragraphs.length - shown;
    const text = [title, ...paragraphs.slice(0, shown), ...notes, ...(left > 0 ? [dueLeftOut(left)] : [])].join("\n\n");
    if (text.length <= MAX_MESSAGE_CHARACTERS || shown === 0) return text.slice(0, MAX_MESSAGE_CHARACTERS);
  }
}
