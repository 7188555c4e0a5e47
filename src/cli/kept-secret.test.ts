import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { loadKeptSecret } from "./kept-secret.ts";

const home = mkdtempSync(join(tmpdir(), "mingbai-secret-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const say = { notKept: (path: string) => `${path} 不能读写`, damaged: (path: string) => `${path} 不合格式` };

test("第一次做一个，只有自己读得到；以后都是它，不留别的文件", () => {
  const secret = loadKeptSecret(home, "key", say);
  expect(secret).toMatch(/^[\w-]{43}$/u);
  expect(loadKeptSecret(home, "key", say)).toBe(secret);
  expect(statSync(join(home, "key")).mode & 0o777).toBe(0o600);
  expect(readdirSync(home)).toEqual(["key"]);
});

test("名字不同，密钥不同", () => expect(loadKeptSecret(home, "other", say)).not.toBe(loadKeptSecret(home, "key", say)));

test("内容坏了：说明是哪个文件，不另做一个", () => {
  writeFileSync(join(home, "broken"), "x y");
  expect(() => loadKeptSecret(home, "broken", say)).toThrow(/broken 不合格式/u);
  expect(readFileSync(join(home, "broken"), "utf8")).toBe("x y");
});

test("目录写不了：说明白", () => expect(() => loadKeptSecret(join(home, "key"), "x", say)).toThrow(/不能读写/u));
