import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { createBotApiServer } from "../test/e2e/bot-api-server.ts";
import { startChild } from "./child.ts";
import type { Effort, Measurement } from "./measurement.ts";
import { environmentIn, PROGRAM } from "./places.ts";

const TOKEN = "424242:AAbench-token_of_the_idle_bot_00000";
const SEGMENTERS = ["nodejieba", "@node-rs"];
const SETTLE_MS = 2000;

/**
 * Resident memory of the bot that waits for updates, before its segmenter. The bot warms the segmenter as soon as it
 * has started, so here it runs without one: a copy of the program beside every package but these.
 */
export async function measureMemory(_effort: Effort, folder: string): Promise<readonly Measurement[]> {
  if (!existsSync("/proc/self/status")) return [];
  const program = copyWithoutSegmenters(folder);
  const server = await createBotApiServer(TOKEN);
  const bot = startChild([program, "bot"], { ...environmentIn(folder), TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: server.apiRoot });
  try {
    // The last call of the start. What it made and no longer needs may be collected meanwhile or not.
    await server.next("setMyCommands");
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    const value = residentMegabytes(bot.pid);
    return [{ what: "resident memory of the idle bot, no segmenter", measured: `${value.toFixed(0)} MB`, value, unit: "MB", target: { atMost: 150 } }];
  } finally {
    await bot.stop();
    await server.close();
  }
}

function copyWithoutSegmenters(folder: string): string {
  const root = dirname(dirname(PROGRAM));
  const copy = join(folder, "without-segmenter");
  mkdirSync(join(copy, "node_modules"), { recursive: true });
  for (const name of ["dist", "seeds", "package.json"]) cpSync(join(root, name), join(copy, name), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules"))) {
    if (!SEGMENTERS.includes(name)) symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  }
  return join(copy, "dist/mingbai.js");
}

function residentMegabytes(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}
