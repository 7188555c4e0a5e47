import { toICalendar } from "../core/reminders/icalendar.ts";
import { withDues } from "../core/reminders/schedule.ts";
import { createScopeIndex } from "../core/reminders/scope-index.ts";
import type { SubscriptionScope } from "../core/reminders/subscription.ts";
import { isTownName } from "../core/units/town.ts";
import type { CommandCall } from "./command.ts";
import { getById } from "./document-choice.ts";
import { write } from "./edge.ts";
import { composeLedger } from "./office-at-hand.ts";
import { getUnit } from "./unit-choice.ts";

/** `mingbai calendar`: everything that is due, as a file that calendars read. */
export async function runCalendar({ edge, values }: CommandCall): Promise<number> {
  const corpus = await composeLedger(edge, values.get("corpus"));
  const [unit, document] = [values.get("unit"), values.get("document")];
  if (unit !== undefined && !isTownName(unit)) getUnit(unit, corpus.register, corpus.tasks);
  const documentId = document === undefined ? undefined : getById(corpus.documents, document).id;
  const scope: SubscriptionScope = unit === undefined ? { kind: "all" } : { kind: "unit", unit, collective: false };
  const found = createScopeIndex(withDues(corpus), corpus).find([scope]);
  await write(edge.stdout, toICalendar(found.map(({ one }) => one).filter(({ task }) => documentId === undefined || task.documentId === documentId)));
  return 0;
}
