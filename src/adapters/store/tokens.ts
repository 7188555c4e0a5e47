import * as z from "zod";
import { TOKEN_SCOPES } from "../../app/token-check.ts";
import type { TokenRecord, TokenStore } from "../../app/tokens.ts";
import type { InStore } from "./group-commit.ts";
import { jsonColumn, optionalColumn, readRows, TimeMs } from "./rows.ts";

const TokenRow = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: jsonColumn(z.array(z.enum(TOKEN_SCOPES))),
    hash: z.hash("sha256"),
    made_at_ms: TimeMs,
    used_at_ms: optionalColumn(TimeMs),
    expires_at_ms: optionalColumn(TimeMs),
    revoked_at_ms: optionalColumn(TimeMs),
  })
  .transform(
    ({ made_at_ms: madeAtMs, used_at_ms: usedAtMs, expires_at_ms: expiresAtMs, revoked_at_ms: revokedAtMs, ...token }): TokenRecord => ({
      ...token,
      madeAtMs,
      usedAtMs,
      expiresAtMs,
      revokedAtMs,
    }),
  );

export function createTokens(inStore: InStore): TokenStore {
  return {
    addToken: ({ id, name, scopes, hash, madeAtMs, usedAtMs, expiresAtMs, revokedAtMs }) =>
      inStore(async (transaction) => {
        const times = { made_at_ms: madeAtMs, used_at_ms: usedAtMs ?? null, expires_at_ms: expiresAtMs ?? null, revoked_at_ms: revokedAtMs ?? null };
        await transaction
          .insertInto("tokens")
          .values({ id, name, scopes: JSON.stringify(scopes), hash, ...times })
          .execute();
      }),
    token: (id) => inStore(async (transaction) => readRows(TokenRow, await transaction.selectFrom("tokens").selectAll().where("id", "=", id).execute())[0]),
    tokens: () =>
      inStore(async (transaction) => readRows(TokenRow, await transaction.selectFrom("tokens").selectAll().orderBy("made_at_ms").orderBy("id").execute())),
    revokeToken: (id, nowMs) =>
      inStore(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable("tokens")
          .set({ revoked_at_ms: nowMs })
          .where("id", "=", id)
          .where("revoked_at_ms", "is", null)
          .executeTakeFirst();
        return numUpdatedRows > 0n;
      }),
    noteTokenUsed: (id, nowMs) =>
      inStore(async (transaction) => {
        await transaction.updateTable("tokens").set({ used_at_ms: nowMs }).where("id", "=", id).execute();
      }),
  };
}
