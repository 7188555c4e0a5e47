import { unitRegister } from "../src/cli/compose.ts";

const TASKS_A_DOCUMENT = 100;
const TIMES = ["每季度至少开展1次检查", "12月28日前完成", "全年至少举办2期培训", "每月28日前报送进展", "持续推进有关工作"];

export const PLAN_REGION = "云岭县";
export const PLAN_YEAR = 2026;

/** Plans of a county, each of a hundred tasks with three units and a time. */
export function planTexts(documents: number): readonly string[] {
  const units = unitRegister().units.map(({ short }) => `县${short}`);
  return Array.from({ length: documents }, (_, number) => {
    const items = Array.from({ length: TASKS_A_DOCUMENT }, (_item, index) => {
      const named = [0, 7, 19].map((step) => units[(number * 31 + index + step) % units.length]).join("、");
      return `${index + 1}.推进第${index + 1}项工作。${TIMES[(number + index) % TIMES.length]}。\n责任单位:${named}、各有关部门`;
    });
    return `云政办发〔${PLAN_YEAR}〕${number + 1}号\n${PLAN_REGION}${PLAN_YEAR}年第${number + 1}批重点工作安排\n${items.join("\n")}\n${PLAN_REGION}人民政府办公室\n${PLAN_YEAR}年1月12日\n`;
  });
}
