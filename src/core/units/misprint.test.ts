import { describe, expect, test } from "vitest";
import unitData from "../../../data/units.json" with { type: "json" };
import { createUnitRegister } from "./index.ts";

const register = createUnitRegister(unitData);
const read = (printed: string) => {
  const { name, kind } = register.readName(printed, { level: "县" });
  return `${name} ${kind}`;
};

describe("单位名错了一个形近或音近的字", () => {
  test.each([
    ["区教有局", "区教育局"],
    ["县财正局", "县财政局"],
    ["县水刊局", "县水利局"],
    ["县审什局", "县审计局"],
    ["县公安居", "县公安局"],
  ])("%s → %s", (printed, name) => expect(read(printed)).toBe(`${name} misprint`));

  test.each(["县农机局", "县烟草局", "县盐业局", "县粮食局", "县畜牧局"])("%s是另一个单位", (printed) => expect(read(printed)).not.toContain("misprint"));
});
