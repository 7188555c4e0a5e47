import { GrammyError, HttpError } from "grammy";
import { AppError } from "../../../errors.ts";

/** Where the bot reports what happens. Fields hold no names, titles, chat ids or words of a person. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

/** Replaces every secret, and anything in the shape of a bot token, by `***`. Errors of the network hold URLs, which hold the token. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret !== "").reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  return known.replace(/\d{6,}:[\w-]{20,}/gu, "***");
}

/** What a log may say of an error: kind, code, redacted message and stack; never the payload of a call, which holds a person's words. */
export function describeError(error: unknown, secrets: readonly string[]): Readonly<Record<string, unknown>> {
  if (error instanceof GrammyError) {
    return { kind: "telegram_refused", method: error.method, code: error.error_code, error: redact(error.description, secrets) };
  }
  if (error instanceof HttpError) {
    return { kind: "network", error: redact(error.message, secrets), reason: redact(reasonOf(error.error), secrets) };
  }
  if (error instanceof AppError)
    return { kind: "expected", code: error.code, error: redact(error.message, secrets), reason: redact(reasonOf(error.cause), secrets) };
  if (error instanceof Error) return { kind: "unexpected", error: redact(error.message, secrets), stack: redact(error.stack ?? "", secrets) };
  return { kind: "unexpected", error: redact(String(error), secrets) };
}

/** An error that stands for several, one for each address of a host, has a code and no message. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return "";
  return cause.message === "" && "code" in cause ? String(cause.code) : cause.message;
}
