import { isDutyText } from "./duty-text.ts";
import { findLabel } from "./labels.ts";
import { isOrganisation, lineKindOf } from "./line-kinds.ts";
import type { SourceLine } from "./lines.ts";

/** Where the reader is. `list of attachments`: 附件:1.… and the numbered lines after it. `after`: after the last part, or after the date of a covering notice. */
export type Place = "front" | "lead" | "part" | "list of attachments" | "after";

const LIST_OF_ATTACHMENTS = /^附\s*件?\s*[:：]\s*\S/u;
const CLOSING_LINE = /^(?:抄\s*[送报]|主\s*送|分\s*送|附\s*注|联\s*系\s*(?:人|电话|方式)|[（(](?:此件|联系人))|\s\S*印发$/u;

/** After the last part, words to all recipients close the document. */
const DEMAND =
  /^(?:请?各\p{Script=Han}{0,6}(?:县|市|区|乡|镇|街道|单位|部门|地|级|组|企业|学校|院校|医院|社区|村|园区|站所|科室|股室|机关)|以上|上述|特此|(?:工作|有关|相关)要求[:：])/u;

/** What a line's place is read from besides the lines around it. */
interface PlaceContext {
  /** For the lines before the first numbered part, whether each is front matter. */
  readonly isFront: readonly boolean[];
  /** The last lines with a label and with the words of a duty. */
  readonly lastLabelled: number;
  readonly lastDuty: number;
  /** Whether the node before ends with the words of a duty. */
  readonly afterDuty: boolean;
}

/** The place of a line without a label. @param place that of the line before */
export function placeOf(place: Place, index: number, lines: readonly SourceLine[], context: PlaceContext): Place {
  const text = lines[index]?.text ?? "";
  if (index < context.isFront.length) return context.isFront[index] ? "front" : "lead";
  if (LIST_OF_ATTACHMENTS.test(text) || (place === "list of attachments" && findLabel(text)?.style === "arabic")) return "list of attachments";
  if (place === "list of attachments" || place === "after") return "after";
  if (CLOSING_LINE.test(text) && !isContactOfPart(lines, index, context.lastLabelled)) return "after";
  if (isSignature(lines, index)) return "after";
  if (index <= context.lastLabelled || isDutyText(text)) return place;
  const isDemand = index > context.lastDuty && DEMAND.test(text) && /[。；;）)]$/u.test(lines[index - 1]?.text ?? "");
  // A list of units may take several lines, before the next field or at the end.
  const isList = index < context.lastDuty || isOrganisation(text);
  return (context.afterDuty && !isList) || isDemand ? "after" : place;
}

/** 联系人:… below a part, as below others; at the end of a notice it says whom to ask. */
function isContactOfPart(lines: readonly SourceLine[], index: number, lastLabelled: number): boolean {
  if (!CONTACT_LINE.test(lines[index]?.text ?? "")) return false;
  return index < lastLabelled || lines.slice(0, Math.max(0, lastLabelled)).some(({ text }) => CONTACT_LINE.test(text));
}

const CONTACT_LINE = /^联\s*系\s*人\s*[:：]/u;

/** A date on a line of its own, or the issuing bodies on the one to three lines before it. */
function isSignature(lines: readonly SourceLine[], index: number): boolean {
  for (let ahead = index; ahead < Math.min(lines.length, index + 4); ahead += 1) {
    const kind = lineKindOf(lines[ahead]?.text ?? "");
    if (kind === "date" || kind === "signed-date") return true;
    if (kind !== "organisation") return false;
  }
  return false;
}

/** Whether words end with those that name the units of a task; what follows the last of these closes the document. */
export function endsWithDuty(words: string): boolean {
  return (
    isDutyText(words) ||
    (/[)）〕\]]。?$/u.test(words) && isDutyText(words.slice(Math.max(words.lastIndexOf("("), words.lastIndexOf("（"), words.lastIndexOf("〔")) + 1)))
  );
}
