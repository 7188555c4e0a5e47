import type { ImportOutcome } from "../app/import-file.ts";
import { isUnchanged } from "../app/task-changes.ts";
import type { OfficialDocument } from "../core/document/official-document.ts";
import type { LedgerReading } from "../core/ledger/index.ts";
import type { UnitRegister } from "../core/units/unit.ts";
import type { FileReading } from "./read-document.ts";
import * as say from "./report-messages.zh.ts";

/** What an import's outcome says to other programs. */
export function changesReport(outcome: ImportOutcome): object {
  if (outcome.kind !== "replaced") return { kind: outcome.kind };
  const { added, removed, reworded } = outcome.changes;
  const places = (tasks: typeof added) => tasks.map(({ ordinal, label, title }) => ({ ordinal, label, title }));
  return {
    kind: "replaced",
    added: places(added),
    removed: places(removed),
    reworded: reworded.map(({ before, after }) => ({ before: places([before])[0], after: places([after])[0] })),
  };
}

/** The report of a file, with what became of it; `outcome` undefined where nothing was to be kept. */
export function renderImported(reading: FileReading, outcome: ImportOutcome | undefined, register: UnitRegister): string {
  return [`✓ ${say.fileAndTitle(reading.document)}`, ...detailsOf(reading, register), ...(outcome ? outcomeLines(reading.document, outcome) : [])].join("\n");
}

/** The report of a document that is there. */
export function renderReport(reading: FileReading, register: UnitRegister): string {
  return [say.fileAndTitle(reading.document), ...detailsOf(reading, register)].join("\n");
}

/** What was read: what it is, its parts, tasks, units, deadlines, tables, corrections and misprints. */
function detailsOf({ document, entry, passages, corrected }: FileReading, register: UnitRegister): readonly string[] {
  const anomalies = [...document.anomalies, ...entry.anomalies].sort((a, b) => a.span.start - b.span.start);
  return [
    say.whatItIs(document),
    ...(document.lapsed === undefined ? [] : [say.lapsed(document.lapsed)]),
    say.counts({
      sections: document.nodes.filter(({ depth, label, kind }) => depth === 1 && label !== "" && kind === "section").length,
      tasks: entry.tasks.length,
      deadlines: entry.tasks.filter(({ deadline }) => deadline !== undefined).length,
      passages: passages.length,
    }),
    ...say.units(unitsOf(entry, register)),
    ...say.tables(sizesOfTables(document)),
    ...say.corrections(corrected),
    ...say.anomalies(anomalies),
  ].map((line) => `  ${line}`);
}

function outcomeLines({ id }: OfficialDocument, outcome: ImportOutcome): readonly string[] {
  if (outcome.kind === "added") return [`  ${say.added(id)}`];
  if (outcome.kind === "unchanged") return [`  ${outcome.shipped ? say.isShipped(id) : say.alreadyThere(id)}`];
  const { added, removed, reworded } = outcome.changes;
  if (isUnchanged(outcome.changes)) return [`  ${say.replacedWithSameTasks(id)}`];
  return [
    `  ${say.replaced(id, outcome.changes)}`,
    ...say.tasksListed("新增", added),
    ...say.tasksListed("去掉", removed),
    ...say.tasksListed(
      "改动",
      reworded.map(({ after }) => after),
    ),
  ];
}

function unitsOf({ tasks, anomalies }: LedgerReading, register: UnitRegister): say.UnitCounts {
  const registered = new Set(register.units.map(({ id }) => id));
  const misprints = new Set(anomalies.filter(({ kind }) => kind === "unit_misprint").map(({ text }) => text));
  const named = new Map<string, readonly { readonly name: string; readonly printed: string }[]>();
  for (const assignment of tasks.flatMap(({ assignments }) => assignments)) named.set(assignment.unit, [...(named.get(assignment.unit) ?? []), assignment]);
  const fresh: string[] = [];
  const doubtful: string[] = [];
  for (const [unit, names] of named) {
    const misprint = names.find(({ printed }) => misprints.has(printed));
    const { name = "" } = names[0] ?? {};
    if (misprint) doubtful.push(misprint.printed);
    else if (!registered.has(unit)) (register.looksLikeUnit(name) ? fresh : doubtful).push(name);
  }
  return { known: named.size - fresh.length - doubtful.length, fresh, doubtful };
}

function sizesOfTables({ tables }: OfficialDocument): readonly { readonly rows: number; readonly columns: number; readonly sheet: string | undefined }[] {
  return tables.map(({ rows, sheet }) => ({ rows: rows.length, columns: rows[0]?.length ?? 0, sheet }));
}
