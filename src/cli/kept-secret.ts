import { randomBytes, randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { AppError } from "../errors.ts";

const SECRET = /^[\w-]{16,256}$/u;

/** What is said of a secret that cannot be kept, by its path. */
export interface SecretSentences {
  readonly notKept: (path: string) => string;
  readonly damaged: (path: string) => string;
}

/**
 * A secret that is kept under `home`, made when it is first needed. Of several processes that make it at once, all get the same, whole.
 * @throws {AppError} `store_failed` where it can be neither read nor kept
 */
export function loadKeptSecret(home: string, name: string, say: SecretSentences): string {
  const path = join(home, name);
  const secret = readOrMake(home, path, say);
  if (SECRET.test(secret)) return secret;
  throw new AppError("store_failed", say.damaged(path));
}

function readOrMake(home: string, path: string, say: SecretSentences): string {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    return find(path) ?? make(path);
  } catch (cause) {
    throw new AppError("store_failed", say.notKept(path), { cause });
  }
}

function find(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    if (isCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** A link to a whole file is made at once or not at all. */
function make(path: string): string {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    writeFileSync(temporary, `${randomBytes(32).toString("base64url")}\n`, { flag: "wx", mode: 0o600 });
    linkSync(temporary, path);
  } catch (error) {
    if (!isCode(error, "EEXIST")) throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  return readFileSync(path, "utf8").trim();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
