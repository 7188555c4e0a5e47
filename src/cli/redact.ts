/** A bot token; a token of the HTTP API. */
const TOKEN_SHAPE = /\d{6,}:[\w-]{20,}|\bmb_[0-9A-Za-z]+_[0-9A-Za-z]{20,}/gu;
const HIDDEN = "***";

/** The text without the secrets and without anything in the shape of a token, known or not. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret !== "").reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return known.replace(TOKEN_SHAPE, HIDDEN);
}
