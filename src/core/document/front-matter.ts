import { parseDate } from "./calendar.ts";
import { findDocumentNumber } from "./document-number.ts";
import { isOrganisation, issuerOfByline, issuerOfSignedDate, type LineKind, lineKindOf } from "./line-kinds.ts";
import type { SourceLine } from "./lines.ts";
import type { CalendarDate, DocumentNumber } from "./official-document.ts";
import { type Passing, passedBy } from "./passing-note.ts";

/** What stands before the first numbered part, read. */
export interface FrontMatter {
  readonly documentNumber: DocumentNumber | undefined;
  /** Title of the notice or of the document itself, its lines joined, the issuer's line included. */
  readonly coverTitle: string;
  /** Title of the text that a covering notice brings; empty where it brings none. */
  readonly innerTitle: string;
  /** Issuing bodies, as printed in the title lines or in the signature. */
  readonly issuer: string | undefined;
  /** The line that says who filled a table in (填报单位), whole: it may print the year. */
  readonly byline: string | undefined;
  readonly primaryRecipients: readonly string[];
  readonly issuedOn: CalendarDate | undefined;
  /** Body and day that the text was passed (contract `import.md`, rule 2), for a text that nobody signed. */
  readonly passed: Passing | undefined;
  /** For each line, whether it is front matter; the others are the introduction (引言). */
  readonly isFront: readonly boolean[];
}

/** Reads the lines before the first numbered part: title, number, addressees, covering notice, signature, date, title of the text brought. */
export function readFrontMatter(lines: readonly SourceLine[]): FrontMatter {
  const texts = lines.map((line) => line.text);
  const byForm = lines.map((line) => lineKindOf(line.text));
  const kinds = kindsInPlace(withWrappedNotes(lines, byForm), texts);
  const coverEnd = endOfTitle(kinds, 0);
  const titleLines = range(0, coverEnd).flatMap((index) => (isTitle(kinds[index]) ? [(texts[index] ?? "").replace(MASTHEAD_BEFORE, "")] : []));
  const bylines = bylinesOf(titleLines);
  const titles = withoutRepeated(withoutMasthead(titleLines.slice(0, titleLines.length - bylines.length)));
  const filledBy = texts.find((_, index) => kinds[index] === "byline");
  const inner = innerTitleOf(kinds, coverEnd);
  const signature = signatureOf(kinds, texts, coverEnd, inner);
  const dateLine = texts.find((_, index) => kinds[index] === "date" || kinds[index] === "signed-date");
  const recipients = texts.find((_, index) => kinds[index] === "recipients");
  const frontEnd = inner.length > 0 ? (inner.at(-1) ?? 0) + 1 : coverEnd;
  return {
    documentNumber: texts.map(findDocumentNumber).find((number) => number !== undefined),
    coverTitle: joined(titles),
    innerTitle: joined(inner.map((index) => texts[index] ?? "").filter((text) => !isOrganisation(text))),
    issuer: signature ?? (filledBy === undefined ? undefined : issuerOfByline(filledBy)) ?? (bylines.length > 0 ? spaced(bylines) : issuerOfTitle(titles)),
    byline: filledBy,
    primaryRecipients: recipients === undefined ? [] : recipientsOf(recipients),
    issuedOn: dateLine === undefined ? undefined : parseDate(dateLine),
    passed: passedBy(texts.filter((_, index) => kinds[index] === "note")),
    isFront: kinds.map((kind, index) => index < frontEnd || (kind !== "paragraph" && kind !== "words")),
  };
}

/** A title's lines without the breaks and the white space in them. */
export function joined(lines: readonly string[]): string {
  return lines.join("").replace(/\s+/gu, "");
}

/** Issuing bodies in the lines of a title: lines of their own, else the words before 关于. Joint issuers with a space between. */
export function issuerOfTitle(lines: readonly string[]): string | undefined {
  const first = lines.findIndex((line) => !isOrganisation(line));
  if (first > 0) return spaced(lines.slice(0, first));
  const before = /^(.+?)关于/u.exec(lines.join(""))?.[1]?.trim();
  return before !== undefined && isOrganisation(before) ? spaced([before]) : undefined;
}

/** A note that was passed in two lines: （2020年11月20日某县人民政府第三十六次 / 常务会议通过）. */
function withWrappedNotes(lines: readonly SourceLine[], kinds: readonly LineKind[]): readonly LineKind[] {
  const isWrapped = (index: number): boolean => {
    const [text = "", next] = [lines[index]?.text, lines[index + 1]?.text];
    return /^[（(][^）)]*$/u.test(text) && next !== undefined && lineKindOf(text + next) === "note";
  };
  return kinds.map((kind, index) => (isWrapped(index) || isWrapped(index - 1) ? "note" : kind));
}

const MASTHEAD = /(?:通报|简报|专报|快报|要情|动态|督查|督察|信息)$/u;
const ISSUE_NUMBER = /期[）)]?$/u;

/** The second addressees-like line is a paragraph, and so is one before any title. The masthead above 第17期 is furniture as that is. */
function kindsInPlace(kinds: readonly LineKind[], texts: readonly string[]): readonly LineKind[] {
  const first = kinds.indexOf("recipients");
  const before = kinds.slice(0, Math.max(first, 0));
  const isAddressed = before.some(isTitle) && !before.includes("paragraph");
  return kinds.map((kind, index) => {
    if (kind === "recipients" && (index !== first || !isAddressed)) return "paragraph";
    const text = texts[index] ?? "";
    const isMasthead = isTitle(kind) && MASTHEAD.test(text) && !text.includes("关于");
    return isMasthead && kinds[index + 1] === "furniture" && ISSUE_NUMBER.test(texts[index + 1] ?? "") ? "furniture" : kind;
  });
}

/** The red masthead where it stands on one line with the title: 云岭县人民政府办公室文件 云岭县人民政府办公室关于… */
const MASTHEAD_BEFORE = /^(?:\S{2,30}[\s　]+)?\S{0,30}文件[\s　]+(?=\S{4})/u;

/** The issuer on the first line, where the title names it again: 云岭县人民政府 | 云岭县人民政府关于… */
function withoutMasthead(titleLines: readonly string[]): readonly string[] {
  const [first = "", ...rest] = titleLines;
  return rest.length > 0 && isOrganisation(first) && joined(rest).startsWith(joined([first])) ? rest : titleLines;
}

/** The caption of a table that is printed before it and inside it again is one title. */
function withoutRepeated(titleLines: readonly string[]): readonly string[] {
  const half = titleLines.length / 2;
  const [first, second] = [titleLines.slice(0, half), titleLines.slice(half)];
  return titleLines.length > 1 && Number.isInteger(half) && joined(first) === joined(second) ? first : titleLines;
}

const TITLE_END = /(?:通知|规划|计划|方案|要点|意见|报告|总结|办法|规定|细则|分工|安排|清单|措施|纲要|函|通报|决定|公告|通告|台账|表|清?单)[）)》”]?$/u;

/** Issuing bodies on lines of their own below a whole title. */
function bylinesOf(titleLines: readonly string[]): readonly string[] {
  const last = titleLines.findLastIndex((line) => !isOrganisation(line));
  return last >= 0 && TITLE_END.test(titleLines[last] ?? "") ? titleLines.slice(last + 1) : [];
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
  const firstWords = kinds.findIndex((kind, index) => index >= coverEnd && (kind === "paragraph" || kind === "recipients"));
  const after = firstWords < 0 ? [] : lines.filter((index) => index > lastDate && index > firstWords);
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
