import { addDays, type CalendarDate } from "../document/index.ts";
import { sliceOf } from "../text/span.ts";
import type { Due } from "./dues.ts";
import { calendarName, calendarRule, documentLine, quoteLine, taskName } from "./messages.zh.ts";
import type { TaskDues } from "./schedule.ts";

/** What a line may hold, in octets, its break not counted (RFC 5545 §3.1). */
const LINE_OCTETS = 75;

/**
 * Everything that is due as an iCalendar (RFC 5545): an all-day event for each date and for the end of each period. The same documents give the
 * same bytes, and an event keeps its id, so that a calendar that takes the file again changes what changed.
 * @param whose the unit or document that it was chosen by, for the calendar\'s name; undefined for everything
 */
export function toICalendar(all: readonly Pick<TaskDues, "dues">[], whose?: string): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//mingbai//duty ledger//ZH",
    "CALSCALE:GREGORIAN",
    `X-WR-CALNAME:${escaped(calendarName(whose))}`,
    // A calendar that subscribes looks again once a day (RFC 7986 §5.7); the second is what older ones know.
    "REFRESH-INTERVAL;VALUE=DURATION:P1D",
    "X-PUBLISHED-TTL:P1D",
    ...all.flatMap(({ dues }) => dues.flatMap(eventOf)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

function eventOf(due: Due): readonly string[] {
  const { document, task, rhythm, dueOn, clauses } = due;
  const description = [
    ...clauses.map((clause) => quoteLine(sliceOf(document.source, clause))),
    calendarRule(due),
    `${documentLine(document)}${task.path.join("")}`,
  ];
  return [
    "BEGIN:VEVENT",
    `UID:${document.id}.${task.ordinal}.${rhythm}.${figures(dueOn)}@mingbai`,
    // The time of the file would make every export another one.
    `DTSTAMP:${figures(document.issuedOn ?? `${dueOn.slice(0, 4)}-01-01`)}T000000Z`,
    `DTSTART;VALUE=DATE:${figures(dueOn)}`,
    `DTEND;VALUE=DATE:${figures(addDays(dueOn, 1) ?? dueOn)}`,
    `SUMMARY:${escaped(taskName(task))}`,
    `DESCRIPTION:${escaped(description.join("\n"))}`,
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
  ];
}

function figures(date: CalendarDate): string {
  return date.replaceAll("-", "");
}

/** RFC 5545 §3.3.11; control characters have no place in a text. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/(?!\n)\p{Cc}/gu, " ")
    .replace(/[\\;,]/gu, "\\$&")
    .replaceAll("\n", "\\n");
}

/** Breaks a long line between characters; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = "";
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      part = " ";
      octets = 1;
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join("\r\n");
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
