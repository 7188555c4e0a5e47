import type { UnitRegister } from "../units/unit.ts";

/*
 * 我们局, 咱单位, 本委: the unit that the reader belongs to. It is known where the chat was bound to one; else the reader
 * is asked, unless the question itself says where its writer works (我是水利局的,我们局有啥要干的).
 */

const UNIT_WORD =
  "单位|部门|办公室|办事处|街道办事处|街道办?|(?:乡|镇)(?:人民)?政府|委员会|中心|大队|支队|局(?:机关|里)?(?![限部势面长])|委(?:里)?(?![托派屈员])|办(?![理事公法完结好成案证过得了])|院(?![长子])|乡(?![镇下亲村里土])|镇(?![长上])|部(?![分门署长])|处(?![理置罚在于分长])";
const OUR_UNIT = new RegExp(
  `(?:我|咱|俺)(?:们|們)?这?个?(?:${UNIT_WORD})|(?<=^|[,。?!:\\s看查问列下想]|请问|涉及)本(?:单位|部门|街道|[局委办院乡镇])(?![实职人身内])`,
  "u",
);
/** Words with which duties are asked for. */
const OF_DUTIES =
  /任务|负责|牵头|配合|参与|承担|分工|职责|有哪|有什么|有啥|要[做干办]|该[做干办]|[做干]什么|[做干]啥|要完成|完成什么|到期|期限|时限|截止|几项|几条|多少[项条]|提到|涉及|点名|写到|工作|活|一起|呢/u;
/** So few words beside 我们局 can only ask for its duties. */
const SHORT_CHARACTERS = 12;
/** Joins two units that are asked about together. */
const JOINT = /^[和与跟及同、]$/u;

/** Whether words, as they were written, may speak of the unit that their writer belongs to. */
export function mayMeanUs(words: string): boolean {
  return OUR_UNIT.test(words.replace(/\s+/gu, ""));
}

/** Whether a normalised question asks of the unit that its writer belongs to, and does not say which that is. */
export function asksOfUs(question: string, register: UnitRegister): boolean {
  return findUs(question, register) !== undefined;
}

/** The question with the unit's name for 我们局. @param us undefined where nobody knows: the question stays as it is */
export function withUs(question: string, us: string | undefined, register: UnitRegister): string {
  const found = us === undefined ? undefined : findUs(question, register);
  return found === undefined ? question : `${question.slice(0, found.start)}${us}${question.slice(found.end)}`;
}

function findUs(question: string, register: UnitRegister): { readonly start: number; readonly end: number } | undefined {
  const match = OUR_UNIT.exec(question);
  if (!match || !(OF_DUTIES.test(question) || question.length <= SHORT_CHARACTERS)) return undefined;
  const start = match.index;
  const toldBefore = register.findMentions(question).some(({ end }) => end <= start && !JOINT.test(question.slice(end, start)));
  return toldBefore ? undefined : { start, end: start + match[0].length };
}
