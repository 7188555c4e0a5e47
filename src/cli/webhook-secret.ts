import * as say from "./bot-messages.zh.ts";
import { loadKeptSecret } from "./kept-secret.ts";

/**
 * The webhook's secret that is kept under `home`, made at the first start, so that a restart needs no new one.
 * @throws {AppError} `store_failed` where it can be neither read nor kept
 */
export function loadWebhookSecret(home: string): string {
  return loadKeptSecret(home, "webhook-secret", { notKept: say.secretNotKept, damaged: say.secretDamaged });
}
