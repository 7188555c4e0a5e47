import type { Answer } from "../core/answer/index.ts";
import type { Conversation, Query } from "../core/question/index.ts";
import type { ConversationRecord } from "./ports.ts";

/** What an assistant hands from one turn to the next; opaque JSON to everyone else. All are undefined at the start of a conversation. */
export interface ConversationState {
  readonly previous: Conversation | undefined;
  /** The county that questions are about where they name none. */
  readonly here: string | undefined;
  /** The unit that 我们局 means. */
  readonly us: string | undefined;
}

/** Reads what a turn left. What no turn of this program left is no conversation. */
export function readState(state: unknown): ConversationState {
  if (typeof state !== "object" || state === null) return { previous: undefined, here: undefined, us: undefined };
  const { here, us, ...turn } = state as Partial<Conversation> & { readonly here?: unknown; readonly us?: unknown };
  return { previous: isTurn(turn) ? turn : undefined, here: stringOf(here), us: stringOf(us) };
}

function stringOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

function isTurn(turn: Partial<Conversation>): turn is Conversation {
  return turn.query !== undefined && turn.question !== undefined && turn.shown !== undefined && turn.places !== undefined;
}

/** What the next turn is handed; undefined where there is nothing to hand on. */
export function writeState({ previous, here, us }: ConversationState): unknown {
  return here === undefined && us === undefined ? previous : { ...previous, ...(here !== undefined && { here }), ...(us !== undefined && { us }) };
}

/** A state in which questions without a county are about this one; undefined takes the county away. */
export function withPlace(state: unknown, here: string | undefined): unknown {
  const before = readState(state);
  return before.here === here ? state : writeState({ ...before, here });
}

/** A state in which 我们局 is this unit; undefined takes the unit away. */
export function withUnit(state: unknown, us: string | undefined): unknown {
  const before = readState(state);
  return before.us === us ? state : writeState({ ...before, us });
}

/** A person who comes back later than this begins anew. */
const KEEP_FOR_MS = 30 * 60 * 1000;

/** The state of a conversation in which the person was asked for words: which reply they are for. */
export function awaiting(reply: string): unknown {
  return { awaits: reply };
}

/** Which reply the person's next words are for; undefined where nothing was asked for, or too long ago. */
export function awaitedAt(record: ConversationRecord | undefined, nowMs: number): string | undefined {
  if (record === undefined || nowMs - record.updatedAtMs >= KEEP_FOR_MS) return undefined;
  const { state } = record;
  return typeof state === "object" && state !== null && "awaits" in state && typeof state.awaits === "string" ? state.awaits : undefined;
}

/** What a turn goes on from: the record's state, unless the conversation is over; a county and a unit that were settled stay. */
export function stateAt(record: ConversationRecord | undefined, nowMs: number): unknown {
  if (record === undefined) return null;
  if (nowMs - record.updatedAtMs < KEEP_FOR_MS) return record.state;
  return writeState({ ...readState(record.state), previous: undefined }) ?? null;
}

/** What a turn leaves for the next: its query and what it showed. A turn that found nothing keeps what was before it. */
export function nextConversation(question: string, query: Query, answer: Answer, previous: Conversation | undefined): Conversation | undefined {
  if (query.kind === "nothing" || query.kind === "more" || asksWhichRow(query)) return previous;
  return {
    query,
    question,
    shown: answer.items.map(({ document, ordinal }) => ({ document, ordinal })),
    places: answer.citations.slice(0, MAX_PLACES).map(({ document, start, end }) => ({ document, start, end })),
  };
}

/** A turn leans on what stood at the top. */
const MAX_PLACES = 3;

/** The program asked back which row of the list is meant; the list is still what the next turn is about. */
function asksWhichRow(query: Query): boolean {
  return query.kind === "clarify" && query.reason === "which-row";
}
