import { TOKEN_SCOPES, type TokenScope } from "../../../app/token-check.ts";
import { WebFault } from "../fault.ts";
import type { Site, WebContext } from "../feature.ts";
import * as say from "./messages.zh.ts";

/**
 * Who sent a request that not everybody may send: the name of its token.
 * @throws {WebFault} 401 without a token that is known, 403 where it does not allow this (RFC 6750)
 */
export async function requireToken(c: WebContext, { checkToken }: Pick<Site, "checkToken">, scope: TokenScope): Promise<string> {
  const { token } = /^bearer +(?<token>[\w.~+/-]+=*) *$/iu.exec(c.req.header("authorization") ?? "")?.groups ?? {};
  if (token === undefined) throw new WebFault(401, say.tokenMissing(), { "www-authenticate": 'Bearer realm="mingbai"' });
  const name = await checkToken(token, scope);
  if (name !== undefined) return name;
  const others = await Promise.all(TOKEN_SCOPES.filter((other) => other !== scope).map((other) => checkToken(token, other)));
  const isKnown = others.some((other) => other !== undefined);
  const error = isKnown ? `insufficient_scope", scope="${scope}` : "invalid_token";
  const headers = { "www-authenticate": `Bearer realm="mingbai", error="${error}"` };
  throw isKnown ? new WebFault(403, say.scopeMissing(scope), headers) : new WebFault(401, say.tokenInvalid(), headers);
}
