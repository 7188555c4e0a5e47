import type { Message, MessageEntity } from "grammy/types";
import { noticeOfWords } from "../../../../app/office/notice-of-words.ts";
import type { Notice, NoticeFile } from "../../../../core/reminders/notice.ts";
import { PHOTO_NAME } from "./broadcast-messages.zh.ts";

/** The notice that a message is, its lines as they were typed; undefined where it has neither words nor a file that can be passed on. */
export function noticeIn(message: Message): Notice | undefined {
  return noticeOfWords(wordsOf(message), fileOf(message));
}

/** The notice that the words behind a command are. */
export function noticeBehindCommand(message: Message): Notice | undefined {
  return noticeOfWords(wordsOf(message).replace(/^\s*\/\w+(?:@\w+)?\s*/u, ""));
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
