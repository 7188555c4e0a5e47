import type { DueMonth } from "../../../../app/duties/duty-calendar.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { type CalendarChoice, calendarPath } from "../../view/links.ts";
import { UNIT_NAMES, UnitNames } from "../../view/unit-names.tsx";
import * as say from "./messages.zh.ts";

interface FormProps {
  readonly corpus: Corpus;
  readonly choice: CalendarChoice;
  /** The unit as it was typed. */
  readonly words: string;
  readonly years: readonly number[];
}

/** What the calendar is chosen by. */
export function CalendarForm({ corpus, choice, words, years }: FormProps) {
  const shown = [...new Set([...years, ...(choice.year === undefined ? [] : [choice.year])])].sort((one, other) => other - one);
  return (
    <form class="choose" action="/calendar" method="get">
      <label>
        <span>{say.UNIT}</span>
        <input name="unit" value={choice.unit ?? words} list={UNIT_NAMES} placeholder={say.UNIT_PLACEHOLDER} maxlength={60} autocomplete="off" />
      </label>
      <UnitNames corpus={corpus} />
      <label>
        <span>{say.DOCUMENT}</span>
        <select name="document">
          <option value="">{say.ALL_DOCUMENTS}</option>
          {corpus.documents
            .filter(({ id }) => corpus.tasksOf(id).length > 0)
            .map(({ id, title }) => (
              <option value={id} selected={id === choice.document}>
                {title}
              </option>
            ))}
        </select>
      </label>
      {shown.length > 0 && (
        <label>
          <span>{say.YEAR}</span>
          <select name="year">
            {shown.map((year) => (
              <option value={String(year)} selected={year === choice.year}>
                {year}
              </option>
            ))}
          </select>
        </label>
      )}
      <button type="submit">{say.SHOW}</button>
    </form>
  );
}

interface IndexProps {
  readonly months: readonly DueMonth[];
  readonly choice: CalendarChoice;
  /** The only month that is shown. */
  readonly only: number | undefined;
  /** Whether the months are not on this page. */
  readonly isElsewhere?: boolean;
}

/** The twelve months, with how much is due in each. */
export function MonthIndex({ months, choice, only, isElsewhere }: IndexProps) {
  return (
    <nav class="months" aria-label={say.MONTHS}>
      <ol class="plain">
        {months.map(({ month, count }) => (
          <li class={count === 0 ? "none" : undefined}>
            {count === 0 ? (
              <span>{say.monthName(month)}</span>
            ) : (
              <a
                href={only === undefined && !isElsewhere ? `#m${month}` : calendarPath({ ...choice, month })}
                aria-current={month === only ? "page" : undefined}
              >
                {say.monthName(month)}
              </a>
            )}
            <span class="month-count">{say.inMonth(count)}</span>
          </li>
        ))}
      </ol>
      {only !== undefined && <a href={calendarPath(choice)}>{say.WHOLE_YEAR}</a>}
    </nav>
  );
}

/** How to have the dates in a calendar of one's own. @param path of the file @param origin https://mingbai.example.gov.cn */
export function Subscribing({ path, origin }: { readonly path: string; readonly origin: string }) {
  return (
    <section class="subscribing">
      <h2>{say.SUBSCRIBING}</h2>
      <p>{say.HOW_TO_SUBSCRIBE}</p>
      <p class="address">
        <code>{`${origin}${path}`}</code>
      </p>
      <p class="ways">
        <a href={`${origin.replace(/^https?:/u, "webcal:")}${path}`}>{say.SUBSCRIBE}</a>
        <a href={path} download>
          {say.DOWNLOAD}
        </a>
      </p>
    </section>
  );
}
