import { findDuties } from "../app/duties/find-duties.ts";
import { toICalendar } from "../core/reminders/icalendar.ts";
import { isTownName } from "../core/units/town.ts";
import type { CommandCall } from "./command.ts";
import { getById } from "./document-choice.ts";
import { write } from "./edge.ts";
import { composeLedger } from "./office-at-hand.ts";
import { getUnit } from "./unit-choice.ts";

/** `mingbai calendar`: everything that is due, as a file that calendars read. */
export async function runCalendar({ edge, values }: CommandCall): Promise<number> {
  const corpus = await composeLedger(edge, values.get("corpus"));
  const unit = values.get("unit");
  if (unit !== undefined && !isTownName(unit)) getUnit(unit, corpus.register, corpus.tasks);
  const document = values.get("document");
  const chosen = document === undefined ? undefined : getById(corpus.documents, document);
  const duties = findDuties(corpus, { units: unit === undefined ? [] : [unit], document: chosen?.id });
  await write(edge.stdout, toICalendar(duties, unit ?? chosen?.title));
  return 0;
}
