import type { OfficialDocument } from "../document/index.ts";
import type { Level, UnitRegister } from "../units/unit.ts";
import { definedNames } from "./defined-names.ts";
import type { LedgerContext } from "./duties.ts";
import { createNameReader } from "./unit-list.ts";

/** What is needed to read a document's duties: its level and place, the names that it defines, its year. */
export function contextOf(document: OfficialDocument, register: UnitRegister): LedgerContext {
  const level = /[省市州县区旗镇乡]$/u.exec(document.region ?? "")?.[0] ?? usualLevel(document.source);
  const place = { ...(isLevel(level) ? { level } : {}), ...(document.region === undefined ? {} : { places: [document.region] }) };
  const names = createNameReader(register, { ...place, defined: definedNames(document.source, register, place) });
  return { document, names, deadlines: { year: document.year ?? yearOf(document.issuedOn), issuedOn: document.issuedOn } };
}

/** The level word that most bureaus of a text carry: where nobody says whose document it is, 做好县司法局工作 still names no place 做好县. */
function usualLevel(source: string): string | undefined {
  const counts = new Map<string, number>();
  for (const [level] of source.matchAll(/[省市州县区旗](?=\p{Script=Han}{2,6}[局委办])/gu)) counts.set(level, (counts.get(level) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function isLevel(word: string | undefined): word is Level {
  return word !== undefined;
}

/** The year of a calendar date. */
export function yearOf(date: string | undefined): number | undefined {
  return date === undefined ? undefined : Number(date.slice(0, 4));
}
