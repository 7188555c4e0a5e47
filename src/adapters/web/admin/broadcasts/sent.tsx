import { retryBroadcast, standingOf } from "../../../../app/office/broadcast.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { ACTOR } from "../audited.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminRoutes } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import * as say from "./messages.zh.ts";
import { aboutBroadcast, BROADCASTS, type BroadcastPages, changing, showBroadcast } from "./pages.ts";

/** What is done with a broadcast that was confirmed: it is followed, tried again, taken back. */
export function mountSent(routes: AdminRoutes, pages: BroadcastPages): void {
  const { recalls, site } = pages;
  routes.get(`${BROADCASTS}/:id`, async (request) => await showBroadcast(pages, await aboutBroadcast(pages, request)));

  const retry = changing(pages, async (about) => {
    const { office, broadcast } = about;
    const count = await retryBroadcast(office, broadcast, ACTOR, broadcast.progressMessage);
    return await showBroadcast(pages, about, count === undefined ? { fault: say.NOT_OPEN } : { notice: say.retried(count) });
  });
  routes.post(`${BROADCASTS}/:id/retry`, retry);

  routes.get(`${BROADCASTS}/:id/recall`, async (request) => {
    const about = await aboutBroadcast(pages, request);
    const { office, broadcast } = about;
    if (broadcast.state === "draft") return await showBroadcast(pages, about);
    const lines = say.recallQuestion(await standingOf(office, broadcast), site.admin.health().hasTelegram);
    return request.send(say.RECALL_TITLE, <RecallForm visitor={request.visitor} broadcast={broadcast} lines={lines} />);
  });
  routes.post(`${BROADCASTS}/:id/recall`, async (request) => {
    const about = await aboutBroadcast(pages, request);
    if (about.broadcast.state === "draft") return await showBroadcast(pages, about);
    const recall = await recalls.start(about.office, about.broadcast);
    const notice = recall === undefined ? say.RECALLING : say.recallReport(recall);
    return await showBroadcast(pages, await aboutBroadcast(pages, request), { notice });
  });
}

function RecallForm({ visitor, broadcast, lines }: { readonly visitor: Visitor; readonly broadcast: Broadcast; readonly lines: readonly string[] }) {
  const path = `${BROADCASTS}/${broadcast.id}`;
  return (
    <AdminForm visitor={visitor} action={`${path}/recall`} class="stack">
      <p>{say.nameOf(broadcast.notice)}</p>
      <ul class="lines">
        {lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <div class="row">
        <button type="submit">{say.RECALL_YES}</button>
        <a href={path}>{say.TO_ONE}</a>
      </div>
    </AdminForm>
  );
}
