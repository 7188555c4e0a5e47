import type { Answer } from "../../../core/answer/index.ts";

/** What the bot asks of the program. */
export interface Assistant {
  /**
   * One turn of a conversation.
   * @param state what the last turn returned, opaque JSON; undefined or null where there was none
   */
  ask(question: string, state: unknown): Promise<{ answer: Answer; state: unknown }>;
  /** How the answer to such a turn is found. */
  explain(question: string, state: unknown): Promise<Answer>;
  /** The units that the documents name. */
  units(): Promise<Answer>;
  /** The documents that the program answers from. */
  documents(): Promise<Answer>;
}
