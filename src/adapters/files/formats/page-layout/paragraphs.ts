import { findLabel } from "../../../../core/document/labels.ts";
import { hangingWidth, isCentred, isSetIn, type Setting } from "./margins.ts";
import type { TextLine } from "./text-lines.ts";
import { isWrapped, joinWrapped } from "./wrapping.ts";

/** A line with the page that it stands on, from 0. */
export interface PlacedLine {
  readonly line: TextLine;
  readonly page: number;
}

/** A distance this many times the usual from line to line parts paragraphs. */
const WIDE_PITCH = 1.4;

/** A line of a table of contents: 第一章　总则……3 */
const LEADER = /(?:…|[.．·•_]{3}|-{3})[\s　]*[0-9]*$/u;
/** How much narrower than the text words after 抄送： may be set, in ems. */
const NARROWER_EM = 2;

/** Joins lines that follow each other, without a table between, into paragraphs. */
export function paragraphsOf(lines: readonly PlacedLine[], setting: Setting): readonly string[] {
  const paragraphs: string[] = [];
  let first: TextLine | undefined;
  let hang: number | undefined;
  lines.forEach((placed, index) => {
    const before = lines[index - 1];
    const { line } = placed;
    if (before && first && continues(before, placed, hang, setting)) {
      paragraphs.push(joinWrapped(paragraphs.pop() ?? "", line.text));
      return;
    }
    paragraphs.push(line.text);
    first = line;
    const width = hangingWidth(line);
    hang = width === undefined ? undefined : line.x + width;
  });
  return paragraphs;
}

/** @param hang where lines under the paragraph's label stand, in points */
function continues(before: PlacedLine, next: PlacedLine, hang: number | undefined, setting: Setting): boolean {
  const a = before.line;
  const b = next.line;
  if (Math.abs(a.size - b.size) > 0.12 * Math.max(a.size, b.size)) return false;
  if (isCentred(a, setting) || isCentred(b, setting)) return isOneTitle(before, next, setting);
  // 版记 and lists of attachments are set to a narrower measure.
  const isNarrower = hang !== undefined && /[，、；,;\p{Script=Han}]$/u.test(a.text) && findLabel(b.text) === undefined;
  const room = (setting.right - a.right) / a.size - (isNarrower ? NARROWER_EM : 0);
  if (!isWrapped(room, b.text)) return false;
  if (LEADER.test(a.text) || (findLabel(b.text) !== undefined && /[。；;：:！？）)]$/u.test(a.text))) return false;
  const isUnderLabel = hang !== undefined && Math.abs(b.x - hang) < b.size * 0.7;
  if (isUnderLabel) return true;
  if (b.x - setting.left >= b.size * 1.2) return false;
  if (setting.indents) return !isSetIn(b, setting.left);
  return before.page !== next.page || b.y - a.y <= setting.pitch * WIDE_PITCH;
}

/** Lines of one title, in larger type than the text and close together. */
function isOneTitle(before: PlacedLine, next: PlacedLine, setting: Setting): boolean {
  const a = before.line;
  const b = next.line;
  if (before.page !== next.page || !isCentred(a, setting) || !isCentred(b, setting)) return false;
  if (a.size <= setting.size * 1.12 || b.y - a.y > a.size * 2.4) return false;
  return !/^[（(〔]/u.test(b.text) && !/[）)]$/u.test(a.text) && findLabel(b.text) === undefined;
}
