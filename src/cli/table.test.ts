import { expect, test } from "vitest";
import { renderTable } from "./table.ts";

test("columns are aligned by what characters take on a terminal, a Chinese one two columns", () => {
  expect(
    renderTable(
      ["序号", "任务", "单位"],
      [
        ["1", "学法", "县司法局"],
        ["10", "A类\n评估", "各有关部门"],
      ],
    ),
  ).toBe(["序号  任务      单位", "────  ────────  ────", "1     学法      县司法局", "10    A类 评估  各有关部门", ""].join("\n"));
});
