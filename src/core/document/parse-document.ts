import { parseDate } from "./calendar.ts";
import { kindOf, passedOnTitle } from "./document-kind.ts";
import { formNotes } from "./form-notes.ts";
import { issuerOfTitle, joined, readFrontMatter } from "./front-matter.ts";
import { findLabelAnomalies } from "./label-anomalies.ts";
import { findLabel } from "./labels.ts";
import { lapseIn } from "./lapse.ts";
import { isOrganisation, issuerOfByline, issuerOfSignedDate, lineKindOf } from "./line-kinds.ts";
import { linesOf, type SourceLine } from "./lines.ts";
import type { CalendarDate, DocumentId, OfficialDocument, OutlineNode } from "./official-document.ts";
import { readOutline } from "./outline.ts";
import { regionOf } from "./region.ts";
import type { SourceTable } from "./source-text.ts";
import { withoutContents } from "./table-of-contents.ts";
import { tableLabels } from "./table-outline.ts";
import { readTables, type TableReading } from "./table-reading.ts";

/** What is known of a document besides its text. What the text does not say is taken from here; `region`, `year` and `title` go before the text. */
export interface DocumentFacts {
  readonly id: DocumentId;
  /** Base name of the file that it came from. */
  readonly file: string;
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
  /** What is said outside its text where it is no longer in force. */
  readonly lapsed?: string | undefined;
}

/**
 * Reads a text as an official document. Total: any string gives a document, at worst one of a single node without a title, and nothing
 * of the text is lost: the `own` spans of the nodes, joined, are the source.
 */
export function parseDocument(source: string, facts: DocumentFacts, tables: readonly SourceTable[] = []): OfficialDocument {
  const readings = readTables(source, tables);
  const lines = withoutContents(linesOf(source)).filter((line) => !readings.some(({ start, end }) => start <= line.start && line.start < end));
  const labels = tableLabels(lines, tables);
  const hasSheets = tables.some(({ sheet }) => sheet !== undefined);
  const notes = formNotes(lines, labels, hasSheets);
  const before = linesBeforeParts(lines, readings, labels, notes);
  const frontLines = before.filter(({ start, text }) => !labels.has(start) && !notes.has(start) && findLabel(text)?.style !== "attachment");
  const front = readFrontMatter(frontLines);
  const frontStarts = new Set(frontLines.filter((_, index) => front.isFront[index]).map(({ start }) => start));
  const isFront = before.map(({ start }) => frontStarts.has(start));
  const labelled = readOutline(source, lines, isFront, { readings, labels, notes });
  const nodes = labelled.length > 0 || source.length === 0 ? labelled.map(({ node }) => node) : [wholeText(source)];
  const frontEnd = lines[before.length]?.start ?? source.length;
  const end = readEnd(source, nodes, nodes.filter(({ own }) => own.start < frontEnd).length);
  const innerTitle = front.innerTitle || end.innerTitle;
  const title = facts.title ?? (innerTitle || front.coverTitle || stemOf(facts.file));
  const issuedOn = front.issuedOn ?? end.issuedOn ?? front.passed?.date;
  const issuer = front.issuer ?? end.issuer ?? filledBelow(lines.slice(before.length)) ?? front.passed?.issuer;
  const passedOn = passedOnTitle(front.coverTitle);
  const ownKind = passedOn === undefined ? kindOf({ title: front.coverTitle, labels: [], headings: [] }) : undefined;
  const kind = kindOf({
    // A notice that hands out problems stays one, whatever list it brings.
    title: ownKind === "supervision_notice" ? front.coverTitle : innerTitle || (passedOn ?? title),
    labels: nodes.map((node) => node.label),
    headings: nodes.filter((node) => node.depth === 1 && node.kind !== "row").map((node) => node.title),
  });
  return {
    id: facts.id,
    file: facts.file,
    source,
    title,
    documentNumber: front.documentNumber,
    issuer,
    primaryRecipients: front.primaryRecipients,
    issuedOn,
    kind: kind === "notice" && holdsTasksInTables(source, readings, nodes) ? "task_table" : kind,
    region: facts.region ?? regionOf(issuer ?? "") ?? regionOf(title) ?? regionOf(front.coverTitle),
    year:
      facts.year ??
      yearIn(title) ??
      yearIn(front.coverTitle) ??
      yearIn(front.byline ?? "") ??
      (issuedOn === undefined ? front.documentNumber?.year : Number(issuedOn.slice(0, 4))),
    lapsed: facts.lapsed ?? lapseIn(source, title),
    nodes,
    tables,
    anomalies: findLabelAnomalies(labelled),
  };
}

/** The lines before the first numbered part, or the first table of tasks. The label of an attachment or sheet stands before front matter of its own. */
function linesBeforeParts(
  lines: readonly SourceLine[],
  readings: readonly TableReading[],
  labels: ReadonlyMap<number, unknown>,
  notes: ReadonlySet<number>,
): readonly SourceLine[] {
  const tableAt = readings.find(({ holdsTasks }) => holdsTasks)?.start ?? Number.POSITIVE_INFINITY;
  const first = lines.findIndex((line) => {
    const label = labels.has(line.start) || notes.has(line.start) ? undefined : findLabel(line.text);
    return line.start > tableAt || (label !== undefined && label.style !== "attachment");
  });
  return first < 0 ? lines : lines.slice(0, first);
}

/** What the lines after numbered parts say of the whole: signature and date, imprint (印发), the title of a text brought. */
interface DocumentEnd {
  readonly issuer: string | undefined;
  readonly issuedOn: CalendarDate | undefined;
  readonly innerTitle: string;
}

function readEnd(source: string, nodes: readonly OutlineNode[], frontCount: number): DocumentEnd {
  const late = nodes.slice(frontCount).filter((node) => node.kind === "closing" || node.kind === "front");
  const words = late.map((node) => source.slice(node.span.start, node.span.end));
  const kinds = words.map(lineKindOf);
  const dateAt = kinds.findIndex((kind) => kind === "date" || kind === "signed-date");
  const imprint = words.find((text) => /日\s*印发$/u.test(text));
  const signed = kinds[dateAt] === "signed-date" ? issuerOfSignedDate(words[dateAt] ?? "") : undefined;
  const organisations = words.slice(0, Math.max(dateAt, 0)).filter((_, index) => kinds[index] === "organisation" && index >= dateAt - 3);
  const title = joined(
    words.filter((text, index) => late[index]?.kind === "front" && index > dateAt && kinds[index] === "words" && !isOrganisation(text)).slice(0, 3),
  );
  return {
    issuer: signed ?? (organisations.length > 0 ? organisations.join(" ") : issuerOfTitle([title])),
    issuedOn: parseDate(words[dateAt] ?? "") ?? (imprint === undefined ? undefined : parseDate(imprint)),
    innerTitle: title,
  };
}

/** The body that filled in a table, where its foot says so. */
function filledBelow(lines: readonly SourceLine[]): string | undefined {
  const byline = lines.find(({ text }) => lineKindOf(text) === "byline");
  return byline && issuerOfByline(byline.text);
}

function wholeText(source: string): OutlineNode {
  const own = { start: 0, end: source.length };
  return { index: 0, kind: "lead", depth: 0, label: "", number: undefined, path: [], title: "", own, span: { start: 0, end: 0 }, parent: undefined };
}

function yearIn(title: string): number | undefined {
  const year = /(?:19|20)[0-9]{2}(?=\s*年|[-—－至])/u.exec(title.normalize("NFKC"))?.[0];
  return year === undefined ? undefined : Number(year);
}

/** Whether a notice brings tables of tasks, and no paragraph of its own says who does a task (contract `import.md`, rule 1). */
function holdsTasksInTables(source: string, readings: readonly TableReading[], nodes: readonly OutlineNode[]): boolean {
  const hasRows = readings.some(({ holdsTasks, items }) => holdsTasks && items.some(({ kind }) => kind === "row"));
  return hasRows && !nodes.some(({ kind, own }) => kind !== "row" && kind !== "table" && NAMES_UNITS.test(source.slice(own.start, own.end)));
}

const NAMES_UNITS = /(?:责任|牵头|承办|配合)(?:单位|部门)\s*[:：]/u;

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, "");
}
