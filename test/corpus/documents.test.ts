import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import unitData from "../../data/units.json" with { type: "json" };
import { importReport, type TaskReport } from "../../src/app/import-document.ts";
import { parseDocument } from "../../src/core/document/index.ts";
import { readLedger } from "../../src/core/ledger/index.ts";
import { createUnitRegister } from "../../src/core/units/index.ts";

/** What a document of `documents/` says, written by hand from the rules of the contract `import.md` before the program read it. */
interface Gold {
  readonly file: string;
  readonly title: string;
  readonly accept_titles?: readonly string[];
  readonly document_number: string | null;
  readonly issuer: string | null;
  readonly issued_on: string | null;
  readonly kind: string;
  readonly accept_kinds?: readonly string[];
  readonly tasks: readonly GoldTask[];
  readonly optional_tasks?: readonly { readonly text_start: string }[];
  readonly anomalies: readonly { readonly kind: string; readonly text: string }[];
}

interface GoldTask {
  readonly path: readonly string[];
  readonly title: string;
  readonly accept_titles?: readonly string[];
  readonly text_start: string;
  readonly assignments: readonly {
    readonly unit: string;
    readonly accept?: readonly string[];
    readonly role: string;
    readonly accept_roles?: readonly string[];
    readonly printed: string;
  }[];
  readonly collective: readonly { readonly printed: string; readonly role: string }[];
  readonly deadline: {
    readonly text: string;
    readonly due_on: string | null;
    readonly recurring: string | null;
    readonly min_count: number | null;
    readonly ongoing?: boolean;
    readonly immediate?: boolean;
  } | null;
  readonly officers?: readonly { readonly name: string; readonly role: string }[];
}

const folder = new URL("documents/", import.meta.url);
const register = createUnitRegister(unitData);
const golds: readonly Gold[] = readdirSync(folder)
  .filter((name) => name.endsWith(".gold.json"))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), "utf8")));
const fold = (text: string | null): string => (text ?? "").normalize("NFKC").replace(/\s+/gu, "");

function read({ file }: Gold) {
  const document = parseDocument(readFileSync(new URL(file, folder), "utf8"), { id: "d", file });
  return importReport(document, readLedger(document, register));
}

/** Whichever of the accepted forms was read stands for all of them. */
function among(got: string | null, wanted: string | null, others: readonly string[] = []): string {
  return [wanted, ...others].map(fold).includes(fold(got)) ? fold(wanted) : fold(got);
}

/** A task in lines, so that a difference reads like one. */
function linesOfGold(task: GoldTask): string {
  const { deadline } = task;
  return [
    `${task.path.join("/")} ${fold(task.title)} | ${fold(task.text_start)}`,
    ...task.assignments.map(({ unit, role, printed }) => `  ${role} ${fold(unit)} (${fold(printed)})`).sort(),
    ...task.collective.map(({ role, printed }) => `  ${role} 笼统: ${fold(printed)}`),
    `  期限: ${deadline ? `${deadline.due_on} ${deadline.recurring} ${deadline.min_count} ${deadline.ongoing ?? false} ${deadline.immediate ?? false}` : "无"}`,
    ...(task.officers ?? []).map(({ name, role }) => `  ${role}: ${name}`),
  ].join("\n");
}

function linesOfTask(task: TaskReport, gold: GoldTask | undefined): string {
  const assignments = task.assignments.map((assignment) => {
    const meant = gold?.assignments.find(
      ({ unit, accept, role, accept_roles }) =>
        [unit, ...(accept ?? [])].map(fold).includes(fold(assignment.unit)) && [role, ...(accept_roles ?? [])].includes(assignment.role),
    );
    return `  ${meant?.role ?? assignment.role} ${fold(meant?.unit ?? assignment.unit)} (${fold(assignment.printed)})`;
  });
  const { deadline } = task;
  const start = fold(gold?.text_start ?? "");
  return [
    `${task.path.join("/")} ${among(task.title, gold?.title ?? "", gold?.accept_titles)} | ${fold(`${task.title}${task.text}`).includes(start) ? start : fold(task.text)}`,
    ...assignments.sort(),
    ...task.collective.map(({ role, printed }) => `  ${role} 笼统: ${fold(printed)}`),
    `  期限: ${deadline ? `${deadline.dueOn} ${deadline.recurring} ${deadline.minCount} ${deadline.ongoing} ${deadline.immediate}` : "无"}`,
    ...task.officers.map(({ name, role }) => `  ${role}: ${name}`),
  ].join("\n");
}

describe.each(golds)("$file", (gold) => {
  const report = read(gold);
  const isOptional = (task: TaskReport): boolean => (gold.optional_tasks ?? []).some(({ text_start }) => fold(task.text).includes(fold(text_start)));

  test("版头", () =>
    expect({
      ...report.document,
      id: "",
      title: among(report.document.title, gold.title, gold.accept_titles),
      kind: among(report.document.kind, gold.kind, gold.accept_kinds),
    }).toEqual({
      id: "",
      title: fold(gold.title),
      documentNumber: gold.document_number || null,
      issuer: gold.issuer,
      issuedOn: gold.issued_on,
      kind: gold.kind,
    }));

  test("任务、单位、期限", () => {
    const tasks = report.tasks.filter((task) => !isOptional(task));
    const found = tasks.map((task, index) => linesOfTask(task, gold.tasks[index]));
    expect(found.join("\n\n")).toBe(gold.tasks.map(linesOfGold).join("\n\n"));
  });

  test("错漏", () =>
    expect(report.anomalies.map(({ kind, text }) => `${kind} ${fold(text)}`).sort()).toEqual(
      gold.anomalies.map(({ kind, text }) => `${kind} ${fold(text)}`).sort(),
    ));
});
