import type { Document, Message, MessageEntity } from "grammy/types";
import type { OfficeCommand } from "./office/command.ts";
import { OFFICE_COMMANDS } from "./office/registry.ts";

/** What a message asks of the bot. */
export type TelegramRequest =
  | { readonly kind: "question"; readonly question: string }
  | { readonly kind: "units" | "documents" | "start" | "help" | "unknown_command" | "not_text" | "no_question" }
  | { readonly kind: "here"; readonly words: string }
  | { readonly kind: "usage"; readonly command: "ask" | "duty" | "item" }
  | { readonly kind: "office"; readonly command: OfficeCommand; readonly words: string }
  | { readonly kind: "file"; readonly file: SentFile };

/** A file that somebody sent. */
export interface SentFile {
  readonly fileId: string;
  /** As its sender named it; may be anything. */
  readonly name: string;
  /** As Telegram tells it. */
  readonly bytes: number | undefined;
}

/** Who the bot is. `username` without @. */
export interface BotIdentity {
  readonly id: number;
  readonly username: string;
}

const UNREADABLE_KINDS = ["voice", "photo", "sticker", "video", "video_note", "audio", "animation", "location", "contact", "poll", "dice"] as const;

/**
 * Reads what a message asks. In a private chat every text does; in a group only commands (addressed to us or to nobody),
 * mentions and replies to our messages.
 * @returns undefined for what is not for the bot: chatter, service messages, commands of other bots, other bots, and what people sent through our own inline mode
 */
export function readRequest(message: Message, me: BotIdentity): TelegramRequest | undefined {
  if (!isFromPerson(message) || message.via_bot?.id === me.id) return undefined;
  const inPrivate = message.chat.type === "private";
  if (inPrivate && message.document && !message.animation) return { kind: "file", file: sentFileOf(message.document) };
  if (message.text === undefined) {
    return inPrivate && UNREADABLE_KINDS.some((kind) => message[kind] !== undefined) ? { kind: "not_text" } : undefined;
  }
  const { words, mentioned } = takeMentions(message.text, message.entities ?? [], me);
  const addressed = inPrivate || mentioned || isReplyToUs(message, me);
  const command = COMMAND.exec(words)?.groups;
  if (command) {
    const addressee = command["addressee"]?.toLowerCase();
    if (addressee !== undefined && addressee !== me.username.toLowerCase()) return undefined;
    const request = readCommand((command["name"] ?? "").toLowerCase(), words.slice(command["whole"]?.length).trim());
    return request.kind === "unknown_command" && !addressed && addressee === undefined ? undefined : request;
  }
  if (!addressed) return undefined;
  return words === "" ? { kind: "no_question" } : { kind: "question", question: words };
}

function sentFileOf({ file_id: fileId, file_name: name = "", file_size: bytes }: Document): SentFile {
  return { fileId, name, bytes };
}

/** `/ask@bot`, also where Chinese follows without a space. */
const COMMAND = /^(?<whole>\/(?<name>[a-z]\w{0,31})(?:@(?<addressee>\w{3,32}))?)(?![/\w])/iu;

function readCommand(name: string, rest: string): TelegramRequest {
  switch (name) {
    case "start":
      return { kind: "start" };
    case "help":
      return { kind: "help" };
    case "units":
      return { kind: "units" };
    case "doc":
      return rest === "" ? { kind: "documents" } : { kind: "question", question: rest };
    case "here":
      return { kind: "here", words: rest };
    case "ask":
      return rest === "" ? { kind: "usage", command: "ask" } : { kind: "question", question: rest };
    case "duty":
      return rest === "" ? { kind: "usage", command: "duty" } : { kind: "question", question: dutyQuestion(rest) };
    case "item":
      return rest === "" ? { kind: "usage", command: "item" } : { kind: "question", question: itemQuestion(rest) };
    default:
      return officeRequest(name, rest);
  }
}

function officeRequest(name: string, words: string): TelegramRequest {
  const command = OFFICE_COMMANDS.find((candidate) => candidate.name === name);
  return command ? { kind: "office", command, words } : { kind: "unknown_command" };
}

/** 县司法局 → 县司法局负责哪些任务; what is a question already stays as it is. */
function dutyQuestion(words: string): string {
  return /负责|哪些|任务/u.test(words) ? words : `${words}负责哪些任务`;
}

/** 21 → 第21项; (二十一), 第21条 and longer words stay as they are. */
function itemQuestion(words: string): string {
  return /^[\d\uff10-\uff19〇零一二三四五六七八九十百]{1,8}$/u.test(words) ? `第${words}项` : words;
}

/** Anonymous administrators of a group come as a bot with `sender_chat`; posts of a linked channel are no questions. */
function isFromPerson(message: Message): boolean {
  return !message.is_automatic_forward && (!message.from?.is_bot || message.sender_chat !== undefined);
}

/** In a topic every message "replies" to the topic's opening, which is no reply to whoever opened it. */
function isReplyToUs(message: Message, me: BotIdentity): boolean {
  const original = message.reply_to_message;
  return original?.from?.id === me.id && original.forum_topic_created === undefined;
}

/** Removes every mention of the bot and the double spaces it leaves. */
function takeMentions(text: string, entities: readonly MessageEntity[], me: BotIdentity): { words: string; mentioned: boolean } {
  const linked = entities.filter((entity) => entity.type === "text_mention" && entity.user.id === me.id).sort((one, other) => other.offset - one.offset);
  const unlinked = linked.reduce((rest, { offset, length }) => `${rest.slice(0, offset)} ${rest.slice(offset + length)}`, text);
  const unnamed = unlinked.replace(new RegExp(String.raw`(?<![\w@/])@${me.username}(?!\w)`, "giu"), " ");
  return { words: unnamed.replace(/\s+/gu, " ").trim(), mentioned: unnamed !== text };
}
