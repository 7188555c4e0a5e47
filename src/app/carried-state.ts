import * as z from "zod";
import { type CarriedTurns, canBeCarried } from "./carried-turns.ts";

/** What is carried of a conversation, as text. UTF-16 code units. */
export const MAX_STATE_CHARACTERS = 40_000;

const Turns = z.array(z.string());

/** The turns as text that whoever asks carries along and need not understand. @returns null where there is nothing to go on from */
export function writeCarried(turns: CarriedTurns): string | null {
  return turns.length === 0 ? null : Buffer.from(JSON.stringify(turns)).toString("base64url");
}

/** @returns undefined for what `writeCarried` did not write */
export function readCarried(text: string): CarriedTurns | undefined {
  if (text === "") return [];
  const read = Turns.safeParse(parsed(Buffer.from(text, "base64url").toString("utf8")));
  return read.success && canBeCarried(read.data) ? read.data : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
