import { describe, expect, test } from "vitest";
import { findDeadline, readDeadline } from "./deadlines.ts";

const context = { year: 2021, issuedOn: "2021-03-05" };
const inText = (text: string) => findDeadline(text, { start: 0, end: text.length }, context);
const inField = (text: string) => readDeadline(text, { start: 0, end: text.length }, context);

describe("findDeadline 正文里的期限", () => {
  test.each([
    ["逐项核对，2021年6月底前完成首轮核对", "2021年6月底前", "2021-06-30"],
    ["述职报告12月31日前报备案", "12月31日前", "2021-12-31"],
    ["次年1月31日前报送", "次年1月31日前", "2022-01-31"],
    ["二〇二一年九月底前公布", "二〇二一年九月底前", "2021-09-30"],
    ["11月上旬前开展，", "11月上旬前", "2021-11-10"],
    ["11月中旬完成", "11月中旬", "2021-11-20"],
    ["11月下旬完成", "11月下旬", "2021-11-30"],
    ["上半年完成升级，下半年评估", "上半年", "2021-06-30"],
    ["第三季度末完成首批入库", "第三季度末", "2021-09-30"],
    ["2022年一季度前完成", "2022年一季度前", "2022-03-31"],
    ["年内编印一册", "年内", "2021-12-31"],
    ["年底前全部完成", "年底前", "2021-12-31"],
    ["到2023年底全覆盖", "2023年底", "2023-12-31"],
    ["督察期为2021年10月至2022年1月，", "2021年10月至2022年1月", "2022-01-31"],
    ["11月至次年2月开展", "11月至次年2月", "2022-02-28"],
    ["6月1日至10日开展", "6月1日至10日", "2021-06-10"],
    ["自印发之日起30日内完成", "自印发之日起30日内", "2021-04-04"],
  ])("%s → %s = %s", (text, words, dueOn) => expect(inText(text)?.deadline).toMatchObject({ text: words, dueOn, recurring: undefined }));

  test.each([
    ["每季度评查一次，每次不少于三十卷", "每季度", "quarterly", undefined],
    ["乡镇政府每季度至少召开1次会议", "每季度至少召开1次", "quarterly", 1],
    ["按季度对情况进行通报", "按季度", "quarterly", undefined],
    ["每半年公开一次", "每半年", "half-yearly", undefined],
    ["每月5日前汇总", "每月5日前", "monthly", undefined],
    ["集中培训每年不少于2次。", "每年不少于2次", "yearly", 2],
    ["全年至少举办十二期讲座", "全年至少举办十二期", "yearly", 12],
  ])("%s → %s", (text, words, recurring, minCount) => expect(inText(text)?.deadline).toMatchObject({ text: words, recurring, minCount, dueOn: undefined }));

  test("长期坚持是一句话才是期限", () => {
    expect(inText("健全机制，长期坚持。")?.deadline).toMatchObject({ text: "长期坚持", ongoing: true });
    expect(inText("持续推进农业水价改革")).toBeUndefined();
  });
  test.each([
    ["完善记录办法，常年坚持开展结对探访。", "常年坚持"],
    ["县林业局要常年坚持，不得松懈。", "常年坚持"],
    ["加强巡护（长期坚持）。", "长期坚持"],
    ["常年坚持。", "常年坚持"],
    ["加强巡护；持续推进。", "持续推进"],
  ])("%s → %s", (text, words) => expect(inText(text)?.deadline).toMatchObject({ text: words, ongoing: true, dueOn: undefined }));
  test.each(["要长期坚持党的领导", "把长期坚持的做法写进制度", "常年坚持的好传统"])("「%s」没有期限", (text) => expect(inText(text)).toBeUndefined());
  test("立行立改", () => expect(inText("立行立改，举一反三")?.deadline).toMatchObject({ immediate: true, dueOn: undefined }));
  test("收到之日起没有日期", () => expect(inText("收到通知后7日内整改")?.deadline).toMatchObject({ text: "收到通知后7日内", dueOn: undefined }));

  test.each([
    "收到完整材料后七个工作日内反馈",
    "在决定作出之日起二十日内公示",
    "选取实施满两年的文件不少于五件",
    "三年内有效",
    "贯彻《2020年底前整改方案》",
    "每个乡镇至少培育一个示范点",
    "近年来成效明显",
    "年度考核",
    "自2022年1月起施行",
    "每两年修订",
  ])("「%s」没有期限", (text) => expect(inText(text)).toBeUndefined());

  test.each(["2021年2月30日前", "6月31日前", "13月底前"])("「%s」是没有的日子：没有日期，记一处错漏", (text) =>
    expect(inText(text)).toMatchObject({ impossible: true, deadline: { text, dueOn: undefined } }),
  );

  test("不知哪一年，就没有日期", () =>
    expect(findDeadline("6月底前", { start: 0, end: 5 }, { year: undefined, issuedOn: undefined })?.deadline.dueOn).toBeUndefined());
});

describe("readDeadline 完成时限一栏", () => {
  test.each([
    ["2021年9月底前", "2021-09-30"],
    ["10月31日前", "2021-10-31"],
    ["7月15日", "2021-07-15"],
    ["6月", "2021-06-30"],
    ["全年", "2021-12-31"],
    ["2021年4月—12月", "2021-12-31"],
    ["2021年12月底前完成，并长期坚持", "2021-12-31"],
  ])("%s → %s", (text, dueOn) => expect(inField(text)?.deadline).toMatchObject({ text, dueOn }));

  test.each([
    ["持续推进", { ongoing: true }],
    ["全年推进", { ongoing: true }],
    ["长期坚持", { ongoing: true }],
    ["即知即改", { immediate: true }],
    ["春节前", { ongoing: false, immediate: false }],
    ["每周", { recurring: undefined }],
    ["视工作进度而定", { ongoing: false }],
  ])("%s 没有日期，原文照录", (text, meaning) => expect(inField(text)?.deadline).toMatchObject({ text, dueOn: undefined, ...meaning }));

  test.each(["", "　", "—", "自2022年1月起施行", "三百人次", "五件"])("「%s」不是期限", (text) => expect(inField(text)).toBeUndefined());
});
