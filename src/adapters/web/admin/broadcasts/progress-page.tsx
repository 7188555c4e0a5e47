import { failedDeliveries, outboxNameOf, standingOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { chatName } from "../chat-name.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminRequest } from "../routes.tsx";
import * as say from "./messages.zh.ts";
import { NoticeView } from "./preview-page.tsx";
import { printTime } from "./print-time.ts";

/** How far a broadcast is, where it failed, and what can be done about it. */
export async function showProgress(
  { send, visitor }: AdminRequest,
  office: Office,
  broadcast: Broadcast,
  said: { readonly notice?: string | undefined; readonly fault?: string | undefined } = {},
): Promise<Response> {
  const path = `/admin/broadcasts/${broadcast.id}`;
  const standing = await standingOf(office, broadcast);
  const failures = await failedDeliveries(office, broadcast);
  const sent = await office.stores.outboxRows({ what: outboxNameOf(broadcast), state: "sent" });
  const maybeTwice = sent.filter((row) => row.maybeTwice).length;
  const { sent: delivered, waiting, sending, parked } = standing.count;
  return send(
    broadcast.notice.title,
    <>
      <section class="panel">
        <p>
          {say.STATES[broadcast.state]}
          {broadcast.plannedAtMs !== undefined && `，${printTime(broadcast.plannedAtMs)}`}
        </p>
        {standing.total > 0 && <p>{say.progress(standing)}</p>}
        {maybeTwice > 0 && <p>{say.maybeTwice(maybeTwice)}</p>}
        {failures.length > 0 && (
          <>
            <h2>{say.FAILED}</h2>
            <ul class="lines">
              {failures.map(({ title, unit, failure }) => (
                <li>{say.failure(chatName({ chat: "", kind: title === undefined ? "private" : "group", title, unit }), failure)}</li>
              ))}
            </ul>
          </>
        )}
        <div class="row">
          {!standing.isOver && <a href={path}>{say.REFRESH}</a>}
          {broadcast.state === "confirmed" && parked > 0 && (
            <AdminForm visitor={visitor} action={`${path}/retry`}>
              <button type="submit">{say.RETRY}</button>
            </AdminForm>
          )}
          {delivered + waiting + sending > 0 && <a href={`${path}/recall`}>{say.RECALL}</a>}
          <a href="/admin/broadcasts">{say.TO_LIST}</a>
        </div>
      </section>
      <NoticeView notice={broadcast.notice} />
    </>,
    said,
  );
}
