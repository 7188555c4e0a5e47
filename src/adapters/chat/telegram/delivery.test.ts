import { expect, test } from "vitest";
import { paceOf } from "./delivery.ts";

test.each([
  [30, 30, 1000],
  [1, 1, 1000],
  [0.5, 1, 2000],
  [2.5, 2, 1000],
  [0.3, 1, 3500],
])("每秒 %s 条 → 每 %s 条一批，%s 毫秒一批，不会更快", (messagesPerSecond, reservoir, interval) => {
  const { global } = paceOf(messagesPerSecond);
  expect(global).toMatchObject({ reservoir, reservoirRefreshAmount: reservoir, reservoirRefreshInterval: interval });
  expect((reservoir / interval) * 1000).toBeLessThanOrEqual(messagesPerSecond);
});
