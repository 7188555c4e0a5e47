/** Words before a colon that name who does a task or by when (责任单位, 牵头部门, 完成时限). Source of a regex. */
export const DUTY_FIELD =
  "(?:(?:主要|其他|第一|整改|督办|协同)?(?:责任|牵头|主办|承办|实施|落实|负责|配合|协作|协办|协助|协同|参与|参加|支持|主管)(?:和?(?:责任|配合|牵头|协作|实施))?(?:单位|部门|主体|科室|领导|人)(?:及责任人)?|(?:完成|整改|办理|落实|办结|工作)?(?:时限|期限|时间节点)|(?:完成|整改|办结)(?:时间|日期)|(?:包案|分管|挂牌|挂联|督办|联系)(?:县|市|区)?领导|联系人)";

const STARTS_WITH_FIELD = new RegExp(`^[（(〔\\[【]?\\s*${DUTY_FIELD}\\s*[:：]`, "u");

/** Whether a line or the inside of a bracket begins with such a field. */
export function isDutyText(text: string): boolean {
  return STARTS_WITH_FIELD.test(text);
}
