import type { Notice, NoticeFile } from "../../core/reminders/notice.ts";
import { DEFAULT_TITLE } from "./messages.zh.ts";

/** A first line that is longer, or ends like a sentence, is no title. */
const MAX_TITLE_CHARACTERS = 40;
const SENTENCE_END = /[。！？；：，、.!?;:,]$/u;

/** The notice that somebody's words are, its lines as they were typed; undefined where there are neither words nor a file. */
export function noticeOfWords(words: string, file?: NoticeFile): Notice | undefined {
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

/** The words that a notice was made of, to be changed. */
export function wordsOfNotice({ title, paragraphs }: Notice): string {
  return [...(title === DEFAULT_TITLE ? [] : [title]), ...paragraphs].join("\n\n");
}
