/** Headings of aims and principles, which are no tasks (contract `import.md`, rule 3). */
export const AIMS = /^(?:[\p{Script=Han}]{0,4}(?:目标|原则|总体要求|指导思想|总体思路|总体安排))(?:和|与|及|任务|$)/u;
/** Headings of when, where and for whom, and of what was found or done: no tasks unless fields name units. */
export const CIRCUMSTANCES =
  /^\p{Script=Han}{0,6}(?:时间|期限|范围|对象|地点)$|(?:总体|基本|进展|完成|开展|落实|推进|督查)情况$|(?:成效|成绩|做法|经验|不足)$|^存在的?(?:主要)?问题$/u;
/** Headings of requirements to all recipients; who is only told something there has no task of his own. */
export const REQUIREMENTS = /^(?:[\p{Script=Han}]{0,4}要求)$/u;
/** Headings of what a report plans. */
export const PLANS_AHEAD = /下一步|下一年|下阶段|今后|明年|来年|(?:工作)?(?:计划|打算|安排)|整改(?:措施|计划|方案)|年(?:度)?(?:工作)?(?:重点|思路|任务|目标)/u;
