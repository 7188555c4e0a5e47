import { createHash, randomInt, timingSafeEqual } from "node:crypto";
import { createLruCache } from "./lru-cache.ts";
import type { TokenCheck, TokenScope } from "./token-check.ts";

/** A token of the HTTP API as it is kept: never itself. */
export interface TokenRecord {
  /** Stands in the token, and so tells which one it is. */
  readonly id: string;
  /** What it is for: 督查平台 */
  readonly name: string;
  readonly scopes: readonly TokenScope[];
  /** SHA-256 of the token, in hexadecimal. */
  readonly hash: string;
  readonly madeAtMs: number;
  /** To the minute; undefined where it never was. */
  readonly usedAtMs: number | undefined;
  /** Undefined: for as long as it is not revoked. */
  readonly expiresAtMs: number | undefined;
  readonly revokedAtMs: number | undefined;
}

/** Every method throws AppError `store_failed` when the store cannot be read or written. */
export interface TokenStore {
  addToken(token: TokenRecord): Promise<void>;
  token(id: string): Promise<TokenRecord | undefined>;
  /** Oldest first, those that were revoked included. */
  tokens(): Promise<readonly TokenRecord[]>;
  /** @returns false where there is none that was not revoked before */
  revokeToken(id: string, nowMs: number): Promise<boolean>;
  noteTokenUsed(id: string, nowMs: number): Promise<void>;
}

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ID_LENGTH = 8;
/** 190 bits. */
const SECRET_LENGTH = 32;
const TOKEN = new RegExp(`^mb_(?<id>[0-9A-Za-z]{${ID_LENGTH}})_[0-9A-Za-z]{${SECRET_LENGTH}}$`, "u");

/** @returns the token, to be told once, and what is kept of it */
export function newToken(given: Pick<TokenRecord, "name" | "scopes" | "expiresAtMs">, nowMs: number): { readonly token: string; readonly record: TokenRecord } {
  const id = randomText(ID_LENGTH);
  const token = `mb_${id}_${randomText(SECRET_LENGTH)}`;
  return { token, record: { ...given, id, hash: hashOf(token).toString("hex"), madeAtMs: nowMs, usedAtMs: undefined, revokedAtMs: undefined } };
}

/** Whether a token may be used. */
export type TokenState = "valid" | "expired" | "revoked";

export function stateOf({ expiresAtMs, revokedAtMs }: TokenRecord, nowMs: number): TokenState {
  if (revokedAtMs !== undefined) return "revoked";
  return expiresAtMs !== undefined && expiresAtMs <= nowMs ? "expired" : "valid";
}

/** Begins the name of a token in the audit log, which is no person's. */
export const TOKEN_ACTOR = "token ";

/** How exactly it is known when a token was last used: a request writes nothing most of the time. */
const NOTE_EVERY_MS = 60_000;
const MAX_NOTED = 1000;

/**
 * Looks tokens up in the store at every use, so that one is revoked at once, by whichever process.
 * @param open the store, opened when the first token comes
 */
export function createTokenCheck(open: () => Promise<TokenStore>, clock: () => number): TokenCheck {
  const noted = createLruCache<number>({ maxEntries: MAX_NOTED, maxSize: MAX_NOTED });
  return async (given, scope) => {
    const { id } = TOKEN.exec(given)?.groups ?? {};
    if (id === undefined) return undefined;
    const store = await open();
    const record = await store.token(id);
    const nowMs = clock();
    if (!record || !timingSafeEqual(hashOf(given), Buffer.from(record.hash, "hex"))) return undefined;
    if (stateOf(record, nowMs) !== "valid" || !record.scopes.includes(scope)) return undefined;
    if (Math.abs(nowMs - (noted.get(id) ?? record.usedAtMs ?? 0)) >= NOTE_EVERY_MS) {
      noted.set(id, nowMs, 1);
      await store.noteTokenUsed(id, nowMs);
    }
    return `${TOKEN_ACTOR}${record.name}`;
  };
}

function hashOf(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function randomText(length: number): string {
  return Array.from({ length }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join("");
}
