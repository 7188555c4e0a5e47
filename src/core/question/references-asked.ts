import { parseNumeral } from "../text/numerals.ts";
import { topicStretches } from "./stop-phrases.ts";

/** A document that a question names by its number (发文字号) or title. */
export interface AskedReference {
  readonly printed: string;
  readonly number: { readonly agency: string; readonly year: number | undefined; readonly sequence: number } | undefined;
  readonly title: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** Brackets are folded before; year brackets may be lost: 国办发[2018]37号, 国办发2018年37号, 国办发37号文. */
const NUMBERED = /([\p{Script=Han}]{1,9}[发办函字电规通令政])[[(]?(\d{4})?[\])]?年?第?(\d{1,4})号(?:文件?)?/gu;
const SEQUENCE_ONLY = /(?<![\p{Script=Han}\d])(\d{1,4})号文(?:件)?/gu;
const TITLED = /[《<]([^《》<>]{2,80})[》>]/gu;
const LEADING_WORDS =
  /^(?:请问|查一?下|查查|看看|查|问|那|和|与|跟|把|被|对|引用|援引|提到|写到|依据|落实|执行|贯彻|了|过|按照?|根据|依据|文件|关于|这个|那个)+/u;

const MAY_CITE = /[号《<]/u;

/** Document numbers and titles in a question, left to right. */
export function findAskedReferences(question: string): readonly AskedReference[] {
  if (!MAY_CITE.test(question)) return [];
  const folded = question.replace(/[〔【]/gu, "[").replace(/[〕】]/gu, "]");
  const found: AskedReference[] = [];
  for (const match of folded.matchAll(NUMBERED)) {
    const agency = topicStretches((match[1] ?? "").replace(LEADING_WORDS, "")).at(-1) ?? "";
    const sequence = parseNumeral(match[3] ?? "");
    if (sequence === undefined || agency.length < 2) continue;
    const start = match.index + (match[1] ?? "").length - agency.length;
    found.push({
      printed: question.slice(start, match.index + match[0].length),
      number: { agency, year: match[2] ? Number(match[2]) : undefined, sequence },
      title: undefined,
      start,
      end: match.index + match[0].length,
    });
  }
  for (const match of folded.matchAll(SEQUENCE_ONLY)) {
    if (found.some(({ start, end }) => match.index < end && start < match.index + match[0].length)) continue;
    found.push({
      printed: match[0],
      number: { agency: "", year: undefined, sequence: Number(match[1]) },
      title: undefined,
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of folded.matchAll(TITLED)) {
    found.push({ printed: `《${match[1]}》`, number: undefined, title: match[1], start: match.index, end: match.index + match[0].length });
  }
  return found.sort((a, b) => a.start - b.start);
}
