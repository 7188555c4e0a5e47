import { parseDate } from "./calendar.ts";
import { kindOf, passedOnTitle } from "./document-kind.ts";
import { issuerOfTitle, joined, readFrontMatter } from "./front-matter.ts";
import { findLabelAnomalies } from "./label-anomalies.ts";
import { findLabel } from "./labels.ts";
import { isOrganisation, issuerOfSignedDate, lineKindOf } from "./line-kinds.ts";
import { linesOf, type SourceLine } from "./lines.ts";
import type { CalendarDate, DocumentId, OfficialDocument, OutlineNode } from "./official-document.ts";
import { readOutline } from "./outline.ts";
import { regionOf } from "./region.ts";
import type { SourceTable } from "./source-text.ts";

/** What is known of a document besides its text. What the text does not say is taken from here; `region`, `year` and `title` go before the text. */
export interface DocumentFacts {
  readonly id: DocumentId;
  /** Base name of the file that it came from. */
  readonly file: string;
  readonly region?: string | undefined;
  readonly year?: number | undefined;
  readonly title?: string | undefined;
}

/**
 * Reads a text as an official document. Total: any string gives a document, at worst one of a single node without a title, and nothing
 * of the text is lost: the `own` spans of the nodes, joined, are the source.
 */
export function parseDocument(source: string, facts: DocumentFacts, tables: readonly SourceTable[] = []): OfficialDocument {
  const lines = linesOf(source);
  const front = readFrontMatter(linesBeforeParts(lines));
  const labelled = readOutline(source, lines, front.isFront);
  const nodes = labelled.length > 0 || source.length === 0 ? labelled.map(({ node }) => node) : [wholeText(source)];
  const end = readEnd(source, nodes, front.isFront.length);
  const innerTitle = front.innerTitle || end.innerTitle;
  const title = facts.title ?? (innerTitle || front.coverTitle || stemOf(facts.file));
  const issuedOn = front.issuedOn ?? end.issuedOn ?? front.passed?.date;
  const issuer = front.issuer ?? end.issuer ?? front.passed?.issuer;
  return {
    id: facts.id,
    file: facts.file,
    source,
    title,
    documentNumber: front.documentNumber,
    issuer,
    primaryRecipients: front.primaryRecipients,
    issuedOn,
    kind: kindOf({
      title: innerTitle || (passedOnTitle(front.coverTitle) ?? title),
      labels: nodes.map((node) => node.label),
      headings: nodes.filter((node) => node.depth === 1).map((node) => node.title),
    }),
    region: facts.region ?? regionOf(issuer ?? "") ?? regionOf(title) ?? regionOf(front.coverTitle),
    year: facts.year ?? yearIn(title) ?? yearIn(front.coverTitle) ?? (issuedOn === undefined ? front.documentNumber?.year : Number(issuedOn.slice(0, 4))),
    nodes,
    tables,
    anomalies: findLabelAnomalies(labelled),
  };
}

/** The lines before the first numbered part. An attachment's label at the top (附件1) stands before front matter of its own. */
function linesBeforeParts(lines: readonly SourceLine[]): readonly SourceLine[] {
  const first = lines.findIndex((line) => {
    const label = findLabel(line.text);
    return label !== undefined && label.style !== "attachment";
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

function wholeText(source: string): OutlineNode {
  const own = { start: 0, end: source.length };
  return { index: 0, kind: "lead", depth: 0, label: "", number: undefined, path: [], title: "", own, span: { start: 0, end: 0 }, parent: undefined };
}

function yearIn(title: string): number | undefined {
  const year = /(?:19|20)[0-9]{2}(?=\s*年|[-—－至])/u.exec(title.normalize("NFKC"))?.[0];
  return year === undefined ? undefined : Number(year);
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/u, "");
}
