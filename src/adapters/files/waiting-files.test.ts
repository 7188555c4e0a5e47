import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { createWaitingFiles } from "./waiting-files.ts";

const home = mkdtempSync(join(tmpdir(), "mingbai-waiting-"));
afterAll(() => rmSync(home, { recursive: true, force: true }));
/** Deeper than any id below leads up: were the ids not looked at, what is removed would still be the test's own. */
const around = join(home, "a", "b", "c", "d");
const waiting = createWaitingFiles(join(around, "incoming"), Date.now);
const file = { name: "要点.txt", bytes: new Uint8Array([1, 2, 3]), report: "读到 2 项任务" };

test("存下的找得到，列得出，忘了就没有", () => {
  const id = waiting.put(file);
  expect(id).toMatch(/^[a-z0-9]{10}$/u);
  expect(waiting.find(id)).toMatchObject({ name: "要点.txt", report: "读到 2 项任务", bytes: Buffer.from([1, 2, 3]) });
  expect(waiting.list()).toMatchObject([{ id, name: "要点.txt", report: "读到 2 项任务" }]);
  waiting.forget(id);
  expect([waiting.find(id), waiting.list()]).toEqual([undefined, []]);
});

test.each(["..", "../..", ".", "", "../documents", "a/../../documents", "/etc", "ABCDEFGHIJ"])("不是编号的 %j：什么也不读，什么也不删", (id) => {
  const outside = [join(around, ".."), around, join(around, "documents")];
  for (const folder of outside) {
    mkdirSync(folder, { recursive: true });
    for (const name of ["name.txt", "content", "report.txt"]) writeFileSync(join(folder, name), "外面的");
  }
  expect(waiting.find(id)).toBeUndefined();
  waiting.forget(id);
  expect(outside.map((folder) => existsSync(join(folder, "content")))).toEqual([true, true, true]);
  expect(existsSync(join(around, "incoming"))).toBe(true);
});
