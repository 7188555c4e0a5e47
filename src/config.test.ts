import { describe, expect, test } from "vitest";
import { loadConfig } from "./config.ts";
import { loadCorpusConfig } from "./corpus-config.ts";
import { AppError } from "./errors.ts";

const load = (env: Record<string, string>) => loadConfig(env, "/program", "/srv/mingbai");
const messageOf = (env: Record<string, string>): string => {
  try {
    load(env);
  } catch (error) {
    if (error instanceof AppError && error.code === "config_invalid") return error.message;
    throw error;
  }
  return "";
};

describe("settings", () => {
  test("without any, the folders stand beside the program and no Telegram is used", () => {
    expect(load({})).toEqual({
      home: "/program/var",
      indexDir: "/program/index",
      seedsDir: "/program/seeds",
      segmenter: "auto",
      telegram: undefined,
      robots: [],
      host: "127.0.0.1",
      port: 3000,
      publicUrl: undefined,
      trustedProxies: [],
      adminPasswordHash: undefined,
      httpsProxy: undefined,
      logLevel: "info",
      databaseUrl: undefined,
      mostMessagesADay: 1,
      keepDays: { questions: 180, feedback: 180, audit: 366 },
    });
  });

  test("a database is a postgres address with a database in it", () => {
    for (const url of ["postgres://mingbai:a%40b@db.example:5432/mingbai", "postgresql:///mingbai?host=/run/postgresql"]) {
      expect(load({ DATABASE_URL: url }).databaseUrl).toBe(url);
    }
    for (const url of ["mysql://mingbai@db.example/mingbai", "postgres://db.example", "postgres://mingbai:50%off@db.example/mingbai", "mingbai"]) {
      const message = messageOf({ DATABASE_URL: url });
      expect(message).toContain("DATABASE_URL");
      expect(message).not.toContain("off");
    }
  });

  test("the administrator's password is set as a hash; the password itself is refused and not told", () => {
    const hash = `scrypt:32768:8:3:${"a".repeat(22)}:${"b".repeat(43)}`;
    expect(load({ ADMIN_PASSWORD_HASH: hash }).adminPasswordHash).toBe(hash);
    const message = messageOf({ ADMIN_PASSWORD_HASH: "correct-horse-battery" });
    expect(message).toMatch(/ADMIN_PASSWORD_HASH.*hash-password/u);
    expect(message).not.toContain("horse");
  });

  test("nothing is kept for less than a day, and the audit log for six months at least", () => {
    expect(load({ MINGBAI_KEEP_QUESTIONS_DAYS: "30", MINGBAI_KEEP_FEEDBACK_DAYS: "90", MINGBAI_KEEP_AUDIT_DAYS: "183" }).keepDays).toEqual({
      questions: 30,
      feedback: 90,
      audit: 183,
    });
    expect(messageOf({ MINGBAI_KEEP_QUESTIONS_DAYS: "0", MINGBAI_KEEP_AUDIT_DAYS: "182" })).toMatch(/QUESTIONS_DAYS.*AUDIT_DAYS.*六个月/u);
  });

  test("relative folders count from where the program was started", () => {
    expect(loadCorpusConfig({ MINGBAI_HOME: "state", MINGBAI_INDEX_DIR: "/srv/index" }, "/program", "/srv/mingbai")).toMatchObject({
      home: "/srv/mingbai/state",
      indexDir: "/srv/index",
      seedsDir: "/program/seeds",
    });
  });

  test("a blank setting is not set", () => {
    expect(load({ TELEGRAM_BOT_TOKEN: "  ", PORT: "", MINGBAI_SEGMENTER: "" })).toEqual(load({}));
  });

  test("administrators are user ids, in either comma; a chat id of a group is none", () => {
    const admins = (value: string) => load({ TELEGRAM_BOT_TOKEN: "123456:secret", TELEGRAM_ADMINS: value }).telegram?.admins;
    expect(admins("700100, 700200\uff0c700300")).toEqual([700100, 700200, 700300]);
    expect(() => admins("-1001234567890")).toThrow(/TELEGRAM_ADMINS/u);
  });

  test("owners are user ids", () => {
    const owners = (value: string) => load({ TELEGRAM_BOT_TOKEN: "123456:secret", TELEGRAM_OWNER: value }).telegram?.owners;
    expect(owners("700100")).toEqual([700100]);
    expect(() => owners("@someone")).toThrow(/TELEGRAM_OWNER/u);
  });

  test("a token brings Telegram's own address, long polling and the usual pace", () => {
    expect(load({ TELEGRAM_BOT_TOKEN: "123456:secret" }).telegram).toEqual({
      token: "123456:secret",
      apiRoot: "https://api.telegram.org",
      messagesPerSecond: 30,
      owners: [],
      admins: [],
      allowedChats: undefined,
      webhook: undefined,
    });
  });

  test("everything set", () => {
    const env = {
      TELEGRAM_BOT_TOKEN: "123456:secret",
      TELEGRAM_API_ROOT: "http://127.0.0.1:8081/",
      TELEGRAM_MESSAGES_PER_SECOND: "0.5",
      TELEGRAM_ALLOWED_CHATS: "42, -1001234567890\uff0c7",
      TELEGRAM_WEBHOOK_URL: "https://bot.example.cn/telegram",
      TELEGRAM_WEBHOOK_PORT: "8080",
      TELEGRAM_WEBHOOK_SECRET: "a-Z_9",
      HOST: "0.0.0.0",
      PORT: "8443",
      PUBLIC_URL: "https://mingbai.example.gov.cn/",
      TRUSTED_PROXY: "127.0.0.1\uff0c 10.0.0.0/8, ::1",
      HTTPS_PROXY: "http://proxy.example.cn:3128",
      LOG_LEVEL: "debug",
      MINGBAI_SEGMENTER: "node-rs",
    };
    expect(load(env)).toMatchObject({
      telegram: {
        apiRoot: "http://127.0.0.1:8081",
        messagesPerSecond: 0.5,
        allowedChats: [42, -1001234567890, 7],
        webhook: { url: "https://bot.example.cn/telegram", port: 8080, secret: "a-Z_9" },
      },
      host: "0.0.0.0",
      port: 8443,
      publicUrl: "https://mingbai.example.gov.cn",
      trustedProxies: [
        { address: "127.0.0.1", prefix: 32, family: "ipv4" },
        { address: "10.0.0.0", prefix: 8, family: "ipv4" },
        { address: "::1", prefix: 128, family: "ipv6" },
      ],
      httpsProxy: "http://proxy.example.cn:3128",
      logLevel: "debug",
      segmenter: "node-rs",
    });
  });

  test.each([
    ["MINGBAI_SEGMENTER", "thulac"],
    ["TELEGRAM_BOT_TOKEN", "12345:with space"],
    ["TELEGRAM_BOT_TOKEN", "../../getMe"],
    ["TELEGRAM_API_ROOT", "http://api.example.com"],
    ["TELEGRAM_API_ROOT", "http://127.0.0.1.example.com"],
    ["TELEGRAM_API_ROOT", "ftp://127.0.0.1"],
    ["TELEGRAM_API_ROOT", "https://user:hidden@api.example.com"],
    ["TELEGRAM_API_ROOT", "not-an-address"],
    ["TELEGRAM_MESSAGES_PER_SECOND", "0.000"],
    ["TELEGRAM_MESSAGES_PER_SECOND", "1e3"],
    ["TELEGRAM_ALLOWED_CHATS", "all-of-them"],
    ["TELEGRAM_WEBHOOK_URL", "http://bot.example.cn"],
    ["TELEGRAM_WEBHOOK_SECRET", "with space"],
    ["TELEGRAM_WEBHOOK_SECRET", "x".repeat(257)],
    ["HOST", "a host"],
    ["PORT", "65536"],
    ["PORT", "80a"],
    ["TELEGRAM_WEBHOOK_PORT", "0"],
    ["PUBLIC_URL", "https://mingbai.example.gov.cn/path"],
    ["PUBLIC_URL", "mingbai.example.gov.cn"],
    ["PUBLIC_URL", "https://user:hidden@mingbai.example.gov.cn"],
    ["TRUSTED_PROXY", "proxy.example.cn"],
    ["TRUSTED_PROXY", "10.0.0.0/33"],
    ["TRUSTED_PROXY", "300.0.0.1"],
    ["HTTPS_PROXY", "proxy-without-scheme"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s is refused by its name, and the value is not repeated", (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain(value);
  });

  test.each(["http://localhost:9000", "http://127.8.8.8:1", "http://[::1]:8081", "https://tg.example.com/api"])("%s may be the Bot API's address", (root) =>
    expect(load({ TELEGRAM_BOT_TOKEN: "1:x", TELEGRAM_API_ROOT: root }).telegram?.apiRoot).toBe(root),
  );

  test("all wrong settings are named at once, and no right one", () => {
    const message = messageOf({ PORT: "x", LOG_LEVEL: "x", MINGBAI_SEGMENTER: "x", HOST: "localhost" });
    expect(["MINGBAI_SEGMENTER", "PORT", "LOG_LEVEL"].every((name) => message.includes(name))).toBe(true);
    expect(message).not.toContain("HOST ");
  });

  test("a wrong Telegram setting does not keep other commands from working", () => {
    expect(loadCorpusConfig({ TELEGRAM_API_ROOT: "x" }, "/program", "/srv/mingbai").segmenter).toBe("auto");
  });
});
