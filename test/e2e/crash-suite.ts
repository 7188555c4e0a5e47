import { describe, expect, test } from "vitest";
import { databases } from "../contract/stores.ts";
import { crashWhileDelivering, keyOf } from "./crash-bench.ts";
import { useProgram } from "./program.ts";
import { seededRandom } from "./seeded-random.ts";

/** The judged test, on each kind of database. */
export function describeCrashes(crashes: number): void {
  describe.each(databases)("发送时程序被强行结束：%s", (_name, create) => {
    const program = useProgram();
    test.skipIf(create === undefined)(
      `2000条发往100个会话，结束${crashes}次：一条不丢；每次至多重一条，是已收下而没来得及记的那条，并记着可能重复`,
      async () => {
        const database = await create?.();
        if (!database) return;
        try {
          const { rows, accepted, leftBehind } = await crashWhileDelivering(program, database.place, crashes, seededRandom(5));
          expect(rows).toHaveLength(2000);
          expect(rows.filter(({ state, messageId }) => state !== "sent" || messageId === undefined)).toEqual([]);
          expect(accepted.size).toBe(2000);
          expect(leftBehind.filter((ids) => ids.length > 1)).toEqual([]);
          const left = leftBehind.flat();
          expect(new Set(rows.filter(({ maybeTwice }) => maybeTwice).map(({ id }) => id))).toEqual(new Set(left));
          // Sent again at most once for each crash that left it behind.
          const tooOften = rows.filter(({ id, chat, notice }) => (accepted.get(keyOf(chat, notice.title)) ?? 0) > 1 + left.filter((one) => one === id).length);
          expect(tooOften).toEqual([]);
          // Otherwise the kills missed the moments that matter.
          expect(left.length).toBeGreaterThan(crashes / 4);
        } finally {
          await database.remove();
        }
      },
      60_000 + crashes * 10_000,
    );
  });
}
