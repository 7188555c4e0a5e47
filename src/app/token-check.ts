/** What a token of the HTTP API allows: `write` to change things, `metrics` to read the figures. */
export const TOKEN_SCOPES = ["write", "metrics"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/**
 * Looks a token up.
 * @param given as the client sent it, without `Bearer`
 * @returns what the token is called, for the audit log; undefined where there is none such, or it does not allow this
 */
export type TokenCheck = (given: string, scope: TokenScope) => Promise<string | undefined>;
