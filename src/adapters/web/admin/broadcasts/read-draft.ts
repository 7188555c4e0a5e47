import { dateInChina, momentInChina } from "../../../../app/date-in-china.ts";
import { recipientsOf } from "../../../../app/office/broadcast.ts";
import { noticeOfWords, wordsOfNotice } from "../../../../app/office/notice-of-words.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Audience, Broadcast, ChatRecord } from "../../../../app/office/ports.ts";
import { parsePlannedTime } from "../../../../core/reminders/planned-time.ts";
import type { AdminForm } from "../form.ts";
import * as say from "./messages.zh.ts";
import { printTime } from "./print-time.ts";

/** The most that Telegram takes in one message, in UTF-16 units; nothing of a broadcast is to be left out. */
const MOST_CHARACTERS = 4096;

/** A draft as the form has it. */
export interface DraftFields {
  readonly text: string;
  readonly audience: Audience["kind"];
  readonly units: readonly string[];
  readonly chats: readonly string[];
  readonly isLater: boolean;
  /** As it was typed. */
  readonly time: string;
}

/** What a draft says, to whom and when. */
export type DraftContent = Pick<Broadcast, "notice" | "audience" | "plannedAtMs">;

export const EMPTY_FIELDS: DraftFields = { text: "", audience: "all", units: [], chats: [], isLater: false, time: "" };

export function fieldsOf({ notice, audience, plannedAtMs }: DraftContent): DraftFields {
  return {
    text: wordsOfNotice(notice),
    audience: audience.kind,
    units: audience.kind === "units" ? audience.units : [],
    chats: audience.kind === "chats" ? audience.chats : [],
    isLater: plannedAtMs !== undefined,
    time: plannedAtMs === undefined ? "" : printTime(plannedAtMs),
  };
}

export function readFields(form: AdminForm): DraftFields {
  const audience = form.text("audience");
  return {
    text: form.text("text"),
    audience: audience === "units" || audience === "chats" ? audience : "all",
    units: form.all("unit"),
    chats: form.all("chat"),
    isLater: form.text("when") === "later",
    time: form.text("time"),
  };
}

/** Reads what was filled in. @returns a sentence where something is wrong with it */
export async function readContent(office: Office, fields: DraftFields): Promise<DraftContent | string> {
  const notice = noticeOfWords(fields.text);
  if (notice === undefined) return say.NO_TEXT;
  const length = [notice.title, ...notice.paragraphs].join("\n\n").length;
  if (length > MOST_CHARACTERS) return say.tooLong(length, MOST_CHARACTERS);
  // Whoever ticked some does not mean all, and whoever wrote a time does not mean now.
  if (fields.audience === "all" && fields.units.length + fields.chats.length > 0) return say.TICKED_BUT_ALL;
  if (!fields.isLater && fields.time !== "") return say.TIMED_BUT_NOW;
  const audience = readAudience(fields, (await recipientsOf(office, { kind: "all" })).reached);
  if (audience === undefined) return say.NO_AUDIENCE;
  const plannedAtMs = fields.isLater ? readTime(fields.time, office.clock()) : undefined;
  return typeof plannedAtMs === "string" ? plannedAtMs : { notice, audience, plannedAtMs };
}

/** Units and groups of those that can be reached; private chats are nobody's to choose. @returns undefined where none is chosen */
function readAudience({ audience, units, chats }: DraftFields, reached: readonly ChatRecord[]): Audience | undefined {
  if (audience === "all") return { kind: "all" };
  if (audience === "units") {
    const there = new Set(unitsOf(reached));
    const chosen = units.filter((unit) => there.has(unit));
    return chosen.length === 0 ? undefined : { kind: "units", units: chosen };
  }
  const there = new Set(groupsOf(reached).map(({ chat }) => chat));
  const chosen = chats.filter((chat) => there.has(chat));
  return chosen.length === 0 ? undefined : { kind: "chats", chats: chosen };
}

function readTime(words: string, nowMs: number): number | string {
  // What a browser's own field gives has a T between the day and the hour.
  const time = parsePlannedTime(words.replace(/(?<=\d)T(?=\d)/u, " "), dateInChina(nowMs));
  const timeMs = time && momentInChina(time.date, time.minutes);
  if (timeMs === undefined) return say.timeUnreadable(words.slice(0, 40));
  return timeMs <= nowMs ? say.timePassed(printTime(timeMs)) : timeMs;
}

export function unitsOf(chats: readonly ChatRecord[]): readonly string[] {
  return [...new Set(chats.flatMap(({ unit }) => unit ?? []))];
}

export function groupsOf(chats: readonly ChatRecord[]): readonly ChatRecord[] {
  return chats.filter(({ kind }) => kind !== "private");
}
