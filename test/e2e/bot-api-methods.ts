import * as z from "zod";

/** How the Bot API answers a call. */
export type MethodAnswer =
  | { readonly result: unknown }
  | { readonly code: number; readonly description: string; readonly parameters?: Readonly<Record<string, unknown>> };

const Entity = z.object({ type: z.enum(["bold", "italic", "blockquote", "expandable_blockquote"]), offset: z.int().min(0), length: z.int().min(1) });
const Button = z.object({
  text: z.string().min(1),
  callback_data: z.string().refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64, "BUTTON_DATA_INVALID"),
});
const Markup = z.object({ inline_keyboard: z.array(z.array(Button).min(1).max(8)).max(100) });

/** Text and entities, checked as Telegram does: 1–4096 characters, entities inside, apart, at most 100, no character cut in half. */
const Words = z
  .object({ text: z.string(), entities: z.array(Entity).max(100).default([]) })
  .refine(({ text }) => text.trim() !== "" && text.length <= 4096, "message is empty or too long")
  .refine(({ text }) => !/\p{Surrogate}/u.test(text), "strings must be encoded in UTF-8")
  .refine(
    ({ text, entities }) => entities.every(({ offset, length }, index) => offset >= (endOf(entities[index - 1]) ?? 0) && offset + length <= text.length),
    "entity beyond the text",
  )
  .refine(
    ({ text, entities }) => entities.every(({ offset, length }) => !cutsCharacter(text, offset) && !cutsCharacter(text, offset + length)),
    "entity inside a character",
  );

const ChatId = z.int().refine((id) => id !== 0);
const SendMessage = z.strictObject({
  chat_id: ChatId,
  text: z.string(),
  entities: z.array(Entity).optional(),
  message_thread_id: z.int().optional(),
  link_preview_options: z.object({ is_disabled: z.boolean() }).optional(),
  reply_markup: Markup.optional(),
  reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
});
const EditMessageText = SendMessage.omit({ message_thread_id: true, reply_parameters: true }).extend({ message_id: z.int() });
const Command = z.object({ command: z.string().regex(/^[a-z0-9_]{1,32}$/u), description: z.string().min(1).max(256) });
const CommandScope = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("default") }),
  z.strictObject({ type: z.literal("all_group_chats") }),
  z.strictObject({ type: z.literal("chat"), chat_id: ChatId }),
]);
const Article = z.object({
  type: z.literal("article"),
  id: z.string().refine((id) => Buffer.byteLength(id) >= 1 && Buffer.byteLength(id) <= 64),
  title: z.string().min(1),
  description: z.string(),
  input_message_content: z
    .object({ message_text: z.string(), entities: z.array(Entity) })
    .refine(({ message_text: text, entities }) => Words.safeParse({ text, entities }).success),
});

const PARAMETERS: Readonly<Record<string, z.ZodType>> = {
  getMe: z.object({}),
  sendMessage: SendMessage,
  editMessageText: EditMessageText,
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string(), text: z.string().max(200).optional(), show_alert: z.boolean().optional() }),
  answerInlineQuery: z.strictObject({
    inline_query_id: z.string(),
    results: z.array(Article).max(50),
    cache_time: z.int().min(0),
    is_personal: z.boolean().optional(),
    button: z.strictObject({ text: z.string(), start_parameter: z.string().regex(/^[\w-]{1,64}$/u) }).optional(),
  }),
  sendDocument: z.strictObject({
    chat_id: ChatId,
    document: z.string().min(1),
    caption: z.string().max(1024).optional(),
    caption_entities: z.array(Entity).optional(),
    reply_markup: Markup.optional(),
    message_thread_id: z.int().optional(),
    reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
  }),
  sendPhoto: z.strictObject({
    chat_id: ChatId,
    photo: z.string().min(1),
    caption: z.string().max(1024).optional(),
    caption_entities: z.array(Entity).optional(),
    message_thread_id: z.int().optional(),
    reply_markup: Markup.optional(),
    reply_parameters: z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean() }).optional(),
  }),
  editMessageReplyMarkup: z.strictObject({ chat_id: ChatId, message_id: z.int(), reply_markup: Markup.optional() }),
  deleteMessage: z.strictObject({ chat_id: ChatId, message_id: z.int() }),
  getFile: z.strictObject({ file_id: z.string().min(1) }),
  getChatMember: z.strictObject({ chat_id: ChatId, user_id: z.int().min(1) }),
  setMyCommands: z.strictObject({ commands: z.array(Command).max(100), scope: CommandScope.optional() }),
  deleteMyCommands: z.strictObject({ scope: CommandScope.optional() }),
  setWebhook: z.strictObject({ url: z.url(), secret_token: z.string().regex(/^[\w-]{1,256}$/u), allowed_updates: z.array(z.string()) }),
  deleteWebhook: z.strictObject({}),
};

/** Checks a call and answers it. @param messageId a new one @param files that somebody sent, by their ids @param administrators of a group */
export function answerMethod(
  method: string,
  payload: Readonly<Record<string, unknown>>,
  me: unknown,
  messageId: () => number,
  files: ReadonlyMap<string, Uint8Array>,
  administrators: (chat: number) => ReadonlySet<number>,
): MethodAnswer {
  const parameters = PARAMETERS[method];
  if (!parameters) return { code: 404, description: "Not Found" };
  const parsed = parameters.safeParse(payload);
  const words = "text" in payload && "chat_id" in payload ? Words.safeParse(payload) : undefined;
  const issue = parsed.error?.issues[0] ?? words?.error?.issues[0];
  if (issue) return { code: 400, description: `Bad Request: ${issue.path.join(".")} ${issue.message}` };
  if (method === "getMe") return { result: me };
  if (method === "getChatMember") {
    const status = administrators(Number(payload["chat_id"])).has(Number(payload["user_id"])) ? "administrator" : "member";
    return { result: { status, user: { id: payload["user_id"], is_bot: false, first_name: "某人" } } };
  }
  if (method === "getFile") {
    const id = String(payload["file_id"]);
    const content = files.get(id);
    if (!content) return { code: 400, description: "Bad Request: invalid file_id" };
    return { result: { file_id: id, file_unique_id: id, file_size: content.length, file_path: id } };
  }
  if (!["sendMessage", "editMessageText", "sendDocument", "sendPhoto"].includes(method)) return { result: true };
  const { chat_id: id, text } = payload;
  return {
    result: {
      message_id: payload["message_id"] ?? messageId(),
      date: 1_760_000_000,
      chat: { id, type: Number(id) < 0 ? "supergroup" : "private" },
      from: me,
      text,
    },
  };
}

function endOf(entity: z.infer<typeof Entity> | undefined): number | undefined {
  return entity && entity.offset + entity.length;
}

function cutsCharacter(text: string, offset: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(offset, offset + 1)) && /[\uD800-\uDBFF]$/.test(text.slice(0, offset));
}
