import { setTimeout as wait } from "node:timers/promises";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast } from "../../../../app/office/ports.ts";
import { type Recall, recallBroadcast } from "../../../../app/office/recall-broadcast.ts";
import { ACTOR } from "../audited.ts";
import type { AdminSite } from "../routes.tsx";
import * as say from "./messages.zh.ts";

/** Whoever asked for a recall waits so long for it; then it goes on by itself. */
const PATIENCE_MS = 8_000;

/** Recalls of broadcasts, which take as long as the platform lets messages be deleted. */
export interface Recalls {
  /** Begins one, or joins one that goes on. @returns what became of it; undefined where it is not over yet */
  start(office: Office, broadcast: Broadcast): Promise<Recall | undefined>;
  isUnderWay(id: string): boolean;
}

export function createRecalls({ admin, log }: Pick<AdminSite, "admin" | "log">): Recalls {
  const underWay = new Map<string, Promise<Recall>>();
  const begin = (office: Office, broadcast: Broadcast): Promise<Recall> => {
    const recall = recallBroadcast(office, broadcast, ACTOR, admin.recallMessage).finally(() => underWay.delete(broadcast.id));
    underWay.set(broadcast.id, recall);
    recall.catch((error: unknown) => log.error(say.RECALL_FAILED, { error: error instanceof Error ? error.message : String(error) }));
    return recall;
  };
  return {
    isUnderWay: (id) => underWay.has(id),
    async start(office, broadcast) {
      const outOfTime = new AbortController();
      const patience = wait(PATIENCE_MS, undefined, { signal: outOfTime.signal }).catch(() => undefined);
      try {
        return await Promise.race([underWay.get(broadcast.id) ?? begin(office, broadcast), patience]);
      } finally {
        outOfTime.abort();
      }
    },
  };
}
