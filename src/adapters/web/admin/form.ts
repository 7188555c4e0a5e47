import { bodyLimit } from "hono/body-limit";
import { WebFault } from "../fault.ts";
import type { WebContext } from "../feature.ts";
import * as say from "./messages.zh.ts";

const MEGABYTE = 1024 * 1024;
/** The longest words of a form are corrections of a document, nine bytes a character. */
export const MOST_FORM_BYTES = 2 * MEGABYTE;

/** What was filled in. */
export interface AdminForm {
  /** Trimmed, lines ended by a line feed; empty where there is none such. */
  text(name: string): string;
  /** All boxes of the name that are ticked. */
  all(name: string): readonly string[];
  /** Files that were chosen. */
  files(name: string): readonly File[];
  /** All words, in order. */
  readonly words: readonly (readonly [name: string, value: string])[];
}

/** Refuses longer bodies before they are read. */
export function limitBody(maxBytes: number): ReturnType<typeof bodyLimit> {
  return bodyLimit({ maxSize: maxBytes, onError: () => refuse(maxBytes) });
}

function refuse(maxBytes: number): never {
  throw new WebFault(413, say.bodyTooLarge(Math.floor(maxBytes / MEGABYTE)));
}

/** @throws {WebFault} 400 for what is no form, 413 for one that turns out longer than `maxBytes` */
export async function readAdminForm(c: WebContext, maxBytes: number): Promise<AdminForm> {
  const body = await c.req.parseBody({ all: true }).catch((error: unknown) => {
    if (error instanceof WebFault) throw error;
    if (error instanceof Error && error.name === "BodyLimitError") refuse(maxBytes);
    throw new WebFault(400, say.requestBroken());
  });
  const values = Object.entries(body).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each) => [name, each] as const));
  const words = values.flatMap(([name, value]) => (typeof value === "string" ? [[name, plain(value)] as const] : []));
  return {
    words,
    text: (name) => words.find(([own]) => own === name)?.[1].trim() ?? "",
    all: (name) => words.flatMap(([own, value]) => (own === name ? [value] : [])),
    // A browser sends an empty file where none was chosen.
    files: (name) => values.flatMap(([own, value]) => (own === name && typeof value !== "string" && (value.size > 0 || value.name !== "") ? [value] : [])),
  };
}

/** Text as it can be stored anywhere: no lone surrogates, no control characters but tab and line feed. */
function plain(value: string): string {
  return value
    .toWellFormed()
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\P{Cc}\t\n]/gu, "");
}
