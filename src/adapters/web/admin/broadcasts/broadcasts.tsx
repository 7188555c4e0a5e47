import { standingOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import { Paging } from "../../view/paging.tsx";
import { createOneAtATime } from "../one-at-a-time.ts";
import { pageIn } from "../page-in.ts";
import type { AdminRequest, AdminSection } from "../routes.tsx";
import { Table } from "../table.tsx";
import { mountDrafts } from "./drafts.tsx";
import * as say from "./messages.zh.ts";
import { BROADCASTS } from "./pages.ts";
import { printTime } from "./print-time.ts";
import { createRecalls } from "./recall.ts";
import { mountSent } from "./sent.tsx";

const ROWS_A_PAGE = 20;

/** 群发: a notice written, looked at, confirmed, followed, tried again and taken back. */
export const broadcasts: AdminSection = {
  nav: { href: BROADCASTS, label: say.TITLE },
  mount(routes, site) {
    const pages = { site, recalls: createRecalls(site), inTurn: createOneAtATime() };
    routes.get(BROADCASTS, async (request) => await showList(request, await site.office()));
    mountDrafts(routes, pages, showList);
    mountSent(routes, pages);
  },
};

async function showList({ c, send }: AdminRequest, office: Office, notice?: string): Promise<Response> {
  const all = (await office.stores.broadcasts()).toReversed();
  const { number, count } = pageIn(c, all.length, ROWS_A_PAGE);
  const shown = all.slice((number - 1) * ROWS_A_PAGE, number * ROWS_A_PAGE);
  const standings = await Promise.all(shown.map((broadcast) => standingOf(office, broadcast)));
  return send(
    say.TITLE,
    <>
      <p>
        <a href={`${BROADCASTS}/new`}>{say.WRITE}</a>
      </p>
      {all.length === 0 ? (
        <p>{say.NONE}</p>
      ) : (
        <Table
          columns={say.COLUMNS}
          rows={shown.map((broadcast, index) => [
            <a href={`${BROADCASTS}/${broadcast.id}`}>{say.nameOf(broadcast.notice)}</a>,
            say.STATES[broadcast.state],
            printTime(broadcast.plannedAtMs ?? broadcast.createdAtMs),
            standings[index] === undefined || standings[index].total === 0 ? "" : say.progress(standings[index]),
          ])}
        />
      )}
      <Paging number={number} count={count} pathOf={(page) => `${BROADCASTS}?page=${page}`} />
    </>,
    { notice },
  );
}
