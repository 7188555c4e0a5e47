import type { DueDay, DueEntry, DueMonth } from "../../../../app/duties/duty-calendar.ts";
import { placeOf } from "../../../../core/answer/cite.ts";
import { quotesOf } from "../../../../core/reminders/digest.ts";
import { calendarRule, taskName } from "../../../../core/reminders/messages.zh.ts";
import { taskPath, unitPath } from "../../view/links.ts";
import * as say from "./messages.zh.ts";

interface MonthProps {
  readonly month: DueMonth;
  /** From which entry on it is shown, and how many. */
  readonly from: number;
  readonly most: number;
  /** Address of the whole month, where this is a part of it. */
  readonly wholePath: string | undefined;
}

/** A month's dues, day by day. */
export function MonthView({ month, from, most, wholePath }: MonthProps) {
  const days = within(month.days, from, most);
  const left = month.count - from - most;
  return (
    <section class="month" id={`m${month.month}`}>
      <h2>{say.monthHeading(month.month, month.count)}</h2>
      {days.map(({ date, entries }) => (
        <section class="day">
          <h3>
            <time datetime={date}>{say.dayName(date)}</time>
          </h3>
          <ul class="plain">
            {entries.map((entry) => (
              <EntryView entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {wholePath !== undefined && left > 0 && (
        <p>
          <a href={wholePath}>{say.more(month.month, left)}</a>
        </p>
      )}
    </section>
  );
}

function EntryView({ entry: { duty, due } }: { readonly entry: DueEntry }) {
  const { document, task } = duty;
  const names = [...new Set(task.assignments.map(({ name }) => name))];
  return (
    <li>
      <a class="due-task" href={taskPath(document.id, task.ordinal)}>
        {taskName(task)}
      </a>
      <q>{quotesOf(due).replace(/^「|」$/gu, "")}</q>
      <p class="due-facts">
        <span class="fact">{calendarRule(due)}</span> <span class="fact">{placeOf(document, task.path)}</span>
        {names.length > 0 && (
          <span class="fact due-units">
            {say.NAMED}
            {names.map((name, index) => (
              <>
                {index > 0 && "、"}
                <a href={unitPath(name)}>{name}</a>
              </>
            ))}
          </span>
        )}
      </p>
    </li>
  );
}

/** A stretch of the entries of a month, by their days. */
function within(days: readonly DueDay[], from: number, most: number): readonly DueDay[] {
  let at = 0;
  return days.flatMap(({ date, entries }) => {
    const first = Math.max(0, from - at);
    const shown = entries.slice(first, Math.max(first, from + most - at));
    at += entries.length;
    return shown.length > 0 ? [{ date, entries: shown }] : [];
  });
}
