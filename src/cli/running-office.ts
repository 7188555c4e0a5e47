import { openStore, type Store } from "../adapters/store/store.ts";
import type { LiveAssistant } from "../app/live-assistant.ts";
import type { Office } from "../app/office/office.ts";
import type { NoticeSender } from "../app/office/outbox.ts";
import type { PictureMaker } from "../app/pictures/picture.ts";
import type { BotConfig } from "../config.ts";
import { composeOffice } from "./compose-office.ts";

/** The store of a running program and the office over it, one for everything that the program runs, opened when something first needs it. */
export interface RunningOffice {
  /** @throws {AppError} `store_failed`; what is wrong may be mended by the next time */
  store(): Promise<Store>;
  office(): Promise<Office>;
  /** The store, for who only looks at it; undefined while nothing needed it. */
  wantedStore(): Promise<Store> | undefined;
  /** @param wake is called whenever there is more to deliver */
  wakeWith(wake: () => void): void;
  /** @param sender deletes what was sent on its platform from here on */
  recallWith(sender: Pick<NoticeSender, "platform" | "recall">): void;
  /** Deletes a message; false where the program does not talk to its platform, or the platform does not delete it. */
  readonly recallMessage: NoticeSender["recall"];
  close(): Promise<void>;
}

export function createRunningOffice(config: BotConfig, assistant: Pick<LiveAssistant, "corpus" | "findUnit">, pictures: PictureMaker): RunningOffice {
  let opened: Promise<Store> | undefined;
  let composed: Promise<Office> | undefined;
  let wakeDelivery = (): void => undefined;
  const recalls = new Map<string, NoticeSender["recall"]>();
  let isWanted = false;
  const store = (): Promise<Store> => {
    isWanted = true;
    opened ??= openStore({ directory: config.home, databaseUrl: config.databaseUrl }).catch((error: unknown) => {
      opened = undefined;
      throw error;
    });
    return opened;
  };
  return {
    store,
    office() {
      composed ??= store().then(
        (found) => ({ ...composeOffice(config, found, assistant, () => wakeDelivery()), pictures }),
        (error: unknown) => {
          composed = undefined;
          throw error;
        },
      );
      return composed;
    },
    wantedStore: () => (isWanted ? store() : undefined),
    wakeWith(wake) {
      wakeDelivery = wake;
    },
    recallWith: ({ platform, recall }) => void recalls.set(platform, recall),
    recallMessage: async (chat, messageId) => (await recalls.get(chat.slice(0, chat.indexOf(":")))?.(chat, messageId)) ?? false,
    close: async () => (await opened?.catch(() => undefined))?.close(),
  };
}
