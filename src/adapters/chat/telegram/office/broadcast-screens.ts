import type { InlineKeyboardButton } from "grammy/types";
import type { Audience, Broadcast, ChatRecord } from "../../../../app/office/ports.ts";
import { BUTTON_NEXT, BUTTON_PREVIOUS } from "../messages.zh.ts";
import { sentencePage } from "../send.ts";
import type { ShownPage } from "../shown-answer.ts";
import * as say from "./broadcast-messages.zh.ts";
import { shortCodeOf } from "./short-code.ts";

/** Names of the buttons of broadcasts; their data is `bc:<broadcast>:<action>[:<argument>…]`. */
export const BROADCAST_PRESS = "bc";

/** The buttons of a recall. */
export const RECALL_PRESS = "rc";

/** Whether a button may change how far a broadcast is. */
export function isBroadcastPress(data: string): boolean {
  return data.startsWith(`${BROADCAST_PRESS}:`) || data.startsWith(`${RECALL_PRESS}:`);
}

const ROWS_A_PAGE = 8;
const MAX_LABEL_CHARACTERS = 40;

/** A button of a broadcast. */
export function broadcastButton({ id }: Pick<Broadcast, "id">, text: string, ...action: readonly (string | number)[]): InlineKeyboardButton {
  return { text, callback_data: [BROADCAST_PRESS, id, ...action].join(":") };
}

/** Who gets it: all, those of units, chosen groups. @param reached the chats that can be written to */
export function audienceScreen(draft: Broadcast, reached: readonly ChatRecord[]): ShownPage {
  const units = unitsOf(reached);
  const groups = groupsOf(reached);
  const choices = [
    ...(units.length > 0 ? [broadcastButton(draft, say.BUTTON_UNITS, "units", 1)] : []),
    ...(groups.length > 0 ? [broadcastButton(draft, say.BUTTON_CHATS, "chats", 1)] : []),
  ];
  const rows = [[broadcastButton(draft, say.buttonAll(reached.length), "all")], choices, [broadcastButton(draft, say.BUTTON_CANCEL, "no")]];
  return sentencePage(say.whoGetsIt(), { inline_keyboard: rows.filter((row) => row.length > 0) });
}

/** What is ticked of the units, or of the groups. */
export function choiceScreen(draft: Broadcast, kind: "units" | "chats", reached: readonly ChatRecord[], page: number): ShownPage {
  const ticked = tickedIn(draft.audience, kind);
  const choices = choicesOf(kind, reached);
  const pages = Math.max(1, Math.ceil(choices.length / ROWS_A_PAGE));
  const shown = Math.min(Math.max(1, page), pages);
  const rows = choices
    .slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE)
    .map(({ key, label }) => [broadcastButton(draft, say.ticked(label, ticked.has(key)), kind, shown, shortCodeOf(key))]);
  const turning = [
    ...(shown > 1 ? [broadcastButton(draft, BUTTON_PREVIOUS, kind, shown - 1)] : []),
    ...(shown < pages ? [broadcastButton(draft, BUTTON_NEXT, kind, shown + 1)] : []),
  ];
  const closing = [broadcastButton(draft, say.buttonChosen(ticked.size), "done"), broadcastButton(draft, say.BUTTON_BACK, "who")];
  return sentencePage(kind === "units" ? say.chooseUnits() : say.chooseChats(), {
    inline_keyboard: [...rows, turning, closing].filter((row) => row.length > 0),
  });
}

/** When it goes out. @param count of the chats that get it */
export function timeScreen(draft: Broadcast, count: number): ShownPage {
  const row = [broadcastButton(draft, say.BUTTON_NOW, "now"), broadcastButton(draft, say.BUTTON_BACK, "who"), broadcastButton(draft, say.BUTTON_CANCEL, "no")];
  return sentencePage(say.askForTime(count), { inline_keyboard: [row] });
}

/** The audience with a unit or a group ticked, or not any more. @returns undefined for a code of none of them */
export function withTick(audience: Audience, kind: "units" | "chats", reached: readonly ChatRecord[], code: string): Audience | undefined {
  const pressed = choicesOf(kind, reached).find(({ key }) => shortCodeOf(key) === code)?.key;
  if (pressed === undefined) return undefined;
  const ticked = new Set(tickedIn(audience, kind));
  if (!ticked.delete(pressed)) ticked.add(pressed);
  return audienceOf(kind, [...ticked]);
}

/** An audience that nobody was ticked for yet. */
export function nobodyOf(kind: "units" | "chats"): Audience {
  return audienceOf(kind, []);
}

function audienceOf(kind: "units" | "chats", ticked: readonly string[]): Audience {
  return kind === "units" ? { kind, units: ticked } : { kind, chats: ticked };
}

function tickedIn(audience: Audience, kind: "units" | "chats"): ReadonlySet<string> {
  if (audience.kind !== kind) return new Set();
  return new Set(audience.kind === "units" ? audience.units : audience.chats);
}

interface Choice {
  readonly key: string;
  readonly label: string;
}

function choicesOf(kind: "units" | "chats", reached: readonly ChatRecord[]): readonly Choice[] {
  return kind === "units" ? unitsOf(reached).map((unit) => ({ key: unit, label: cutLabel(unit) })) : groupsOf(reached);
}

function unitsOf(chats: readonly ChatRecord[]): readonly string[] {
  return [...new Set(chats.flatMap(({ unit }) => unit ?? []))].sort(byName);
}

/** Groups and robots by title; private chats have none that is kept. */
function groupsOf(chats: readonly ChatRecord[]): readonly Choice[] {
  const groups = chats.filter(({ kind }) => kind !== "private").map(({ chat, title }) => ({ key: chat, label: cutLabel(title ?? chat) }));
  return groups.sort((one, other) => byName(one.label, other.label) || byName(one.key, other.key));
}

/** In the order of their sounds, numbers by what they are: 第2群 before 第10群. */
const { compare: byName } = new Intl.Collator("zh-Hans-CN", { numeric: true });

export function cutLabel(label: string): string {
  const characters = [...label];
  return characters.length <= MAX_LABEL_CHARACTERS ? label : `${characters.slice(0, MAX_LABEL_CHARACTERS - 1).join("")}…`;
}
