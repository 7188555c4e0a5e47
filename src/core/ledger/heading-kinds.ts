/** Headings of aims and principles, which are no tasks (contract `import.md`, rule 3). */
export const AIMS = /^(?:[\p{Script=Han}]{0,4}(?:目标|原则|总体要求|指导思想|总体思路|总体安排))(?:和|与|及|任务|$)/u;
/** Headings of when, where and for whom, and of what was found or done: no tasks unless fields name units. 划定保护范围 tells what to do. */
export const CIRCUMSTANCES =
  /^(?!划定|明确|扩大|确定|调整|界定|拓展|拓宽|缩短|延长|压缩|压减|规范|优化|严格|缩小|公布|统一|限定|落实|锁定|增加|减少)\p{Script=Han}{0,6}(?:时间|期限|范围|对象|地点)$|(?:总体|基本|进展|完成|开展|落实|推进|督查)情况$|(?:成效|成绩|做法|经验|不足)$|^存在的?(?:主要)?问题$/u;
/** Headings of requirements to all recipients; who is only told something there has no task of his own. */
export const REQUIREMENTS = /^(?:[\p{Script=Han}]{0,4}要求)$/u;
/** All to whom a document is sent. */
export const RECIPIENTS = /^各(?:有关|相关|责任|成员|级|地)*(?:单位|部门|地|级)(?:各(?:有关|相关)?(?:单位|部门))?$/u;
/** Headings of what a report plans. */
export const PLANS_AHEAD = /下一步|下一年|下阶段|今后|明年|来年|(?:工作)?(?:计划|打算|安排)|整改(?:措施|计划|方案)|年(?:度)?(?:工作)?(?:重点|思路|任务|目标)/u;
