import { matchText } from "../search/match-text.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { planScope, wholeScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";

/** What no document can answer: other years, other places, persons and telephone numbers, commands to the program. */
export function absentQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { scope, cues, units } = reading;
  const absent = (reason: Extract<Query, { kind: "absent" }>["reason"], what: string): Query => ({ kind: "absent", reason, what, scope: wholeScope(corpus) });
  if (cues.has("command")) return absent("command", reading.question);
  if (cues.has("contact")) return absent("contact", reading.question);
  if (scope.unknownYears.length > 0) return absent("year", `${scope.unknownYears[0]}年`);
  const known = new Set(corpus.documents.map(({ region }) => region));
  const elsewhere = units.places.find((place) => !known.has(place)) ?? scope.unknownPlace;
  if (elsewhere && scope.regions.length === 0) return absent("place", elsewhere);
  const asksTasks = cues.has("tasks") || cues.has("count");
  const plans = planScope(reading, corpus);
  if (
    scope.years.length > 0 &&
    asksTasks &&
    scope.regions.length === 0 &&
    !scope.years.every((year) => corpus.documents.some((document) => document.year === year))
  )
    return absent("year", `${scope.years.find((year) => !corpus.documents.some((document) => document.year === year))}年`);
  if (plans.documents.length === 0 && asksTasks) return absent("year", `${scope.years[0]}年`);
  return undefined;
}

/** 国办发〔2018〕115号, 《优化营商环境条例》: where it is cited, unless the question asks something else of it. */
export function referenceQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const reference = reading.references[0];
  if (!reference) return undefined;
  const scope = { documents: reading.scope.documents, named: reading.scope.named };
  if (reference.title && reading.cues.has("who")) return undefined;
  const own = corpus.documents.find(({ documentNumber, title }) =>
    reference.number
      ? documentNumber?.sequence === reference.number.sequence && documentNumber.year === reference.number.year
      : reference.title !== undefined && matchText(title) === matchText(reference.title),
  );
  if (own && (reading.cues.has("count") || reading.cues.has("outline") || reading.units.named.length > 0)) return undefined;
  return { kind: "reference", scope, printed: reference.printed, number: reference.number, title: reference.title };
}
