import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadConfig } from "../config.ts";
import { createRunningOffice } from "./running-office.ts";

test("撤回找到发它的平台；没有接入的平台、平台不肯删的，说没有删", async () => {
  const home = mkdtempSync(join(tmpdir(), "mingbai-office-"));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const none = () => Promise.reject(new Error("nobody asks"));
  const office = createRunningOffice(
    loadConfig({}, home, home),
    { corpus: none, findUnit: none },
    { sizeOf: () => ({ width: 0, height: 0 }), svg: none, png: none },
  );
  expect(await office.recallMessage("telegram:-100", "7")).toBe(false);
  const deleted: string[] = [];
  office.recallWith({ platform: "telegram", recall: (chat, id) => Promise.resolve(deleted.push(`${chat} ${id}`) === 1) });
  expect(await office.recallMessage("telegram:-100", "7")).toBe(true);
  expect(await office.recallMessage("telegram:-100", "8")).toBe(false);
  expect(await office.recallMessage("wecom:普法群", "9")).toBe(false);
  expect(deleted).toEqual(["telegram:-100 7", "telegram:-100 8"]);
});
