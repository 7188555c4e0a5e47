import { DATE_NUMBER, parseDate } from "./calendar.ts";
import type { CalendarDate } from "./official-document.ts";

/** By whom and when a regulation was passed. */
export interface Passing {
  /** As printed, less its session and the number of the meeting: 云岭县人民代表大会常务委员会 */
  readonly issuer: string | undefined;
  readonly date: CalendarDate | undefined;
}

const DATE = new RegExp(`${DATE_NUMBER}\\s*年\\s*${DATE_NUMBER}\\s*月\\s*${DATE_NUMBER}\\s*日`, "gu");
const PASSED = /^\s*(?<body>[^，,；;。）)]{0,60}?)(?:审议|讨论|研究|会议)?(?:通过|批准|公布|发布|印发)/u;
/** The name of a body with its session and meeting is no longer. UTF-16 code units. */
const LONGEST_BODY = 80;
const NUMERAL = "[〇零一二三四五六七八九十百0-9０-９]{1,6}";
/** What follows the name of the body. */
const SESSION = new RegExp(`第?\\s*${NUMERAL}\\s*次|令?\\s*第?\\s*${NUMERAL}\\s*号|令$|(?:常务|全体|党组|主任|办公)?会议|(?:常务|办公)会$`, "u");
const TERM = new RegExp(`第?\\s*${NUMERAL}\\s*届`, "gu");

/**
 * Reads the notes under a regulation's title: （2020年11月20日某县人民政府第三十六次常务会议通过）. Of several the first counts.
 * Contract `import.md`, rule 2. Undefined where no note says so.
 */
export function passedBy(notes: readonly string[]): Passing | undefined {
  const text = notes.join("");
  for (const match of text.matchAll(DATE)) {
    const end = match.index + match[0].length;
    const after = PASSED.exec(text.slice(end, end + LONGEST_BODY))?.groups?.["body"];
    if (after === undefined) continue;
    const before = text
      .slice(Math.max(0, match.index - LONGEST_BODY), match.index)
      .split(/[^\p{Script=Han}]/u)
      .at(-1);
    return { issuer: bodyIn(after) ?? bodyIn(before ?? ""), date: parseDate(match[0]) };
  }
  return undefined;
}

function bodyIn(words: string): string | undefined {
  const name = words
    .replace(/\s+/gu, "")
    .replace(TERM, "")
    .replace(/^(?:已?经|由)/u, "");
  const session = SESSION.exec(name);
  const body = session ? name.slice(0, session.index) : name;
  return /^\p{Script=Han}{2,40}$/u.test(body) ? body : undefined;
}
