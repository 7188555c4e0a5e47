import { progressTable } from "../../../../app/office/progress-table.ts";
import { NO_ASSESSMENT } from "../../../../app/office/progress-words.zh.ts";
import { renderNotice } from "../render-notice.ts";
import { say, send } from "../send.ts";
import type { OfficeCommand } from "./command.ts";
import * as zh from "./progress-messages.zh.ts";
import { nameOfChat, personOf } from "./standing.ts";

/** `/progress 县司法局`: a unit's duties with what it said of them. Alone: the giver's unit, or the chat's. */
export const progressCommand: OfficeCommand = {
  name: "progress",
  summary: zh.PROGRESS_SUMMARY,
  right: "see_progress",
  async run(office, ctx, words) {
    const own = (await office.stores.roleOf(personOf(ctx)))?.unit ?? (await office.stores.chat(nameOfChat(ctx.msg)))?.unit;
    if (words === "" && own === undefined) return await say(ctx, ctx.msg, zh.WHOSE_PROGRESS);
    const found = words === "" ? { kind: "unit" as const, name: own ?? "" } : await office.findUnit(words);
    if (found.kind === "choices") return await say(ctx, ctx.msg, zh.whichUnit(found.choices));
    if (found.kind === "unknown") return await say(ctx, ctx.msg, zh.NO_SUCH_UNIT);
    const rows = await progressTable(office, found.name);
    if (rows.length === 0) return await say(ctx, ctx.msg, zh.noDuties(found.name));
    const table = { title: zh.tableTitle(found.name, rows.length), paragraphs: rows.map(zh.tableRow), footer: `${NO_ASSESSMENT}\n${zh.WHOLE_TABLE}` };
    await send(ctx, ctx.msg, { ...renderNotice(table), buttons: undefined });
  },
};
