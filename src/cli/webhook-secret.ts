import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../errors.ts";
import * as say from "./bot-messages.zh.ts";

const SECRET = /^[\w-]{1,256}$/u;

/**
 * The webhook's secret that is kept under `home`, made at the first start, so that a restart needs no new one.
 * @throws {AppError} `store_failed` where it can be neither read nor kept
 */
export function loadWebhookSecret(home: string): string {
  const path = join(home, "webhook-secret");
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(path, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
    const secret = readFileSync(path, "utf8").trim();
    if (SECRET.test(secret)) return secret;
  } catch (cause) {
    throw new AppError("store_failed", say.secretNotKept(path), { cause });
  }
  throw new AppError("store_failed", say.secretDamaged(path));
}
