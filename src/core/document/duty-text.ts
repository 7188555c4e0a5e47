/** Who acts, in labels such as 牵头单位, 责任(配合)单位, 协同责任单位. */
const ACTS =
  "(?:主要|其他|第一|整改|督办|协同|联合|具体|直接)?(?:责\\s*任|牵头|主办|承办|实施|落实|负责|配合|协作|协办|协助|协同|参与|参加|支持|主管|督办|会办|监管)(?:\\s*[（(](?:配合|协作|牵头|责任)[）)])?(?:和?(?:责任|配合|牵头|协作|实施))?";
/** Labels without 单位: 主办:, 其他责任: */
const BARE = "(?:主要|其他|牵头|协同|配合)责任|主办|承办|协办|会办|牵头|配合|督办";
const TIME = "(?:完成|整改|办理|落实|办结|工作|推进|反馈|实施)?(?:时\\s*限|期限|时间节点)(?:要求)?|(?:完成|整改|办结)(?:时间|日期|节点)|时间(?:安排|要求|进度)";
const PERSON = "(?:包案|包片|包保|包联|包抓|分管|挂牌|挂联|挂点|督办|联系|牵头)(?:县|市|区|镇|乡)?(?:级)?领导|联系人";

/** Words before a colon that name who does a task or by when (责任单位, 牵头部门, 完成时限). Source of a regex. */
export const DUTY_FIELD = `(?:${PERSON}|${ACTS}(?:单\\s*位|部门|主体|机构|科室|股室|领导|人)(?:及责任人)?|${TIME}|${BARE})`;

const STARTS_WITH_FIELD = new RegExp(`^[（(〔\\[【]?\\s*${DUTY_FIELD}\\s*[:：]`, "u");

/** Whether a line or the inside of a bracket begins with such a field. */
export function isDutyText(text: string): boolean {
  return STARTS_WITH_FIELD.test(text);
}
