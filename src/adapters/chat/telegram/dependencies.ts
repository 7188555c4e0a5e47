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
  readonly stores: TelegramStores;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}
