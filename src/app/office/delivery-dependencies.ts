import type { NoticeSender, OutboxStore } from "./outbox.ts";
import type { ChatStore } from "./ports.ts";
import type { SteadyTime } from "./waiting.ts";

/** What is told of delivery; no event holds a chat or words of a notice. */
export type DeliveryEvent =
  | { readonly kind: "store_failed" | "platform_failed"; readonly platform: string | undefined; readonly failure: string }
  | { readonly kind: "store_works" | "platform_works"; readonly platform: string | undefined }
  | { readonly kind: "leases_returned"; readonly count: number }
  | { readonly kind: "parked"; readonly platform: string; readonly failure: string };

/** What delivery works with. */
export interface DeliveryDependencies {
  readonly stores: OutboxStore & Pick<ChatStore, "saveChat" | "moveChat">;
  readonly senders: readonly NoticeSender[];
  /** Epoch milliseconds. */
  readonly clock: () => number;
  readonly time: SteadyTime;
  /** From 0 to below 1. */
  readonly random: () => number;
  readonly report: (event: DeliveryEvent) => void;
}
