import { describe, expect, test } from "vitest";
import { maskPersonal } from "./mask-personal.ts";

const DIGITS = "0123456789";

describe("问题里的个人信息不留", () => {
  test.each([
    ["手机", `我的电话是139${DIGITS.slice(0, 8)}，找谁`, "我的电话是＊＊＊，找谁"],
    ["带空格的手机", `+86 138 ${DIGITS.slice(0, 4)} ${DIGITS.slice(0, 4)}找谁`, "＊＊＊找谁"],
    ["全角手机", `１３９００００００００找谁`, "＊＊＊找谁"],
    ["座机", `0396-${DIGITS.slice(1, 8)}是哪里`, "＊＊＊是哪里"],
    ["身份证", `${DIGITS}${DIGITS.slice(0, 7)}X的案子`, "＊＊＊的案子"],
    ["银行卡", `卡号6222 ${DIGITS.slice(0, 4)} ${DIGITS.slice(0, 4)} ${DIGITS.slice(0, 4)} 123`, "卡号＊＊＊"],
    ["邮箱", "发到 someone@example.com 吗", "发到 ＊＊＊ 吗"],
  ])("%s", (_, text, masked) => expect(maskPersonal(text)).toBe(masked));
  test.each(["县司法局2020年负责哪些任务", "西政办〔2020〕20号第21项", "国办发〔2018〕37号在2020-07-08的要求", "12348是什么", "2020年12月31日前完成的"])(
    "「%s」一字不动",
    (text) => expect(maskPersonal(text)).toBe(text),
  );
});
