import { describe, expect, test } from "vitest";
import { line, sheet, table } from "../../../test/documents/table-blocks.ts";
import { parseDocument } from "./parse-document.ts";
import { layOut, type SourceBlock } from "./source-text.ts";

const HEADER = ["序号", "事项", "具体措施", "责任单位", "完成时限"];
const ROW = ["1", "修缮校舍", "更换老旧门窗", "县教育局", "9月底前"];

function read(...blocks: readonly SourceBlock[]) {
  const { text, tables } = layOut(blocks);
  const { title, issuer, year, issuedOn, kind } = parseDocument(text, { id: "a", file: "甲.xlsx" }, tables);
  return { title, issuer, year, issuedOn, kind };
}

const WIDE = ["<", "<", "<", "<"];
const LEDGER = { title: "松源县校舍安全隐患整改台账", issuer: "松源县教育局", year: 2022, issuedOn: undefined, kind: "task_table" };

describe("表头上面几行：标题、填报单位、年份", () => {
  test.each([
    "填报单位：松源县教育局（2022年度）",
    "填报单位（盖章）：松源县教育局　　　　填报时间：2022年6月",
    "填表单位:松源县教育局（盖章）　2022年",
    "编制单位： 松源县教育局  单位：万元  （2022年）",
    "制表单位：松源县教育局 填表人：冯岚 2022年3月",
  ])("%s 写着谁填的，不是标题", (words) => expect(read(table([LEDGER.title, ...WIDE], [words, ...WIDE], HEADER, ROW))).toEqual(LEDGER));

  test("写在表格前面的也一样", () => expect(read(line(LEDGER.title), line("填报单位：松源县教育局（2022年度）"), table(HEADER, ROW))).toEqual(LEDGER));

  test("一行分几格写", () =>
    expect(read(table([LEDGER.title, ...WIDE], ["填报单位：松源县教育局", "<", "", "2022年6月", "单位：万元"], HEADER, ROW))).toMatchObject({
      title: LEDGER.title,
      issuer: LEDGER.issuer,
    }));

  test("标题下面一行单写着机关，那是发文机关", () =>
    expect(read(table(["2022年松源县校舍安全隐患整改台账", ...WIDE], ["松源县教育局", ...WIDE], HEADER, ROW))).toMatchObject({
      title: "2022年松源县校舍安全隐患整改台账",
      issuer: "松源县教育局",
      year: 2022,
    }));

  test.each(["填报单位：松源县教育局", "填报单位：松源县教育局　　填报人：冯岚"])("写在表格脚下的也一样：%s", (words) => {
    expect(read(table([LEDGER.title, ...WIDE], HEADER, ROW, [words, ...WIDE]))).toMatchObject({ title: LEDGER.title, issuer: LEDGER.issuer });
    expect(read(line(LEDGER.title), table(HEADER, ROW), line(words))).toMatchObject({ title: LEDGER.title, issuer: LEDGER.issuer });
  });

  test("标题上面一行单写着机关，也是", () =>
    expect(read(line("松源县教育局"), line("2022年校舍安全隐患整改清单"), table(HEADER, ROW))).toMatchObject({ issuer: "松源县教育局" }));

  test.each(["单位：万元", "计量单位：个", "填表人：冯岚", "填报日期：    年   月   日", "联系电话：0000000"])("%s 不是标题，也不是谁填的", (words) =>
    expect(read(table([LEDGER.title, ...WIDE], [words, ...WIDE], HEADER, ROW))).toMatchObject({ title: LEDGER.title, issuer: undefined }),
  );

  test("填报单位空着的，没有写是谁", () =>
    expect(read(table([LEDGER.title, ...WIDE], ["填报单位：          填报时间：", ...WIDE], HEADER, ROW))).toMatchObject({
      title: LEDGER.title,
      issuer: undefined,
    }));

  test("表前表里各印一遍的标题是一个", () => expect(read(line(LEDGER.title), table([LEDGER.title, ...WIDE], HEADER, ROW)).title).toBe(LEDGER.title));

  test("分两行的标题不少一行", () =>
    expect(read(line("松源县2022年"), line("校舍安全隐患整改台账"), table(HEADER, ROW))).toMatchObject({
      title: "松源县2022年校舍安全隐患整改台账",
      year: 2022,
    }));

  test("工作表的名称不是标题", () =>
    expect(read(sheet("Sheet1"), table([LEDGER.title, ...WIDE], ["填报单位：松源县教育局（2022年度）", ...WIDE], HEADER, ROW))).toEqual(LEDGER));
});
