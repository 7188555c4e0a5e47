import { dateInChina } from "../../../../app/date-in-china.ts";
import { monthsOf, yearsWithDues } from "../../../../app/duties/duty-calendar.ts";
import { toICalendar } from "../../../../core/reminders/icalendar.ts";
import { ASSETS } from "../../assets.ts";
import type { Feature, Site, WebContext } from "../../feature.ts";
import { holdBack } from "../../rate-limit.ts";
import { createPrepared, sendPage, sendPrepared } from "../../send.ts";
import { calendarFilePath, calendarPath } from "../../view/links.ts";
import { Page } from "../../view/page.tsx";
import { Paging } from "../../view/paging.tsx";
import { viewOf } from "../../view/view.ts";
import { CalendarForm, MonthIndex, Subscribing } from "./calendar-parts.tsx";
import { type Chosen, readChoice } from "./choice.ts";
import * as say from "./messages.zh.ts";
import { MonthView } from "./months-view.tsx";
import { usualYear } from "./usual-year.ts";

/** What a month shows among the others, and a page of it by itself. */
const MOST_OF_MONTH = 40;
const MOST_A_PAGE = 100;

/** 日历: the year's deadlines by month, and the same as a file that calendars subscribe to. */
export const calendar: Feature = {
  nav: { href: "/calendar", label: say.CALENDAR },
  mount(app, site) {
    const limited = holdBack(site);
    app.get("/calendar", async (c) => showCalendar(c, site, await readChoice(c, site)));
    app.get("/calendar.ics", limited, async (c) => {
      const { unit, document, unitChoices, duties } = await readChoice(c, site);
      if (unitChoices.length > 0) return c.redirect(calendarPath({ unit: c.req.query("unit") ?? "", document: document?.id }), 303);
      const whose = unit ?? document?.title;
      c.header("content-disposition", `inline; filename="calendar.ics"; filename*=UTF-8''${encodeURIComponent(say.fileName(whose))}`);
      return sendPrepared(c, createPrepared(toICalendar(duties, whose), "text/calendar; charset=utf-8", "private, max-age=3600"));
    });
  },
};

function showCalendar(c: WebContext, site: Site, chosen: Chosen): Response {
  const { corpus, unit, unitChoices, document, duties } = chosen;
  const years = yearsWithDues(duties);
  const year = numberIn(c.req.query("year"), 1900, 2999) ?? usualYear(years, Number(dateInChina(site.clock()).slice(0, 4)));
  const months = monthsOf(duties, year);
  const count = months.reduce((sum, month) => sum + month.count, 0);
  const only = months.find(({ month }) => month === numberIn(c.req.query("month"), 1, 12));
  const choice = { unit, document: document?.id, year };
  const pages = Math.max(1, Math.ceil((only?.count ?? 0) / MOST_A_PAGE));
  const page = Math.min(numberIn(c.req.query("page"), 1, 9999) ?? 1, pages);
  return sendPage(
    c,
    <Page view={viewOf(c, site)} title={say.heading(unit, year)} style={ASSETS.calendar}>
      <h1>{say.heading(unit, year)}</h1>
      <CalendarForm corpus={corpus} choice={choice} words={c.req.query("unit") ?? ""} years={years} />
      {unitChoices.length > 0 ? (
        <UnitChoices choices={unitChoices} document={document?.id} />
      ) : (
        <>
          <p class="lead">{years.length === 0 ? say.NOTHING : say.yearCount(year, count)}</p>
          {count === 0 && years.length > 0 && <p>{say.otherYears(years)}</p>}
          {count > 0 && <MonthIndex months={months} choice={choice} only={only?.month} />}
          {(only ? [only] : months.filter((month) => month.count > 0)).map((month) => (
            <MonthView
              month={month}
              from={only ? (page - 1) * MOST_A_PAGE : 0}
              most={only ? MOST_A_PAGE : MOST_OF_MONTH}
              wholePath={only ? undefined : calendarPath({ ...choice, month: month.month })}
            />
          ))}
          {only && <Paging number={page} count={pages} pathOf={(to) => calendarPath({ ...choice, month: only.month, page: to })} />}
          {years.length > 0 && <Subscribing path={calendarFilePath(choice)} origin={originOf(c, site)} />}
        </>
      )}
    </Page>,
  );
}

function UnitChoices({ choices, document }: { readonly choices: readonly string[]; readonly document: string | undefined }) {
  return (
    <>
      <p class="lead">{say.SEVERAL}</p>
      <ul>
        {choices.map((name) => (
          <li>
            <a href={calendarPath({ unit: name, document })}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

function numberIn(text: string | undefined, least: number, most: number): number | undefined {
  const number = text !== undefined && /^\d{1,4}$/u.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** How programs elsewhere reach this page. */
function originOf(c: WebContext, { settings }: Site): string {
  const { protocol, host } = c.get("client");
  return settings.publicUrl ?? `${protocol}://${host}`;
}
