import { parseDate } from "./calendar.ts";
import { findDocumentNumber } from "./document-number.ts";
import { isOrganisation, issuerOfSignedDate, type LineKind, lineKindOf } from "./line-kinds.ts";
import type { SourceLine } from "./lines.ts";
import type { CalendarDate, DocumentNumber } from "./official-document.ts";
import { passedBy } from "./passing-note.ts";

/** What stands before the first numbered part, read. */
export interface FrontMatter {
  readonly documentNumber: DocumentNumber | undefined;
  /** Title of the notice or of the document itself, its lines joined, the issuer's line included. */
  readonly coverTitle: string;
  /** Title of the text that a covering notice brings; empty where it brings none. */
  readonly innerTitle: string;
  /** Issuing bodies, as printed in the title lines or in the signature. */
  readonly issuer: string | undefined;
  readonly primaryRecipients: readonly string[];
  readonly issuedOn: CalendarDate | undefined;
  /** For each line, whether it is front matter; the others are the introduction (引言). */
  readonly isFront: readonly boolean[];
}

/** Reads the lines before the first numbered part: title, number, addressees, covering notice, signature, date, title of the text brought. */
export function readFrontMatter(lines: readonly SourceLine[]): FrontMatter {
  const kinds = kindsInPlace(
    withWrappedNotes(
      lines,
      lines.map((line) => lineKindOf(line.text)),
    ),
  );
  const texts = lines.map((line) => line.text);
  const coverEnd = endOfTitle(kinds, 0);
  const cover = range(0, coverEnd);
  const inner = innerTitleOf(kinds, coverEnd);
  const signature = signatureOf(kinds, texts, coverEnd, inner);
  const passed = passedBy(texts.filter((_, index) => kinds[index] === "note"));
  const coverTitle = joined(cover.filter((index) => isTitle(kinds[index])).map((index) => texts[index] ?? ""));
  const dateLine = texts.find((_, index) => kinds[index] === "date" || kinds[index] === "signed-date");
  const recipients = texts.find((_, index) => kinds[index] === "recipients");
  const frontEnd = inner.length > 0 ? (inner.at(-1) ?? 0) + 1 : coverEnd;
  return {
    documentNumber: texts.map(findDocumentNumber).find((number) => number !== undefined),
    coverTitle,
    innerTitle: joined(inner.map((index) => texts[index] ?? "").filter((text) => !isOrganisation(text))),
    issuer: signature ?? issuerOfTitle(cover.filter((index) => isTitle(kinds[index])).map((index) => texts[index] ?? "")) ?? passed?.issuer,
    primaryRecipients: recipients === undefined ? [] : recipientsOf(recipients),
    issuedOn: (dateLine === undefined ? undefined : parseDate(dateLine)) ?? passed?.date,
    isFront: kinds.map((kind, index) => index < frontEnd || (kind !== "paragraph" && kind !== "words")),
  };
}

/** A title's lines without the breaks and the white space in them. */
export function joined(lines: readonly string[]): string {
  return lines.join("").replace(/\s+/gu, "");
}

/** Issuing bodies in the lines of a title: lines of their own, else the words before 关于. Joint issuers with a space between. */
export function issuerOfTitle(lines: readonly string[]): string | undefined {
  const ownLines: string[] = [];
  for (const line of lines) {
    if (!isOrganisation(line)) break;
    ownLines.push(...line.split(/[\s　]+/u));
  }
  if (ownLines.length > 0 && ownLines.length < lines.length) return ownLines.join(" ");
  const before = /^(.+?)关于/u.exec(joined(lines))?.[1];
  return before !== undefined && isOrganisation(before) ? before : undefined;
}

/** A note that was passed in two lines: （2020年11月20日某县人民政府第三十六次 / 常务会议通过）. */
function withWrappedNotes(lines: readonly SourceLine[], kinds: readonly LineKind[]): readonly LineKind[] {
  const isWrapped = (index: number): boolean => {
    const [text = "", next] = [lines[index]?.text, lines[index + 1]?.text];
    return /^[（(][^）)]*$/u.test(text) && next !== undefined && lineKindOf(text + next) === "note";
  };
  return kinds.map((kind, index) => (isWrapped(index) || isWrapped(index - 1) ? "note" : kind));
}

/** The second addressees-like line is a paragraph, and so is one before any title. */
function kindsInPlace(kinds: readonly LineKind[]): readonly LineKind[] {
  const first = kinds.indexOf("recipients");
  const hasTitle = kinds.slice(0, Math.max(first, 0)).some(isTitle);
  return kinds.map((kind, index) =>
    kind === "recipients" && (index !== first || !hasTitle || kinds.slice(0, index).includes("paragraph")) ? "paragraph" : kind,
  );
}

function isTitle(kind: LineKind | undefined): boolean {
  return kind === "words" || kind === "organisation";
}

function endOfTitle(kinds: readonly LineKind[], from: number): number {
  const end = kinds.findIndex((kind, index) => index >= from && (kind === "paragraph" || kind === "recipients"));
  return end < 0 ? kinds.length : end;
}

/** Line numbers of the title that follows the words of a covering notice; a signature before a date is none. */
function innerTitleOf(kinds: readonly LineKind[], coverEnd: number): readonly number[] {
  if (coverEnd === 0) return [];
  const lines = range(coverEnd, kinds.length).filter((index) => isTitle(kinds[index]));
  const lastDate = Math.max(kinds.lastIndexOf("date"), kinds.lastIndexOf("signed-date"));
  const after = lines.filter((index) => index > lastDate && kinds.slice(coverEnd, index).some((kind) => kind === "paragraph" || kind === "recipients"));
  const run = after.filter((index, position) => index - (after[0] ?? 0) === position);
  return run.some((index) => kinds[index] === "words") ? run : [];
}

/** Organisations on the lines just before the date, or just after it and before the title of the text brought. */
function signatureOf(kinds: readonly LineKind[], texts: readonly string[], coverEnd: number, inner: readonly number[]): string | undefined {
  const dateAt = kinds.findIndex((kind, index) => index >= coverEnd && (kind === "date" || kind === "signed-date"));
  if (dateAt < 0) return undefined;
  if (kinds[dateAt] === "signed-date") return spaced([issuerOfSignedDate(texts[dateAt] ?? "") ?? ""]);
  let start = dateAt;
  while (start > coverEnd && kinds[start - 1] === "organisation") start -= 1;
  if (start < dateAt) return spaced(texts.slice(start, dateAt));
  const after = texts[dateAt + 1];
  return after !== undefined && kinds[dateAt + 1] === "organisation" && !inner.includes(dateAt + 1) ? spaced([after]) : undefined;
}

function spaced(names: readonly string[]): string {
  return names
    .flatMap((name) => name.split(/[\s　]+/u))
    .filter((name) => name !== "")
    .join(" ");
}

/** Addressees by comma-separated groups, the closing colon dropped. */
function recipientsOf(line: string): readonly string[] {
  return line
    .replace(/[:：]\s*$/u, "")
    .split(/[，,；;]/u)
    .map((group) => group.trim())
    .filter((group) => group !== "");
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
