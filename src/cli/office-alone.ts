import type { Figures } from "../app/figures.ts";
import type { BotConfig } from "../config.ts";
import { runOffice } from "./compose-office.ts";
import { createLog } from "./log.ts";
import type { RunningOffice } from "./running-office.ts";
import { secretsOf } from "./secrets.ts";

/**
 * Reminders and broadcasts for the groups of `GROUP_ROBOTS`, where nothing else talks to a chat platform.
 * @returns stops it @throws {AppError} `store_failed`
 */
export async function startOfficeAlone(config: BotConfig, running: RunningOffice, figures: Figures): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel, secretsOf(config));
  const delivery = runOffice(await running.office(), config, [], { log, figures });
  running.wakeWith(() => delivery.wake());
  return () => delivery.stop();
}
