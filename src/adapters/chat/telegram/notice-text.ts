import { fittingParagraphs } from "../../../core/reminders/fit-notice.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { cutText, MAX_MESSAGE_CHARACTERS } from "./fit.ts";
import { type RichText, wellFormed } from "./render.ts";

/** The most that stands under a file. */
const MAX_CAPTION_CHARACTERS = 1024;
const MAX_TITLE_CHARACTERS = 256;

/** A notice as a message, or as what stands under its file: the title bold, then its paragraphs. */
export function renderNotice(notice: Notice): RichText {
  const title = cutText(wellFormed(notice.title.trim()), MAX_TITLE_CHARACTERS);
  const most = notice.file ? MAX_CAPTION_CHARACTERS : MAX_MESSAGE_CHARACTERS;
  const textOf = (paragraphs: readonly string[]) => [title, ...paragraphs].filter((part) => part !== "").join("\n\n");
  const closing = notice.footer ? [notice.footer] : [];
  const whole = textOf([...notice.paragraphs, ...closing]);
  const text = whole.length <= most ? whole : textOf(fittingParagraphs(notice, closing, (paragraphs) => textOf(paragraphs).length <= most));
  return { text: wellFormed(text), entities: title === "" ? [] : [{ type: "bold", offset: 0, length: title.length }] };
}
