import type { Answer } from "../core/answer/index.ts";
import type { Assistant } from "./ask.ts";
import { textOfState } from "./state-text.ts";

/**
 * The questions that a conversation rests on, oldest first: one that stands by itself, and those that went on from it. Whoever asks carries them
 * along, so that nothing is stored; they are questions alone, so that whatever comes back can be asked.
 */
export type CarriedTurns = readonly string[];

/** A conversation that goes on for longer begins anew. UTF-16 code units over all questions. */
const MOST = { turns: 20, characters: 8000 } as const;

/**
 * Answers a turn of a conversation by asking again what it rests on: what a turn leaves for the next depends on the documents and the questions alone.
 * @returns `turns` for the next one; empty where there is nothing to go on from, or it went on too long
 */
export async function askCarried(
  assistant: Pick<Assistant, "ask">,
  question: string,
  carried: CarriedTurns,
): Promise<{ readonly answer: Answer; readonly turns: CarriedTurns }> {
  let before: unknown = null;
  for (const turn of carried) before = (await assistant.ask(turn, before)).state;
  const { answer, state } = await assistant.ask(question, before);
  return { answer, turns: await turnsBehind(assistant, { question, carried, before, state }) };
}

interface Turn {
  readonly question: string;
  readonly carried: CarriedTurns;
  readonly before: unknown;
  readonly state: unknown;
}

/** As few questions as lead to the state. */
async function turnsBehind(assistant: Pick<Assistant, "ask">, { question, carried, before, state }: Turn): Promise<CarriedTurns> {
  const isState = (other: unknown): boolean => textOfState(other) === textOfState(state);
  if (isState(null)) return [];
  if (isState(before)) return carried;
  if (carried.length === 0 || isState((await assistant.ask(question, null)).state)) return limited([question]);
  return limited([...carried, question]);
}

function limited(turns: CarriedTurns): CarriedTurns {
  return canBeCarried(turns) ? turns : [];
}

/** Whether so much is carried; what somebody else wrote may be more. */
export function canBeCarried(turns: CarriedTurns): boolean {
  return turns.length <= MOST.turns && turns.reduce((sum, turn) => sum + turn.length, 0) <= MOST.characters;
}
