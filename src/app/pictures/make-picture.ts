import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import type { Role } from "../../core/ledger/task.ts";
import { ROLES } from "../duties/find-duties.ts";
import { timeFigures } from "../duties/time-figures.ts";
import { partnersOf, sharedFigures, type UnitFigure, unitFigure, unitFigures } from "../duties/unit-figures.ts";
import * as zh from "./messages.zh.ts";
import type { Picture } from "./picture.ts";

/** Tasks of each unit; tasks that units share; what is due in which month. */
export const PICTURE_KINDS = ["units", "shared", "months"] as const;
export type PictureKind = (typeof PICTURE_KINDS)[number];

/** What a picture is of. */
export interface PictureSubject {
  readonly document: OfficialDocument;
  /** As the document prints it; undefined means all units. Means nothing to `units`. */
  readonly unit?: string | undefined;
  /** Means something to `months` alone. */
  readonly year?: number | undefined;
}

/** A picture and what is to be said of it. */
export interface MadePicture {
  readonly title: string;
  /** How many there are, what is left out, how it is read. */
  readonly note: string;
  /** Undefined where there is nothing to draw; the note then says why. */
  readonly drawn: { readonly picture: Picture; readonly alt: string } | undefined;
}

/** More bars than these are more than a telephone shows at once. */
const MOST_BARS = 15;
/** Columns of two digits that a telephone has room for. */
const MOST_IN_GRID = 8;

export function makePicture(kind: PictureKind, corpus: Corpus, subject: PictureSubject): MadePicture {
  if (kind === "units") return unitsPicture(corpus, subject);
  if (kind === "months") return monthsPicture(corpus, subject);
  return subject.unit === undefined ? sharedPicture(corpus, subject) : partnersPicture(corpus, subject, subject.unit);
}

/** The roles that a document gives to any unit. */
export function rolesGiven(units: readonly UnitFigure[]): readonly Role[] {
  return ROLES.filter((role) => units.some(({ byRole }) => byRole[role] > 0));
}

/** The units that are in the picture; the table beside it has them all. */
export function sharedInPicture(corpus: Corpus, { document }: PictureSubject) {
  return sharedFigures(corpus, document.id, MOST_IN_GRID);
}

function unitsPicture(corpus: Corpus, { document }: PictureSubject): MadePicture {
  const figures = unitFigures(corpus, document.id);
  const shown = figures.units.slice(0, MOST_BARS);
  const roles = rolesGiven(figures.units);
  const title = zh.UNITS_TITLE;
  const rows = shown.map(({ name, tasks, byRole }) => ({ name, parts: roles.map((role) => byRole[role]), total: tasks }));
  return {
    title,
    note: zh.unitsNote(figures, shown.length, roles),
    drawn: drawnWhere(shown.length > 0, {
      picture: { kind: "bars", title, source: zh.sourceLine(document), parts: zh.roleNames(roles), rows },
      alt: zh.altOfBars(
        title,
        shown.map(({ name, tasks }) => ({ name, count: tasks })),
      ),
    }),
  };
}

function sharedPicture(corpus: Corpus, subject: PictureSubject): MadePicture {
  const { units, counts, sharing } = sharedInPicture(corpus, subject);
  const title = zh.SHARED_TITLE;
  const cells = counts.map((row, at) => row.map((count, column) => (column === at ? undefined : count)));
  return {
    title,
    note: zh.sharedNote(units.length, sharing),
    drawn: drawnWhere(units.length > 1, {
      picture: { kind: "grid", title, source: zh.sourceLine(subject.document), names: units, cells },
      alt: zh.altOfGrid(title, units),
    }),
  };
}

function partnersPicture(corpus: Corpus, { document }: PictureSubject, unit: string): MadePicture {
  const partners = partnersOf(corpus, document.id, unit);
  const shown = partners.slice(0, MOST_BARS);
  const title = zh.partnersTitle(unit);
  return {
    title,
    note: zh.partnersNote(unit, unitFigure(corpus, document.id, unit)?.tasks ?? 0, partners, shown.length),
    drawn: drawnWhere(shown.length > 0, {
      picture: {
        kind: "bars",
        title,
        source: zh.sourceLine(document),
        parts: [],
        rows: shown.map(({ name, tasks }) => ({ name, parts: [tasks], total: tasks })),
      },
      alt: zh.altOfBars(
        title,
        shown.map(({ name, tasks }) => ({ name, count: tasks })),
      ),
    }),
  };
}

function monthsPicture(corpus: Corpus, { document, unit, year }: PictureSubject): MadePicture {
  const figures = timeFigures(corpus, { document: document.id, unit, year });
  const title = zh.monthsTitle(unit, figures.year);
  const rows = figures.months.map(({ dated, recurring }, index) => ({ name: zh.monthName(index + 1), parts: [dated, recurring], total: dated + recurring }));
  return {
    title,
    note: zh.monthsNote(figures),
    drawn: drawnWhere(rows.length > 0, {
      picture: { kind: "bars", title, source: zh.sourceLine(document), parts: [zh.DATED, zh.RECURRING], rows },
      alt: zh.altOfMonths(
        title,
        figures.months.map(({ dated, recurring }, index) => ({ month: index + 1, count: dated + recurring })),
      ),
    }),
  };
}

function drawnWhere<Drawn>(isThere: boolean, drawn: Drawn): Drawn | undefined {
  return isThere ? drawn : undefined;
}
