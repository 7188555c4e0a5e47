import * as z from "zod";
import type { FeedbackRecord, FeedbackStore } from "../../app/office/ports.ts";
import type { InStore } from "./group-commit.ts";
import { readRows, TimeMs } from "./rows.ts";

const FeedbackRow = z
  .object({ question: z.string(), verdict: z.enum(["liked", "disliked", "not_found"]), count: z.number().int().positive(), last_at_ms: TimeMs })
  .transform(({ last_at_ms: lastAtMs, ...record }): FeedbackRecord => ({ ...record, lastAtMs }));

export function createFeedback(inStore: InStore): FeedbackStore {
  return {
    recordFeedback: (question, verdict, nowMs) =>
      inStore(async (transaction) => {
        await transaction
          .insertInto("feedback")
          .values({ question, verdict, count: 1, last_at_ms: nowMs })
          .onConflict((conflict) =>
            conflict.columns(["question", "verdict"]).doUpdateSet((expression) => ({ count: expression("feedback.count", "+", 1), last_at_ms: nowMs })),
          )
          .execute();
      }),
    feedback: () =>
      inStore(async (transaction) =>
        readRows(
          FeedbackRow,
          await transaction.selectFrom("feedback").selectAll().orderBy("count", "desc").orderBy("last_at_ms", "desc").orderBy("question").execute(),
        ),
      ),
    forgetFeedbackBefore: (timeMs) =>
      inStore(async (transaction) => {
        await transaction.deleteFrom("feedback").where("last_at_ms", "<", timeMs).execute();
      }),
  };
}
