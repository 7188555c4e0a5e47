import type { Agent } from "node:http";
import type { TurnExport } from "../../../app/duties/export-duties.ts";
import type { FileDesk } from "../../../app/file-desk.ts";
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

export interface TelegramDependencies {
  readonly settings: TelegramSettings;
  readonly assistant: Assistant;
  /** Makes tables of the tasks that were listed. */
  readonly exportTurn: TurnExport;
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
