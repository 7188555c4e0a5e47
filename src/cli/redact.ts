const TOKEN_SHAPE = /\d{6,}:[\w-]{20,}/gu;
const HIDDEN = "***";

/** The text without the secrets and without anything in the shape of a bot token, known or not. */
export function redact(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret !== "").reduce((rest, secret) => rest.replaceAll(secret, HIDDEN), text);
  return known.replace(TOKEN_SHAPE, HIDDEN);
}
