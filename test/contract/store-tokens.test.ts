import { expect, test } from "vitest";
import { createTokenCheck, newToken } from "../../src/app/tokens.ts";
import { describeStores } from "./stores.ts";

const NOW = 1_700_000_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;

describeStores("令牌", (current) => {
  const add = async (name: string, scopes: readonly ("write" | "metrics")[], expiresAtMs?: number) => {
    const made = newToken({ name, scopes, expiresAtMs }, NOW);
    await current.store.addToken(made.record);
    return made;
  };
  const check = (nowMs = NOW) =>
    createTokenCheck(
      () => Promise.resolve(current.store),
      () => nowMs,
    );

  test("存下的原样读回，重启后也在；存的不是令牌本身", async () => {
    const first = await add("督查平台", ["write", "metrics"], NOW + DAY_MS);
    const second = newToken({ name: "政务平台", scopes: ["metrics"], expiresAtMs: undefined }, NOW + 1);
    await current.store.addToken(second.record);
    await current.reopen();
    expect(await current.store.tokens()).toEqual([first.record, second.record]);
    expect(await current.store.token(second.record.id)).toEqual(second.record);
    const rows = JSON.stringify(await current.database.run("SELECT * FROM tokens"));
    for (const { token, record } of [first, second]) {
      expect(rows).toContain(record.hash);
      expect(rows).not.toContain(token.slice(-32));
    }
  });

  test("只认原样的令牌和它有的权限", async () => {
    const { token } = await add("督查平台", ["write"]);
    expect(await check()(token, "write")).toBe("token 督查平台");
    expect(await check()(token, "metrics")).toBeUndefined();
    const wrong = [`${token}x`, token.slice(0, -1), `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`, token.toLowerCase(), "", "mb_", ` ${token}`];
    for (const given of wrong) expect(await check()(given, "write")).toBeUndefined();
  });

  test("过期、收回：马上不认；只能收回一次", async () => {
    const { token, record } = await add("督查平台", ["write"], NOW + DAY_MS);
    expect(await check(NOW + DAY_MS - 1)(token, "write")).toBeDefined();
    expect(await check(NOW + DAY_MS)(token, "write")).toBeUndefined();
    const running = check();
    expect(await running(token, "write")).toBeDefined();
    expect(await current.store.revokeToken(record.id, NOW)).toBe(true);
    expect(await running(token, "write")).toBeUndefined();
    expect(await current.store.revokeToken(record.id, NOW + 1)).toBe(false);
    expect(await current.store.revokeToken("none", NOW)).toBe(false);
  });

  test("记下最近使用，一分钟至多一次；没有认的不记", async () => {
    const { token, record } = await add("督查平台", ["write"]);
    let nowMs = NOW;
    const running = createTokenCheck(
      () => Promise.resolve(current.store),
      () => nowMs,
    );
    const used = async () => (await current.store.token(record.id))?.usedAtMs;
    await running(token, "metrics");
    expect(await used()).toBeUndefined();
    await running(token, "write");
    expect(await used()).toBe(NOW);
    nowMs += 59_999;
    await running(token, "write");
    expect(await used()).toBe(NOW);
    nowMs += 1;
    await running(token, "write");
    expect(await used()).toBe(NOW + 60_000);
  });
});

test("令牌：认得出的样子，至少 160 位随机，各不相同", () => {
  const tokens = Array.from({ length: 1000 }, () => newToken({ name: "甲", scopes: ["write"], expiresAtMs: undefined }, NOW).token);
  expect(new Set(tokens).size).toBe(1000);
  for (const token of tokens) expect(token).toMatch(/^mb_[0-9A-Za-z]{8}_[0-9A-Za-z]{32}$/u);
  expect(32 * Math.log2(62)).toBeGreaterThan(160);
});
