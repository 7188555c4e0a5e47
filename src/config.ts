import * as z from "zod/mini";
import type { GroupRobot } from "./adapters/chat/group-robots/robot.ts";
import { parsePasswordHash } from "./adapters/web/admin/password.ts";
import { type Network, parseNetworks } from "./adapters/web/networks.ts";
import { type CorpusConfig, type Environment, loadCorpusConfig, SEGMENTER_CHOICES, SEGMENTER_RULE, wrongSettings } from "./corpus-config.ts";
import { GROUP_ROBOTS_RULE, parseGroupRobots } from "./group-robots-config.ts";

export interface WebhookConfig {
  readonly url: string;
  /** Where it listens; undefined where it takes the port of the page, which is then not served. */
  readonly port: number | undefined;
  /** Undefined where one is to be made and kept. */
  readonly secret: string | undefined;
}

export interface TelegramConfig {
  readonly token: string;
  /** Without a slash at its end. */
  readonly apiRoot: string;
  readonly messagesPerSecond: number;
  /** Undefined: all chats. */
  readonly allowedChats: readonly number[] | undefined;
  /** User ids of those who own the bot: they grant every role, and nobody takes theirs. */
  readonly owners: readonly number[];
  /** User ids of administrators whom no grant is needed for. */
  readonly admins: readonly number[];
  /** Undefined: long polling. */
  readonly webhook: WebhookConfig | undefined;
}

export type LogLevel = "fatal" | "error" | "warn" | "info" | "debug" | "trace" | "silent";

/** All settings of the bot. */
export interface BotConfig extends CorpusConfig {
  /** Undefined where no token is set: the bot then talks in the terminal. */
  readonly telegram: TelegramConfig | undefined;
  /** Groups of 企业微信, 钉钉 and 飞书 that are written to. */
  readonly robots: readonly GroupRobot[];
  readonly host: string;
  readonly port: number;
  /** How the page is reached from outside, less a slash at its end. */
  readonly publicUrl: string | undefined;
  /** The proxies that may say who a client of the page is. */
  readonly trustedProxies: readonly Network[];
  /** What scrypt makes of the administrator's password; undefined: no administration by the page. */
  readonly adminPasswordHash: string | undefined;
  readonly httpsProxy: string | undefined;
  readonly logLevel: LogLevel;
  /** Of a PostgreSQL database that is used instead of `mingbai.db`. Holds a password. */
  readonly databaseUrl: string | undefined;
  /** Messages that a chat gets a day without asking; a digest that would be one more waits for the next working day, unless something in it is due. */
  readonly mostMessagesADay: number;
  /** For how many days what is no longer needed is kept. */
  readonly keepDays: KeepDays;
}

export interface KeepDays {
  /** Questions behind buttons. */
  readonly questions: number;
  /** Questions that found nothing or were judged, without their askers. */
  readonly feedback: number;
  /** The audit log, and what was sent. */
  readonly audit: number;
}

/** Six months; the store removes nothing younger, whatever it is asked. */
const LEAST_AUDIT_DAYS = 183;

/** What each setting must be, as the sentence about a wrong one says it. */
const RULES = {
  MINGBAI_SEGMENTER: SEGMENTER_RULE,
  TELEGRAM_BOT_TOKEN: "应为 BotFather 给的一串字符，中间没有空格和斜杠",
  TELEGRAM_API_ROOT: "应为 https 网址，只有本机可以用 http，不带用户名、参数",
  TELEGRAM_MESSAGES_PER_SECOND: "应为大于 0、不超过 1000000 的数",
  TELEGRAM_ALLOWED_CHATS: "应为用逗号隔开的整数",
  TELEGRAM_OWNER: "应为用户编号（正整数），多个用逗号隔开",
  TELEGRAM_ADMINS: "应为用逗号隔开的用户编号（正整数）",
  TELEGRAM_WEBHOOK_URL: "应为 https 网址，只有本机可以用 http，不带用户名",
  TELEGRAM_WEBHOOK_PORT: "应为 1 到 65535 的整数",
  TELEGRAM_WEBHOOK_SECRET: "应为 1 到 256 个字母、数字、下划线或连字符",
  GROUP_ROBOTS: GROUP_ROBOTS_RULE,
  HOST: "应为主机名或 IP 地址",
  PORT: "应为 0 到 65535 的整数",
  PUBLIC_URL: "应为 http 或 https 网址，不带路径、参数和用户名",
  TRUSTED_PROXY: "应为用逗号隔开的 IP 地址或网段，例如 127.0.0.1, 10.0.0.0/8",
  ADMIN_PASSWORD_HASH: "应为 mingbai hash-password 给出的那一行里等号后面的内容",
  HTTPS_PROXY: "应为 http 或 https 网址",
  LOG_LEVEL: "只能是 fatal、error、warn、info、debug、trace 或 silent",
  DATABASE_URL: "应为 postgres:// 或 postgresql:// 网址，写明库名，密码里的特殊字符写成 %XX",
  MINGBAI_MOST_MESSAGES_A_DAY: "应为 1 到 100 的整数，单位是条",
  MINGBAI_KEEP_QUESTIONS_DAYS: "应为 1 到 3650 的整数，单位是天",
  MINGBAI_KEEP_FEEDBACK_DAYS: "应为 1 到 3650 的整数，单位是天",
  MINGBAI_KEEP_AUDIT_DAYS: "应为 183 到 36500 的整数，单位是天：审计记录至少留六个月",
} as const;

const BotEnvironment = z.object({
  MINGBAI_SEGMENTER: z.optional(z.enum(SEGMENTER_CHOICES)),
  TELEGRAM_BOT_TOKEN: z.optional(z.string().check(z.regex(/^[^\s/?#]{1,256}$/u))),
  TELEGRAM_API_ROOT: z._default(z.string().check(z.refine((value) => isSafeUrl(value) && !/[?#]/u.test(value))), "https://api.telegram.org"),
  TELEGRAM_MESSAGES_PER_SECOND: z._default(numberWithin(/^\d{1,7}(?:\.\d{1,3})?$/u, 0.001, 1_000_000), 30),
  TELEGRAM_ALLOWED_CHATS: z.optional(
    z.pipe(
      z.string().check(z.regex(/^-?\d{1,15}(?:\s*[,\uff0c]\s*-?\d{1,15})*$/u)),
      z.transform((value: string) => value.split(/[,\uff0c]/u).map(Number)),
    ),
  ),
  TELEGRAM_OWNER: z.optional(userIds()),
  TELEGRAM_ADMINS: z.optional(userIds()),
  TELEGRAM_WEBHOOK_URL: z.optional(z.string().check(z.refine(isSafeUrl))),
  TELEGRAM_WEBHOOK_PORT: z.optional(numberWithin(/^\d{1,5}$/u, 1, 65_535)),
  TELEGRAM_WEBHOOK_SECRET: z.optional(z.string().check(z.regex(/^[\w-]{1,256}$/u))),
  GROUP_ROBOTS: z.optional(z.string().check(z.refine((value) => parseGroupRobots(value, isSafeUrl) !== undefined))),
  HOST: z._default(z.string().check(z.regex(/^[\w.:-]{1,253}$/u)), "127.0.0.1"),
  PORT: z._default(numberWithin(/^\d{1,5}$/u, 0, 65_535), 3000),
  PUBLIC_URL: z.optional(z.string().check(z.refine(isOrigin))),
  TRUSTED_PROXY: z.optional(z.string().check(z.refine((value) => parseNetworks(value) !== undefined))),
  ADMIN_PASSWORD_HASH: z.optional(z.string().check(z.refine((value) => parsePasswordHash(value) !== undefined))),
  HTTPS_PROXY: z.optional(z.string().check(z.refine((value) => ["http:", "https:"].includes(findUrl(value)?.protocol ?? "")))),
  LOG_LEVEL: z._default(z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]), "info"),
  DATABASE_URL: z.optional(z.string().check(z.refine(isPostgresUrl))),
  MINGBAI_MOST_MESSAGES_A_DAY: z._default(numberWithin(/^\d{1,3}$/u, 1, 100), 1),
  MINGBAI_KEEP_QUESTIONS_DAYS: z._default(numberWithin(/^\d{1,4}$/u, 1, 3650), 180),
  MINGBAI_KEEP_FEEDBACK_DAYS: z._default(numberWithin(/^\d{1,4}$/u, 1, 3650), 180),
  MINGBAI_KEEP_AUDIT_DAYS: z._default(numberWithin(/^\d{1,5}$/u, LEAST_AUDIT_DAYS, 36_500), 366),
});

/**
 * Reads all settings.
 * @throws {AppError} `config_invalid`, naming every wrong setting and no value (a value may be a secret)
 */
export function loadConfig(env: Environment, programRoot: string, workingDir: string): BotConfig {
  const values = check(env);
  const url = values.TELEGRAM_WEBHOOK_URL;
  return {
    ...loadCorpusConfig(env, programRoot, workingDir),
    telegram:
      values.TELEGRAM_BOT_TOKEN === undefined
        ? undefined
        : {
            token: values.TELEGRAM_BOT_TOKEN,
            apiRoot: values.TELEGRAM_API_ROOT.replace(/\/+$/u, ""),
            messagesPerSecond: values.TELEGRAM_MESSAGES_PER_SECOND,
            allowedChats: values.TELEGRAM_ALLOWED_CHATS,
            owners: values.TELEGRAM_OWNER ?? [],
            admins: values.TELEGRAM_ADMINS ?? [],
            webhook: url === undefined ? undefined : { url, port: values.TELEGRAM_WEBHOOK_PORT, secret: values.TELEGRAM_WEBHOOK_SECRET },
          },
    robots: parseGroupRobots(values.GROUP_ROBOTS ?? "", isSafeUrl) ?? [],
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL?.replace(/\/$/u, ""),
    trustedProxies: parseNetworks(values.TRUSTED_PROXY ?? "") ?? [],
    adminPasswordHash: values.ADMIN_PASSWORD_HASH,
    httpsProxy: values.HTTPS_PROXY,
    logLevel: values.LOG_LEVEL,
    databaseUrl: values.DATABASE_URL,
    mostMessagesADay: values.MINGBAI_MOST_MESSAGES_A_DAY,
    keepDays: {
      questions: values.MINGBAI_KEEP_QUESTIONS_DAYS,
      feedback: values.MINGBAI_KEEP_FEEDBACK_DAYS,
      audit: values.MINGBAI_KEEP_AUDIT_DAYS,
    },
  };
}

/** Blank settings count as not set, as an empty line of an .env file means. */
function check(env: Environment): z.infer<typeof BotEnvironment> {
  const given = Object.fromEntries(Object.keys(RULES).flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])));
  const parsed = BotEnvironment.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map((issue) => String(issue.path[0])));
  throw wrongSettings(Object.entries(RULES).flatMap(([name, rule]) => (wrong.has(name) ? [`${name} ${rule}`] : [])));
}

function userIds() {
  return z.pipe(
    z.string().check(z.regex(/^\d{1,15}(?:\s*[,\uff0c]\s*\d{1,15})*$/u)),
    z.transform((value: string) => value.split(/[,\uff0c]/u).map(Number)),
  );
}

function numberWithin(pattern: RegExp, least: number, most: number) {
  return z.pipe(
    z.string().check(
      z.regex(pattern),
      z.refine((value) => Number(value) >= least && Number(value) <= most),
    ),
    z.transform((value: string) => Number(value)),
  );
}

/** https, or http that never leaves this machine; no user name, which would end up in logs. */
function isSafeUrl(value: string): boolean {
  const url = findUrl(value);
  if (!url || url.username || url.password) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname));
}

function isPostgresUrl(value: string): boolean {
  const url = findUrl(value);
  return url !== undefined && /^postgres(?:ql)?:$/u.test(url.protocol) && url.pathname.length > 1 && isDecodable(url.password);
}

/** A stray % in a password, which would be told as an error that holds it. */
function isDecodable(value: string): boolean {
  try {
    decodeURIComponent(value);
    return true;
  } catch {
    return false;
  }
}

/** An address of the web without anything behind its host and port. */
function isOrigin(value: string): boolean {
  const url = findUrl(value);
  return url !== undefined && ["http:", "https:"].includes(url.protocol) && url.origin === value.replace(/\/$/u, "").toLowerCase();
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/u.test(hostname);
}

function findUrl(value: string): URL | undefined {
  return URL.canParse(value) ? new URL(value) : undefined;
}
