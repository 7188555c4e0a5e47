import type { Role } from "../ledger/task.ts";

/** How a question says that a unit takes part. */
export interface AskedRole {
  /** In this role. */
  readonly role?: Role;
  /** Takes part, and not in this role. */
  readonly notRole?: Role;
}

const LEAD = "牵头|主办|领衔|主责";
const SUPPORT = "配合|协办|协助|协同|协作";
const ROLE_WORD = new RegExp(`^(?:${LEAD})`, "u");
const BETWEEN = "(?:一家|单独|共同|联合|同时|作为|来|去|都|也|还|要|需要|是|在|当|做)*";
/** 司法局牵头, 司法局也要配合; 司法局参与但不牵头, 司法局不牵头. */
const AFTER = new RegExp(
  `^${BETWEEN}(?:(?<not>(?:参与|参加|有份|在内|配合|负责)?(?:,|、)?(?:而|但|却|可)?(?:又)?(?:并?不|没有?|并非|未|不是)(?:是|当|做)?)(?<denied>${LEAD}|${SUPPORT})|(?<stated>${LEAD}|${SUPPORT}))`,
  "u",
);
/** 牵头单位是司法局, 由谁牵头:司法局 */
const BEFORE = new RegExp(`(?<stated>${LEAD}|${SUPPORT})(?:单位|部门|方|者)?(?:里|中)?(?:是|为|有|含|:|写的?是|给了?)$`, "u");
/** Words between units of one list. */
const JOINS = /^(?:、|和|与|及|以及|跟|同|或|或者|还是|\/)$/u;

/**
 * The role that a question gives to each of the units that it names, in their order: what stands right behind a unit, or
 * behind the list that it is in, or before it.
 * @param spans where the units stand in the question, left to right
 */
export function findAskedRoles(question: string, spans: readonly { readonly start: number; readonly end: number }[]): readonly AskedRole[] {
  const roles: AskedRole[] = [];
  for (let index = spans.length - 1; index >= 0; index -= 1) {
    const span = spans[index];
    const next = spans[index + 1];
    if (!span) continue;
    const inList = next !== undefined && JOINS.test(question.slice(span.end, next.start));
    roles[index] = inList ? (roles[index + 1] ?? {}) : roleAt(question, span.start, span.end, next?.start ?? question.length);
  }
  return roles;
}

function roleAt(question: string, start: number, end: number, until: number): AskedRole {
  const after = AFTER.exec(question.slice(end, Math.min(until, end + 14)))?.groups;
  const denied = after?.["denied"];
  if (denied !== undefined) return { notRole: roleOf(denied) };
  const stated = after?.["stated"] ?? BEFORE.exec(question.slice(Math.max(0, start - 10), start))?.groups?.["stated"];
  return stated === undefined ? {} : { role: roleOf(stated) };
}

function roleOf(word: string): Role {
  return ROLE_WORD.test(word) ? "lead" : "support";
}
