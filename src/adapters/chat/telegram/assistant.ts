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
  /** What plans of other years hold of what such a turn asks. @returns undefined where they hold nothing */
  inOtherYears(question: string, state: unknown): Promise<Answer | undefined>;
  /** The county that words name, of those that the documents are of; undefined where they name none, or several. */
  findPlace(words: string): Promise<{ readonly place: string | undefined; readonly known: readonly string[] }>;
  /** The units that the documents name. */
  units(): Promise<Answer>;
  /** The documents that the program answers from. */
  documents(): Promise<Answer>;
}
