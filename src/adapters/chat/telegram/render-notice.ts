import { fittingParagraphs } from "../../../core/reminders/fit-notice.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";
import { fileElsewhere } from "./messages.zh.ts";
import { type RichText, wellFormed } from "./render.ts";

/** The most that Telegram puts under a file, in UTF-16 units. */
const MAX_CAPTION_CHARACTERS = 1024;
const MAX_TITLE_CHARACTERS = 256;

/** How long the words of a notice may be, in UTF-16 units. */
export function noticeLimit(notice: Notice): number {
  return telegramFileOf(notice) ? MAX_CAPTION_CHARACTERS : MAX_MESSAGE_CHARACTERS;
}

/** The file to be sent with a notice; undefined for one of another platform, which Telegram does not have. */
export function telegramFileOf({ file }: Notice): Notice["file"] {
  return file?.platform === "telegram" ? file : undefined;
}

/** How long a notice is with nothing left out, in UTF-16 units. */
export function noticeLength(notice: Notice): number {
  return joined(notice, [...notice.paragraphs, ...closingOf(notice)]).length;
}

/**
 * A notice as a message, or as what stands under its file: the title bold, a blank line between paragraphs, the footer last.
 * What does not fit gives way in whole paragraphs from the end, and their number is said.
 */
export function renderNotice(notice: Notice): RichText {
  const limit = noticeLimit(notice);
  const closing = closingOf(notice);
  const whole = joined(notice, [...notice.paragraphs, ...closing]);
  const text =
    whole.length <= limit
      ? whole
      : joined(
          notice,
          fittingParagraphs(notice, closing, (kept) => joined(notice, kept).length <= limit),
        );
  const title = titleOf(notice);
  return { text, entities: title === "" ? [] : [{ type: "bold", offset: 0, length: title.length }] };
}

function closingOf({ footer, file }: Notice): readonly string[] {
  return [...(file && file.platform !== "telegram" ? [fileElsewhere(file.name)] : []), ...(footer ? [footer] : [])];
}

function joined(notice: Notice, paragraphs: readonly string[]): string {
  return [titleOf(notice), ...paragraphs.map((paragraph) => wellFormed(paragraph).trim())].filter((part) => part !== "").join("\n\n");
}

function titleOf({ title }: Notice): string {
  return cutText(wellFormed(title).trim(), MAX_TITLE_CHARACTERS);
}
