import type { Agent } from "node:http";
import type { Office } from "../../../app/office/office.ts";
import type { AnsweredQuestionStore, ChatPlaceStore, ConversationStore, UpdateLog } from "../../../app/ports.ts";
import type { Assistant } from "./assistant.ts";
import type { Log } from "./log.ts";
import type { TelegramSettings } from "./settings.ts";

/** What survives a restart. */
interface TelegramStores {
  readonly conversations: ConversationStore;
  readonly places: ChatPlaceStore;
  readonly updates: UpdateLog;
  readonly questions: AnsweredQuestionStore;
}

/** Takes files that administrators send. A file waits until it is decided on, also across a restart. */
export interface FileDesk {
  /**
   * Reads a file and lets it wait.
   * @param name as its sender named it
   * @returns what it is called until it is decided on, letters and digits, at most 12; and what was read in it
   * @throws {AppError} for a file that is refused, which does not wait
   */
  receive(name: string, bytes: Uint8Array): Promise<{ readonly id: string; readonly report: string }>;
  /** Imports a waiting file. @returns what became of it; undefined where it waits no more @throws {AppError} where it cannot be imported */
  accept(id: string): Promise<string | undefined>;
  /** Forgets a waiting file. @returns what to say of it; undefined where it waits no more */
  discard(id: string): Promise<string | undefined>;
}

export interface TelegramDependencies {
  readonly settings: TelegramSettings;
  readonly assistant: Assistant;
  /** Undefined takes no files. */
  readonly desk?: FileDesk | undefined;
  readonly stores: TelegramStores;
  /** Undefined knows no roles, subscriptions and broadcasts. */
  readonly office?: Office | undefined;
  readonly log: Log;
  /** The way through a proxy. */
  readonly agent?: Agent | undefined;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
