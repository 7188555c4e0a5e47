import { scryptSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createPasswordCheck, hashPassword, type PasswordHash, parsePasswordHash, passwordFault } from "./password.ts";

const PASSWORD = "明白的口令 2026 Xiping";
const SALT = Buffer.from("0123456789abcdef");
const made = scryptSync(PASSWORD.normalize("NFC"), SALT, 32, { N: 8192, r: 8, p: 1 });
const [salt, hash] = [SALT.toString("base64").replace(/=+$/u, ""), made.toString("base64").replace(/=+$/u, "")];
const parsed = (text: string): PasswordHash => {
  const found = parsePasswordHash(text);
  if (!found) throw new Error(`${text} is no hash`);
  return found;
};

describe("管理口令", () => {
  test("做出来的一行认得口令，别的都不认；每次做的都不一样，里面没有要转义的字符", async () => {
    const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
    expect(one).toMatch(/^scrypt:32768:8:3:[\w-]+:[\w-]+$/u);
    expect(one).not.toBe(other);
    const check = createPasswordCheck(parsed(one));
    expect(await check(PASSWORD)).toBe(true);
    for (const wrong of ["", `${PASSWORD} `, PASSWORD.toLowerCase(), PASSWORD.slice(1)]) expect(await check(wrong)).toBe(false);
  });

  test.each([
    ["冒号", `scrypt:8192:8:1:${salt}:${hash}`],
    ["美元号", `scrypt$8192$8$1$${salt}$${hash}`],
    ["PHC", `$scrypt$ln=13,r=8,p=1$${salt}$${hash}`],
    ["带等号", `$scrypt$ln=13,r=8,p=1$${SALT.toString("base64")}$${made.toString("base64")}`],
  ])("别处做的也认：%s", async (_, text) => {
    const check = createPasswordCheck(parsed(text));
    expect([await check(PASSWORD), await check("别的口令别的口令别的口令")]).toEqual([true, false]);
  });

  test.each([
    "",
    PASSWORD,
    "scrypt:8192:8:1::",
    `bcrypt:8192:8:1:${salt}:${hash}`,
    `scrypt:8191:8:1:${salt}:${hash}`,
    `scrypt:1024:8:1:${salt}:${hash}`,
    `scrypt:8192:0:1:${salt}:${hash}`,
    `scrypt:8388608:99:1:${salt}:${hash}`,
    `scrypt:8192:8$1:${salt}:${hash}`,
    `$scrypt$ln=40,r=8,p=1$${salt}$${hash}`,
    `$scrypt$ln=13,r=8,p=1$短$${hash}`,
  ])("不是的，或费力太少、太多的：%j", (text) => expect(parsePasswordHash(text)).toBeUndefined());

  test("输入法怎么拼出来的都一样", async () => {
    const check = createPasswordCheck(parsed(await hashPassword("é-cafe-口令口令口令")));
    expect(await check("e\u0301-cafe-口令口令口令")).toBe(true);
  });

  test("猜的人再多也一个一个来，排得太长就请他再来", async () => {
    const check = createPasswordCheck(parsed(`scrypt:8192:8:1:${salt}:${hash}`));
    const results = await Promise.all(Array.from({ length: 30 }, (_, index) => check(index === 0 ? PASSWORD : `${index}`)));
    expect(results.filter((result) => result === "busy")).toHaveLength(21);
    expect(results[0]).toBe(true);
    expect(await check(PASSWORD)).toBe(true);
  });

  test("太短、太长的不收", () => {
    expect(passwordFault("十一个字的口令太短啦")).toBe("short");
    expect(passwordFault("x".repeat(12))).toBeUndefined();
    expect(passwordFault("x".repeat(1001))).toBe("long");
  });
});
