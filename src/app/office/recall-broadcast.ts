import { outboxNameOf } from "./broadcast.ts";
import { recalled } from "./messages.zh.ts";
import type { Office } from "./office.ts";
import type { NoticeSender } from "./outbox.ts";
import type { Broadcast } from "./ports.ts";

/** What became of a recall. */
export interface Recall {
  /** Messages that had not been sent. */
  readonly takenBack: number;
  /** Messages that were deleted. */
  readonly deleted: number;
  /** Messages that the platform does not delete: too old, or it never does. */
  readonly kept: number;
  /** Messages that were on their way; to be recalled again in a moment. */
  readonly onTheWay: number;
}

/**
 * Takes back what waits, then deletes what was sent, one message after another, so that answers are not held up. May be
 * repeated: what an earlier recall left is gone on with.
 * @param recallMessage deletes a message; false where its platform does not
 */
export async function recallBroadcast({ stores, clock }: Office, broadcast: Broadcast, actor: string, recallMessage: NoticeSender["recall"]): Promise<Recall> {
  const what = outboxNameOf(broadcast);
  await stores.saveBroadcast({ ...broadcast, state: "recalled" });
  const takenBack = await stores.recallWaiting(what);
  let deleted = 0;
  let kept = 0;
  for (const { id, chat, messageId } of await stores.outboxRows({ what, state: "sent" })) {
    if (messageId !== undefined && (await recallMessage(chat, messageId))) {
      await stores.recordRecalled(id);
      deleted += 1;
    } else kept += 1;
  }
  // One that was on its way may have been given back to be tried again.
  const { sending: onTheWay } = await stores.outboxCount(what);
  const recall: Recall = { takenBack: takenBack + (await stores.recallWaiting(what)), deleted, kept, onTheWay };
  await stores.audit({ atMs: clock(), actor, action: "broadcast_recall", object: what, result: "done", detail: recalled(recall) });
  return recall;
}
