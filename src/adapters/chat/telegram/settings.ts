/** How updates come by webhook. */
export interface WebhookSettings {
  /** Where Telegram sends updates: https, on port 443, 80, 88 or 8443. */
  readonly url: string;
  /** Where this process listens, mostly behind a reverse proxy. */
  readonly port: number;
  readonly host: string;
  /** Sent by Telegram with every update: 1–256 of A–Z a–z 0–9 _ -. */
  readonly secret: string;
}

export interface TelegramSettings {
  readonly token: string;
  /** Root of the Bot API, without a trailing slash. */
  readonly apiRoot: string;
  /** Messages a second over all chats; from 1000 on, nothing is held back in any chat. */
  readonly messagesPerSecond: number;
  /** Chats that are answered; undefined answers all. */
  readonly allowedChats?: readonly number[] | undefined;
  /** Long polling where undefined. */
  readonly webhook?: WebhookSettings | undefined;
  readonly proxyUrl?: string | undefined;
  readonly timing?: TelegramTiming | undefined;
}

/** How long the bot waits for what. */
export interface TelegramTiming {
  /** Before the second attempt after a failure of the network or of Telegram; doubles with each attempt. */
  readonly retryDelayMs: number;
  /** Before polling again after another process was found to poll with the same token. */
  readonly conflictDelayMs: number;
  /** After which a webhook call is acknowledged though its answer is still being made. */
  readonly acknowledgeAfterMs: number;
  /** Between two edits of the message that shows how far a broadcast is. */
  readonly progressEveryMs: number;
  /** How long stopping waits for the answers in hand. */
  readonly stopWithinMs: number;
}

export const DEFAULT_TIMING: TelegramTiming = {
  retryDelayMs: 1000,
  conflictDelayMs: 30_000,
  acknowledgeAfterMs: 2000,
  progressEveryMs: 3000,
  stopWithinMs: 4000,
};

/** The kinds of update that the bot reads; Telegram sends no other. */
export const ALLOWED_UPDATES = ["message", "callback_query", "inline_query", "my_chat_member"] as const;
