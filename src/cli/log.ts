import { destination, pino } from "pino";
import type { LogLevel } from "../config.ts";
import { redact } from "./redact.ts";

/** Where the bot reports what happens. Fields hold no words and no names of a person. */
export interface Log {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

const STANDARD_ERROR = 2;

/** A log of JSON lines on standard error, at once and in order. `secrets` never appear in it, wherever they come from. */
export function createLog(level: LogLevel, secrets: readonly string[]): Log {
  const streamWrite = (line: string) => redact(line, secrets);
  const logger = pino({ level, base: { pid: undefined }, hooks: { streamWrite } }, destination({ fd: STANDARD_ERROR, sync: true }));
  return {
    debug: (message, fields = {}) => logger.debug(fields, message),
    info: (message, fields = {}) => logger.info(fields, message),
    warn: (message, fields = {}) => logger.warn(fields, message),
    error: (message, fields = {}) => logger.error(fields, message),
  };
}
