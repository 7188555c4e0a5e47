import { bytesOf, exportTurn } from "../../../../app/duties/export-duties.ts";
import { WebFault } from "../../fault.ts";
import type { Feature } from "../../feature.ts";
import { nothingToExport } from "../../messages.zh.ts";
import { holdBack } from "../../rate-limit.ts";
import { sendExport } from "../../send-export.ts";
import { loadTurn, readAskRequest } from "./turn.ts";

/** The tasks that an answer lists as a table, under the address of its question: `/ask.xlsx?q=…`. */
export const exportAnswer: Feature = {
  mount(app, site) {
    app.get("/ask.xlsx", holdBack(site), async (c) => {
      const request = readAskRequest(c);
      if (!request) return c.redirect("/", 303);
      const { question, state } = await loadTurn(site, request.asked);
      const turn = await site.assistant.ask(question, state);
      const exported = exportTurn(await site.assistant.corpus(), turn.state, site.clock());
      if (!exported) throw new WebFault(404, nothingToExport());
      return sendExport(c, exported.name, await bytesOf(exported, "xlsx", site.spreadsheets), "xlsx");
    });
  },
};
