import { fittingParagraphs } from "../../../core/reminders/fit-notice.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { fileNotSent } from "./messages.zh.ts";

const encoder = new TextEncoder();

/** Size of a text in UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/** The paragraphs of a notice that a robot can carry, closing words last. @param fits whether they are within the platform's limit */
export function robotParagraphs(notice: Notice, fits: (paragraphs: readonly string[]) => boolean): readonly string[] {
  const closing = [...(notice.file ? [fileNotSent(notice.file.name)] : []), ...(notice.footer ? [notice.footer] : [])];
  return fittingParagraphs(notice, closing, fits);
}
