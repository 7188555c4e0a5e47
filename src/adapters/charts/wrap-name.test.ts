import { expect, test } from "vitest";
import { wrapName } from "./wrap-name.ts";

test.each([
  ["县司法局", 8, ["县司法局"]],
  ["县政务服务和大数据管理局", 8, ["县政务服务和", "大数据管理局"]],
  ["甲𠮷é", 2, ["甲𠮷", "é"]],
  ["", 8, [""]],
])("%s，一行 %d 个字", (name, most, lines) => expect(wrapName(name, most)).toEqual(lines));
