import { describe, expect, test } from "vitest";
import { classificationMark } from "./classification-mark.ts";

describe("classificationMark 密级", () => {
  test.each([
    ["机密★1年\n某政发〔2020〕1号\n", "机密"],
    ["000012 秘密★\n某政发〔2020〕1号\n", "秘密"],
    ["绝 密\n特急\n", "绝密"],
    ["秘密 10年\n", "秘密"],
    ["密级:机密\n", "机密"],
    ["密级\uff1a机密\n", "机密"],
  ])("%j → %s", (text, expected) => expect(classificationMark(text)).toBe(expected));

  test.each([
    "关于做好保守国家秘密工作的通知\n各单位要严守秘密。\n",
    "某政发〔2020〕1号\n(一)加强机密文件管理。\n",
    `${"正文一段。\n".repeat(30)}秘密\n`,
    "特急\n",
    "",
  ])("%j 没有密级", (text) => expect(classificationMark(text)).toBeUndefined());
});
