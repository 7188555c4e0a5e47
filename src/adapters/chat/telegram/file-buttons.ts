import type { InlineKeyboardMarkup } from "grammy/types";
import { BUTTON_DISCARD, BUTTON_IMPORT } from "./messages.zh.ts";

/** What is decided on a file that waits. */
export interface FileDecision {
  readonly kind: "import" | "discard";
  readonly fileId: string;
}

const CALLBACK_DATA = /^(?<kind>[id]):(?<fileId>[A-Za-z0-9]{1,12})$/u;

/** @returns undefined for data of other buttons */
export function parseFileButton(data: string): FileDecision | undefined {
  const { kind, fileId } = CALLBACK_DATA.exec(data)?.groups ?? {};
  return fileId === undefined ? undefined : { kind: kind === "i" ? "import" : "discard", fileId };
}

/** 收录 and 放弃, below the report of a file. */
export function renderFileButtons(fileId: string): InlineKeyboardMarkup {
  return {
    inline_keyboard: [
      [
        { text: BUTTON_IMPORT, callback_data: `i:${fileId}` },
        { text: BUTTON_DISCARD, callback_data: `d:${fileId}` },
      ],
    ],
  };
}
