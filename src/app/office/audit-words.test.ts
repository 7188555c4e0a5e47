import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { actionName, actorName } from "./audit-words.zh.ts";

const ROOT = join(import.meta.dirname, "../..");
/** Where an action is named: in an entry, or by the small functions that write one. */
const NAMED =
  /\baction: (?:[^,}\n]*\? )?"(?<one>[a-z_]+)"(?! \|)(?: : "(?<other>[a-z_]+)")?|\b(?:record|audit)\(\w+, (?:\w+, )?(?:unit === null \? "(?<none>[a-z_]+)" : )?"(?<by>[a-z_]+)"/gu;

test("程序里写进审计的每个动作，都有中文的名字", () => {
  const sources = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).filter((path) => /(?<!\.test)\.tsx?$/u.test(path));
  const actions = sources.flatMap((path) =>
    [...readFileSync(join(ROOT, path), "utf8").matchAll(NAMED)].flatMap(({ groups = {} }) => Object.values(groups).filter((name) => name !== undefined)),
  );
  expect(new Set(actions).size).toBeGreaterThan(20);
  expect([...new Set(actions)].filter((action) => actionName(action) === action)).toEqual([]);
});

test("不是人的写明是什么；没人知道是谁的代号也说明", () => {
  expect(["cli", "bot", "page"].map((actor) => actorName({ actor, person: undefined }))).toEqual(["命令行", "机器人", "管理页"]);
  expect(actorName({ actor: "Pabc", person: "telegram:1" })).toBe("telegram:1");
  expect(actorName({ actor: "Pabc", person: undefined })).toContain("忘记");
});
