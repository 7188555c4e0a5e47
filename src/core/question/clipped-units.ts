import type { UnitMention, UnitRegister } from "../units/unit.ts";

/** Endings that speakers drop: 发改(委), 人社(局), 组织(部). */
const ENDING = /(?:管理局|局|委|办|部)$/u;
const STEM = "\\p{Script=Han}{2,6}?";
/** A stem without the words that set stems apart, so that a row is cut in one way only. */
const APART = "[^\\P{Script=Han}和跟与]{2,6}?";
/** 人社、住建、交通、水利四家; 发改和司法都在的 */
const ROW = new RegExp(
  `(${APART}(?:[、和跟与]{1,2}${APART}){1,7})(?=(?:这|那)?[两二三四五六七八2-8](?:家|个(?:部门|单位|局))|都(?:在|有|参与|参加|负责|要)|共同|一起|一块)`,
  "u",
);
/** 发改名下的, 住建那边的任务 */
/** 水利上有啥, 人社的,哪几项: the stem begins the question. */
const OPENING = new RegExp(`^(?:那|请问|我们|咱们?)?(${STEM})(?=上(?:有|要|今年|的|在|管)|口(?:上|的)?|系统|条线|部门|的(?:[,。?]|哪|有|任务|活))`, "u");
const OWNED = new RegExp(`(${STEM})(?=名下|这边的?(?:任务|活|事)|那边的?(?:任务|活|事)|口(?:上|的)(?:任务|活|事))`, "gu");

/** What must stand in a question for a pattern to match; most hold none of it. */
const ROW_JOINT = /[、和跟与]/u;
const ROW_HINT = /[家个都]|共同|一[起块]/u;
const OWNED_HINT = /名下|[这那]边|口[上的]/u;
const OPENING_HINT = /^.{2,9}(?:[上口的]|系统|条线|部门)/u;

/** Adds units whose names are clipped to their stem, where the words around say that units are meant: a bare 交通 or 财政 is a topic. */
export function withClipped(question: string, mentions: readonly UnitMention[], register: UnitRegister): readonly UnitMention[] {
  const free = (start: number, end: number): boolean => !mentions.some((mention) => start < mention.end && mention.start < end);
  const found: UnitMention[] = [];
  const add = (stem: string, start: number): boolean => {
    const mention = free(start, start + stem.length) ? mentionOf(stem, start, register) : undefined;
    if (mention) found.push(mention);
    return mention !== undefined;
  };
  const row = ROW_JOINT.test(question) && ROW_HINT.test(question) ? ROW.exec(question) : null;
  if (row?.[1] !== undefined) {
    let at = row.index;
    for (const part of row[1].split(/([、和跟与])/u)) {
      for (let cut = 0; cut <= part.length - 2 && /\p{Script=Han}/u.test(part); cut += 1) if (add(part.slice(cut), at + cut)) break;
      at += part.length;
    }
  }
  for (const match of OWNED_HINT.test(question) ? question.matchAll(OWNED) : []) {
    const stem = match[1] ?? "";
    for (let cut = 0; cut <= stem.length - 2; cut += 1) if (add(stem.slice(cut), match.index + cut)) break;
  }
  const opening = OPENING_HINT.test(question) ? OPENING.exec(question) : null;
  if (opening?.[1] !== undefined) add(opening[1], opening[0].length - opening[1].length);
  if (found.length === 0) return mentions;
  return [...mentions, ...found].sort((a, b) => a.start - b.start);
}

/** 政府 and 县委 are more than their offices. */
const NOT_A_STEM = /^(?:人民)?政府$|^[县市区]?委$|^党委$|^乡镇$/u;

/** The one unit whose short or everyday name is the stem and a dropped ending. */
function mentionOf(stem: string, start: number, register: UnitRegister): UnitMention | undefined {
  if (NOT_A_STEM.test(stem)) return undefined;
  const named = register.units.filter(({ short, everyday }) =>
    [short, ...everyday].some((name) => name.replace(/^委/u, "").replace(ENDING, "") === stem && name !== stem),
  );
  const [unit] = named;
  if (!unit || named.length > 1) return undefined;
  return { unit: unit.id, name: unit.short, printed: stem, kind: "everyday", start, end: start + stem.length, place: undefined, level: undefined };
}
