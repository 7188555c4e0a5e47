import { describe, expect, test } from "vitest";
import { county, read } from "../../../test/county.ts";
import { describeInEnglish } from "./describe.en.ts";

const described = (question: string): string => describeInEnglish(read(question), county.corpus);

describe("describeInEnglish 问题怎么读的,用英文说", () => {
  test.each([
    ["县公安局有哪些任务", "云岭县 2021 · tasks of 县公安局"],
    ["县公安局和县卫健委共同负责的任务有几项", "云岭县 2021 · number of tasks of 县公安局 and 县卫健委"],
    ["县公安局或县财政局负责的任务", "云岭县 2021 · tasks of 县公安局 or 县财政局"],
    ["有县公安局但没有县财政局的任务", "云岭县 2021 · tasks of 县公安局 without 县财政局"],
    ["县大数据局牵头的任务", "云岭县 2021 · tasks led by 县大数据局"],
    ["9月底前要完成的任务有哪些", "云岭县 2021 · tasks due by 2021-09-30"],
    ["哪些任务有每季度的要求", "云岭县 2021 · tasks every quarter"],
    ["第二部分有哪些任务", "云岭县 2021 · tasks in 二、优化办事服务"],
    ["第三项由谁负责", "云岭县 2021 · task 3 · units"],
    ["不动产登记由谁负责", "云岭县 2021 · units responsible for “不动产登记”"],
    ["哪个单位任务最多", "云岭县 2021 · units by their tasks · most first"],
    ["点名的责任单位有多少家", "云岭县 2021 · units that are named"],
    ["全文分几个部分", "云岭县 2021 · headings of the parts"],
    ["云岭的要点是哪天成文的", "云岭县 2021 · date of the document"],
    ["云政发〔2020〕7号在哪里提到", "云政发〔2020〕7号 · where it is cited"],
    ["青石县培训了多少人", "青石县 2020 · a figure for “培训了多少人”"],
    ["2019年的任务", "2019年 · not in the documents"],
    ["???", "no question"],
  ])("%s → %s", (question, line) => expect(described(question)).toBe(line));
});
