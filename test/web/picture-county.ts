import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeSnapshot } from "../../src/adapters/files/seeds.ts";
import { createTestAssistant, type TestAssistant } from "../questions/assistant.ts";
import { READING } from "../reading.ts";

/** A plan with all roles, dates in two years, a unit with two roles and a long name. */
const YUNLING = `云岭县2021年法治政府建设工作要点
2021年3月1日
一、学习
(一)每季度至少学法1次。
牵头单位:县司法局
配合单位:县财政局、县司法局
(二)6月15日前完成清理，2022年3月底前完成复查。
牵头单位:县财政局
责任单位:县司法局、谭店乡人民政府、县深入推进法治政府建设示范创建工作领导小组办公室
二、宣传
(三)定期宣传。
牵头单位:县市场监管局
配合单位:县司法局
(四)推进落实。
责任单位:各有关部门
(五)12月底前总结。
责任单位:谭店乡人民政府
`;
const YUNLING_BEFORE = "云岭县2020年法治政府建设工作要点\n2020年3月1日\n一、学习\n(一)年底前学法。\n责任单位:县司法局\n";
const QINGXI = "青溪区2021年普法工作要点\n2021年4月1日\n一、普法\n(一)11月底前总结。\n责任单位:区司法局\n(二)推进落实。\n责任单位:各有关部门\n";
const VAGUE = "青溪区2019年督查工作要点\n2019年4月1日\n一、督查\n(一)推进落实。\n责任单位:各有关部门\n";
const REPORT = "白塔县2020年法治政府建设年度报告\n2021年1月5日\n一、工作情况\n1.推进政务公开。全年公开信息1203条。\n";

/** Documents of three counties, of which one has a report alone. */
export async function createPictureCounties(): Promise<TestAssistant> {
  const folder = mkdtempSync(join(tmpdir(), "mingbai-counties-"));
  const write = (id: string, region: string, year: number, text: string): void => {
    writeFileSync(join(folder, `${id}.txt`), text);
    writeFileSync(join(folder, `${id}.json`), JSON.stringify({ id, region, year, source: "测试" }));
  };
  write("yunling-2021", "云岭县", 2021, YUNLING);
  write("yunling-2020", "云岭县", 2020, YUNLING_BEFORE);
  write("qingxi-2021", "青溪区", 2021, QINGXI);
  write("qingxi-2019", "青溪区", 2019, VAGUE);
  write("baita-2020", "白塔县", 2020, REPORT);
  try {
    return await createTestAssistant(() => takeSnapshot(folder, READING));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
