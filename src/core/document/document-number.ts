import { parseNumeral } from "../text/numerals.ts";
import type { DocumentNumber } from "./official-document.ts";

/**
 * A document number (发文字号, GB/T 9704-2012 §7.2.5) with any of the brackets that documents print: 〔〕 [] () 【】.
 * 西政办〔2020〕20号, 云政发[2024]5号, 南普法发（2019）第22号; not 2024年5号楼. Source of a regex with the groups agency, year, sequence.
 */
export const DOCUMENT_NUMBER =
  "(?<agency>[\\p{Script=Han}A-Za-z]{1,20})\\s*[〔\\[［（(【﹝]\\s*(?<year>[0-9０-９]{4})\\s*[〕\\]］）)】﹞]\\s*第?\\s*(?<sequence>[0-9０-９]{1,5})\\s*号";

const WHOLE_LINE = new RegExp(`^(?:(?:发文字号|文\\s*号)\\s*[:：]?\\s*)?(?<printed>${DOCUMENT_NUMBER})(?=\\s|$)`, "u");

/** A number that lost a bracket or both, or its 号: 株县发20174, 麻府办函〔202276, 牟政办发〔201746号. Its year has four digits, the rest is the sequence. */
const DAMAGED_LINE =
  /^(?<printed>(?<agency>\p{Script=Han}{1,18}(?:发|函|字|号|令|办|政|电|督|规))\s*[〔[［（(【﹝]?\s*(?<year>(?:19|20)[0-9]{2})\s*[〕\]］）)】﹞]?\s*(?<sequence>[0-9]{1,4})\s*号?)$/u;

/** The document number that a line of front matter consists of, or begins with before white space (签发人 may follow). */
export function findDocumentNumber(line: string): DocumentNumber | undefined {
  const groups = (WHOLE_LINE.exec(line) ?? DAMAGED_LINE.exec(line))?.groups;
  if (!groups) return undefined;
  const year = parseNumeral(groups["year"] ?? "");
  const sequence = parseNumeral(groups["sequence"] ?? "");
  if (year === undefined || sequence === undefined || year < 1900 || year > 2199) return undefined;
  return { agencyCode: groups["agency"] ?? "", year, sequence, printed: groups["printed"] ?? "" };
}
