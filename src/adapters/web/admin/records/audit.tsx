import { momentInChina, timeInChina } from "../../../../app/date-in-china.ts";
import { AUDIT_COLUMNS, actionName, actorName, resultName } from "../../../../app/office/audit-words.zh.ts";
import type { AuditEntry } from "../../../../app/office/ports.ts";
import { parseDate } from "../../../../core/document/calendar.ts";
import type { WebContext } from "../../feature.ts";
import type { AdminSection } from "../routes.tsx";
import { sendCsv } from "../send-csv.ts";
import { Table } from "../table.tsx";
import * as say from "./messages.zh.ts";

const PATH = "/admin/audit";
const ROWS_A_PAGE = 50;
const DAY_MINUTES = 24 * 60;
/** A year of a busy office has fewer entries; whoever asks for a page behind that is shown none. */
const MOST_PAGES = 10_000;

/** 审计: who did what, when, with what result. */
export const audit: AdminSection = {
  nav: { href: PATH, label: say.AUDIT },
  mount(routes, { office, admin }) {
    routes.get(PATH, async ({ c, send }) => {
      const { stores } = await office();
      const days = daysIn(c);
      const page = Math.min(MOST_PAGES, Math.max(1, Math.trunc(Number(c.req.query("page") ?? "1")) || 1));
      // One more than is shown tells whether there are older ones.
      const found = (await stores.auditEntries({ ...days.filter, limit: ROWS_A_PAGE + 1, skip: (page - 1) * ROWS_A_PAGE })).toReversed();
      return send(
        say.AUDIT,
        <>
          <p class="hint">{say.AUDIT_HINT}</p>
          <Days days={days} />
          {found.length === 0 ? <p>{say.NO_ENTRIES}</p> : <Table columns={AUDIT_COLUMNS} rows={found.slice(0, ROWS_A_PAGE).map(rowOf)} />}
          <Turning days={days} page={page} hasOlder={found.length > ROWS_A_PAGE} />
        </>,
        { fault: days.fault },
      );
    });
    routes.get(`${PATH}/export`, async ({ c }) => {
      const entries = await (await office()).stores.auditEntries(daysIn(c).filter);
      return sendCsv(c, admin.toCsv([AUDIT_COLUMNS, ...entries.map(rowOf)]), "audit.csv");
    });
  },
};

/** The days that are looked at, whole ones. */
interface Days {
  readonly from: string;
  readonly until: string;
  readonly filter: { readonly sinceMs?: number; readonly untilMs?: number };
  readonly fault: string | undefined;
}

function daysIn(c: WebContext): Days {
  const [from, until] = [c.req.query("from")?.trim() ?? "", c.req.query("until")?.trim() ?? ""];
  const wrong = [from, until].find((day) => day !== "" && !isDay(day));
  if (wrong !== undefined) return { from: "", until: "", filter: {}, fault: say.noDay(wrong) };
  const filter = { ...(from !== "" && { sinceMs: momentInChina(from, 0) }), ...(until !== "" && { untilMs: momentInChina(until, DAY_MINUTES) }) };
  return { from, until, filter, fault: undefined };
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && parseDate(text) !== undefined;
}

function rowOf({ atMs, person, actor, action, object, result, detail }: AuditEntry & { readonly person: string | undefined }): readonly string[] {
  return [timeInChina(atMs), actorName({ actor, person }), actionName(action), object, resultName(result), detail];
}

function queryOf({ from, until }: Days, more: readonly (readonly [name: string, value: string])[] = []): string {
  return new URLSearchParams([["from", from], ["until", until], ...more].filter(([, value]) => value !== "") as [string, string][]).toString();
}

function Days({ days }: { readonly days: Days }) {
  return (
    <form class="filter" method="get" action={PATH}>
      <label>
        {say.FROM}
        <input type="date" name="from" value={days.from} />
      </label>
      <label>
        {say.UNTIL}
        <input type="date" name="until" value={days.until} />
      </label>
      <button type="submit" class="light">
        {say.FILTER}
      </button>
      <a href={PATH}>{say.ALL_DAYS}</a>
      <a href={`${PATH}/export?${queryOf(days)}`}>{say.EXPORT}</a>
    </form>
  );
}

function Turning({ days, page, hasOlder }: { readonly days: Days; readonly page: number; readonly hasOlder: boolean }) {
  if (page === 1 && !hasOlder) return null;
  const pathOf = (number: number) => `${PATH}?${queryOf(days, [["page", String(number)]])}`;
  return (
    <nav class="paging" aria-label={say.TURN}>
      {page > 1 && (
        <a href={pathOf(page - 1)} rel="prev">
          {say.NEWER}
        </a>
      )}
      {hasOlder && (
        <a href={pathOf(page + 1)} rel="next">
          {say.OLDER}
        </a>
      )}
    </nav>
  );
}
