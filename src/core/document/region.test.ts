import { describe, expect, test } from "vitest";
import { regionOf } from "./region.ts";

describe("regionOf 名称开头的地方", () => {
  test.each([
    ["西平县人民政府办公室", "西平县"],
    ["驻马店市西平县人民政府", "西平县"],
    ["河南省驻马店市人民政府", "驻马店市"],
    ["青溪区安全生产委员会", "青溪区"],
    ["白石市人民政府办公室", "白石市"],
    ["中共云岭县委办公室", "云岭县"],
    ["阿鲁科尔沁旗人民政府", "阿鲁科尔沁旗"],
    ["三江侗族自治县人民政府", "三江侗族自治县"],
    ["云岭县2021年法治政府建设工作要点", "云岭县"],
  ])("%s → %s", (text, region) => expect(regionOf(text)).toBe(region));

  test.each(["", "安全生产委员会", "产业集聚区管理委员会", "2021年工作要点", "全县法治建设要点"])("「%s」没有", (text) =>
    expect(regionOf(text)).toBeUndefined(),
  );
});
