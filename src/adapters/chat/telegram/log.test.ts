import { GrammyError, HttpError } from "grammy";
import { describe, expect, test } from "vitest";
import { AppError } from "../../../errors.ts";
import { describeError, redact } from "./log.ts";

const TOKEN = "123456789:AAbbccddeeffgghhiijjkkllmmnnoopp";
const URL_WITH_TOKEN = `request to https://api.telegram.org/bot${TOKEN}/sendMessage failed, reason: socket hang up`;

describe("日志里没有令牌", () => {
  test.each([
    [URL_WITH_TOKEN, [TOKEN], "request to https://api.telegram.org/bot***/sendMessage failed, reason: socket hang up"],
    ["别人的令牌 987654321:ZZbbccddeeffgghhiijjkkllmm", [], "别人的令牌 ***"],
    ["代理 http://u:p@proxy:3128 拒绝", ["http://u:p@proxy:3128", ""], "代理 *** 拒绝"],
  ])("%s", (text, secrets, expected) => expect(redact(text, secrets)).toBe(expected));

  test.each([
    ["网络错误", new HttpError("Network request for 'sendMessage' failed!", new Error(URL_WITH_TOKEN))],
    ["被拒绝", new GrammyError("failed", { ok: false, error_code: 404, description: `Not Found: bot${TOKEN}` }, "sendMessage", { text: "问题的话" })],
    ["意外", new Error(URL_WITH_TOKEN)],
    ["预料之中", new AppError("internal", "出错了", { cause: new Error(URL_WITH_TOKEN) })],
    ["不是错误的东西", URL_WITH_TOKEN],
  ])("%s", (_case, error) => {
    const described = JSON.stringify(describeError(error, [TOKEN]));
    expect(described).not.toContain(TOKEN);
    expect(described).not.toContain("问题的话");
  });
});
