import { openStore, type Store } from "../adapters/store/store.ts";
import { TOKEN_SCOPES, type TokenScope } from "../app/token-check.ts";
import { newToken, stateOf } from "../app/tokens.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import { storePlaceOf } from "./store-place.ts";
import { renderTable } from "./table.ts";
import * as say from "./token-messages.zh.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 3650;
const LONGEST_NAME = 50;

/** `mingbai token`: makes, lists and revokes tokens of the HTTP API. */
export async function runToken(call: CommandCall): Promise<number> {
  const { edge, values, words } = call;
  const [what = "list", ...rest] = words;
  const act = ACTIONS[what];
  if (!act || (what !== "new" && rest.length !== (what === "revoke" ? 1 : 0))) throw new AppError("usage", say.usage());
  if (what !== "new" && values.size > 0) throw new AppError("usage", say.onlyForNew());
  const store = await openStore(storePlaceOf(edge));
  try {
    await act(store, call, rest);
  } finally {
    await store.close();
  }
  return 0;
}

const ACTIONS: Readonly<Record<string, (store: Store, call: CommandCall, words: readonly string[]) => Promise<void>>> = { new: make, list, revoke };

/** The token alone goes to standard output, so that it can be handed on without being seen. */
async function make(store: Store, { edge, values }: CommandCall, words: readonly string[]): Promise<void> {
  const nowMs = Date.now();
  const name = words
    .join(" ")
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  if (name === "" || [...name].length > LONGEST_NAME) throw new AppError("usage", say.badName(LONGEST_NAME));
  const given = { name, scopes: scopesIn(values.get("scope") ?? "write"), expiresAtMs: expiryOf(values.get("days"), nowMs) };
  const isTaken = (await store.tokens()).some((token) => token.name === name && stateOf(token, nowMs) === "valid");
  if (isTaken) throw new AppError("usage", say.nameTaken(name));
  const { token, record } = newToken(given, nowMs);
  await store.addToken(record);
  await store.audit({ atMs: nowMs, actor: "cli", action: "token_new", object: record.id, result: "done", detail: `${name} ${record.scopes.join(",")}` });
  await write(edge.stderr, `${say.made(record)}\n`);
  await write(edge.stdout, `${token}\n`);
}

async function list(store: Store, { edge }: CommandCall): Promise<void> {
  const nowMs = Date.now();
  const rows = (await store.tokens()).map((token) => say.row(token, nowMs));
  await write(edge.stdout, rows.length === 0 ? `${say.none()}\n` : renderTable(say.COLUMNS, rows));
}

async function revoke(store: Store, { edge }: CommandCall, [id = ""]: readonly string[]): Promise<void> {
  const nowMs = Date.now();
  const token = await store.token(id);
  if (!token || !(await store.revokeToken(id, nowMs))) throw new AppError("not_found", say.noSuchToken(id));
  await store.audit({ atMs: nowMs, actor: "cli", action: "token_revoke", object: id, result: "done", detail: token.name });
  await write(edge.stdout, `${say.revoked(token.name)}\n`);
}

function scopesIn(text: string): readonly TokenScope[] {
  const given = text.split(/[,，]/u).map((scope) => scope.trim());
  const wrong = given.find((scope) => !TOKEN_SCOPES.some((known) => known === scope));
  if (wrong !== undefined) throw new AppError("usage", say.badScopes(wrong));
  return TOKEN_SCOPES.filter((known) => given.includes(known));
}

function expiryOf(text: string | undefined, nowMs: number): number | undefined {
  if (text === undefined) return undefined;
  const days = /^\d{1,4}$/u.test(text) ? Number(text) : 0;
  if (days < 1 || days > MOST_DAYS) throw new AppError("usage", say.badDays(text, MOST_DAYS));
  return nowMs + days * DAY_MS;
}
