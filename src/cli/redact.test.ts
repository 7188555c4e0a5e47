import { describe, expect, test } from "vitest";
import { quoted } from "./quoted.ts";
import { redact } from "./redact.ts";

describe("redact", () => {
  const TOKEN = "123456789:AbCdEfGhIjKlMnOpQrStUvWxYz0123456789";
  test.each([
    [`GET https://api.telegram.org/bot${TOKEN}/getMe`, [], "GET https://api.telegram.org/bot***/getMe"],
    ["secret hook-secret here", ["hook-secret"], "secret *** here"],
    ["http://user:pass@proxy:1", ["http://user:pass@proxy:1"], "***"],
    ["an empty secret hides nothing", [""], "an empty secret hides nothing"],
    ["Bearer mb_Ab3dE6gh_0123456789abcdefABCDEF0123456789", [], "Bearer ***"],
    ["12:30:45", [], "12:30:45"],
  ])("%s", (text, secrets, expected) => expect(redact(text, secrets)).toBe(expected));
});

describe("quoted", () => {
  test.each([
    ["平常", "「平常」"],
    ["两\n行\u001b[31m红\u202e反", "「两 行 [31m红 反」"],
    ["长".repeat(50), `「${"长".repeat(40)}…」`],
    ["\u{1f600}".repeat(50), `「${"\u{1f600}".repeat(40)}…」`],
  ])("%j", (words, expected) => expect(quoted(words)).toBe(expected));
});
