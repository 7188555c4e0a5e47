import { describe, expect, test } from "vitest";
import { isExportWish } from "./export-wish.ts";

describe("isExportWish 要导出", () => {
  test.each(["导出", "导出表格", "下载表格", "导出xlsx", "导出 Excel", "请导出。", "把上面的任务导出成表格", "麻烦帮我下载一下", "「导出」", "導出"])(
    "%s → 是",
    (words) => expect(isExportWish(words)).toBe(true),
  );
  test.each([
    "",
    "表格",
    "县司法局的任务导出",
    "导出县司法局的任务",
    "怎么导出",
    "出口导出管理由谁负责",
    "下载中心归谁管",
    "数据导出制度是什么",
    "导".repeat(5000),
  ])("%s → 不是", (words) => expect(isExportWish(words)).toBe(false));
});
