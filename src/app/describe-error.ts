/** From the first mark to the last: what is quoted may have marks of its own. */
const QUOTED = /["'`“「].*["'`”」]/su;

/**
 * What a log may say of an error that nobody expected: its kind, its message and where it was thrown. What a library quotes of its input, as
 * JSON.parse does, may be a person's words and is left out.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { error: String(error).replace(QUOTED, "…") };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /u.test(line));
  return { kind: error.name, error: error.message.replace(QUOTED, "…"), stack: frames.join("\n") };
}
