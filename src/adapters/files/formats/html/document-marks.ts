import { isDutyText } from "../../../../core/document/duty-text.ts";
import { findLabel } from "../../../../core/document/labels.ts";
import { lineKindOf } from "../../../../core/document/line-kinds.ts";
import type { PageBlock } from "./page-block.ts";

/** Words that end the title of a document. */
const TITLE_END =
  /(?:通知|通报|通告|公告|公报|决定|决议|意见|报告|请示|批复|函|纪要|方案|计划|规划|要点|办法|规定|规则|细则|条例|章程|制度|措施|预案|安排|分工|清单|台账|责任书|目录|标准|指南|总结|令|表)(?:[（(《].{0,30})?$/u;

/** Addressees of a whole county take a few hundred characters. */
const LONGEST_HEADER_LINE = 1000;

/** A line of a form that documents have and web sites have not: a number, a duty label, a document number, addressees, a signature's date. */
export function isMarked(block: PageBlock): boolean {
  if (block.cells) return true;
  if (block.linkHan * 2 > block.han) return false;
  if (findLabel(block.text) || isDutyText(block.text)) return true;
  if (block.text.length > LONGEST_HEADER_LINE) return false;
  const kind = lineKindOf(block.text);
  return kind === "number" || kind === "date" || kind === "recipients" || kind === "signed-date" || kind === "note";
}

/** Whether a line may be a document's title. */
export function isTitle(text: string): boolean {
  return text.length <= 120 && TITLE_END.test(text.replace(/[\s\u3000]+/gu, "")) && !/[。；;：:]/u.test(text);
}
