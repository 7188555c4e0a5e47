import type { Message, MessageEntity } from "grammy/types";
import type { Notice, NoticeFile } from "../../../../core/reminders/notice.ts";
import { DEFAULT_TITLE, PHOTO_NAME } from "./broadcast-messages.zh.ts";

/** A first line that is longer, or ends like a sentence, is no title. */
const MAX_TITLE_CHARACTERS = 40;
const SENTENCE_END = /[。！？；：，、.!?;:,]$/u;

/** The notice that a message is, its lines as they were typed; undefined where it has neither words nor a file that can be passed on. */
export function noticeIn(message: Message): Notice | undefined {
  return noticeOf(wordsOf(message), fileOf(message));
}

/** The notice that the words behind a command are. */
export function noticeBehindCommand(message: Message): Notice | undefined {
  return noticeOf(wordsOf(message).replace(/^\s*\/\w+(?:@\w+)?\s*/u, ""), undefined);
}

function noticeOf(words: string, file: NoticeFile | undefined): Notice | undefined {
  const text = words.trim();
  if (text === "" && !file) return undefined;
  const [first = "", ...rest] = text.split("\n");
  const hasTitle = rest.length > 0 && first.trim().length <= MAX_TITLE_CHARACTERS && !SENTENCE_END.test(first.trim());
  const body = hasTitle ? rest.join("\n") : text;
  const paragraphs = body
    .split(/\n\s*\n/u)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return { title: hasTitle ? first.trim() : DEFAULT_TITLE, paragraphs, ...(file && { file }) };
}

/** The words of a message. Where a word links to somewhere, the address follows it: a notice has no hidden links. */
function wordsOf({ text, caption, entities, caption_entities: captionEntities }: Message): string {
  const words = text ?? caption ?? "";
  const links = (entities ?? captionEntities ?? []).filter((entity): entity is MessageEntity.TextLinkMessageEntity => entity.type === "text_link");
  return links.reduceRight((rest, { offset, length, url }) => `${rest.slice(0, offset + length)}（${url}）${rest.slice(offset + length)}`, words);
}

function fileOf({ document, photo }: Message): NoticeFile | undefined {
  if (document) return { platform: "telegram", id: document.file_id, name: document.file_name ?? "" };
  const largest = photo?.at(-1);
  return largest && { platform: "telegram", id: largest.file_id, name: PHOTO_NAME, kind: "photo" };
}
