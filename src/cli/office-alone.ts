import { openStore } from "../adapters/store/store.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Delivery } from "../app/office/deliver.ts";
import type { BotConfig } from "../config.ts";
import { composeOffice, runOffice } from "./compose-office.ts";
import { createLog } from "./log.ts";
import { secretsOf } from "./secrets.ts";

/**
 * Reminders and broadcasts for the groups of `GROUP_ROBOTS`, where nothing else talks to a chat platform.
 * @returns stops it @throws {AppError} `store_failed`
 */
export async function startOfficeAlone(config: BotConfig, assistant: LiveAssistant): Promise<() => Promise<void>> {
  const store = await openStore({ directory: config.home, databaseUrl: config.databaseUrl });
  let delivery: Delivery | undefined;
  const office = composeOffice(config, store, assistant, () => delivery?.wake());
  delivery = runOffice(office, config, [], createLog(config.logLevel, secretsOf(config)));
  return async () => {
    await delivery?.stop();
    await store.close();
  };
}
