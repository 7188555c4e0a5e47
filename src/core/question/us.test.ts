import { describe, expect, test } from "vitest";
import units from "../../../data/units.json" with { type: "json" };
import { createUnitRegister } from "../units/index.ts";
import { asksOfUs, withUs } from "./us.ts";

const register = createUnitRegister(units);

describe("我们局", () => {
  test.each([
    ["我们局有哪些任务", "县司法局有哪些任务"],
    ["我们单位牵头的任务", "县司法局牵头的任务"],
    ["我局有哪些任务", "县司法局有哪些任务"],
    ["咱们局牵头的", "县司法局牵头的"],
    ["咱单位有啥活", "县司法局有啥活"],
    ["我们局和县公安局共同承担的任务", "县司法局和县公安局共同承担的任务"],
    ["县公安局和我们局一起的任务", "县公安局和县司法局一起的任务"],
    ["哪些任务提到我们单位", "哪些任务提到县司法局"],
    ["本单位要做什么", "县司法局要做什么"],
    ["那我们局呢", "那县司法局呢"],
    ["我们局", "县司法局"],
    ["我们委12月底前要完成什么", "县司法局12月底前要完成什么"],
  ])("绑定了县司法局：%s → %s", (question, expected) => {
    expect(withUs(question, "县司法局", register)).toBe(expected);
    expect(asksOfUs(question, register)).toBe(true);
    expect(withUs(question, undefined, register)).toBe(question);
  });

  test.each([
    "我是水利局驻村的,我们局有啥要干的",
    "审计局新来的股长想看本单位的条目",
    "我们局长要看县财政局的任务",
    "我办理行政复议由谁负责",
    "我们镇长要参加的会议有哪些",
    "各部门要结合本单位实际做什么",
    "利用本单位物质技术条件取得的职务发明专利属于谁",
    "我们县有哪些任务",
    "咱县治安好不好谁负责",
    "我们村的法律顾问由谁负责",
    "行政复议由谁负责",
  ])("不是问自己单位，或者自己说了是哪个单位：%s 不变", (question) => {
    expect(withUs(question, "县司法局", register)).toBe(question);
    expect(asksOfUs(question, register)).toBe(false);
  });
});
