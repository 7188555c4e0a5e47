import { expect, onTestFinished, test } from "vitest";
import { AppError } from "../../errors.ts";
import { type OfficeEvent, type OfficeLoopDependencies, startOfficeLoop } from "./office-loop.ts";

const NOW = 1_600_000_000_000;
const DAY = 86_400_000;

/** A loop whose clock and time are in our hands: each pause of the loop ends when the test says so. */
function bench(more: Partial<OfficeLoopDependencies> = {}) {
  const events: OfficeEvent[] = [];
  const planned: number[] = [];
  const expired: number[] = [];
  const world = { clockMs: NOW, timeMs: 0 };
  let turn = (): void => undefined;
  const time = {
    nowMs: () => world.timeMs,
    pause: (_durationMs: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        turn = resolve;
        signal.addEventListener("abort", () => resolve());
      }),
  };
  const stores = {
    expire: (nowMs: number) => {
      expired.push(nowMs);
      return Promise.resolve(0);
    },
  } as unknown as OfficeLoopDependencies["stores"];
  const loop = startOfficeLoop({
    stores: { ...stores, lockDelivery: () => new Promise(() => undefined) },
    senders: [],
    plan: (nowMs) => Promise.resolve(planned.push(nowMs)),
    clock: () => world.clockMs,
    time,
    random: () => 0,
    report: (event) => events.push(event),
    ...more,
  });
  onTestFinished(() => void loop.stop());
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  return {
    events,
    planned,
    expired,
    /** A minute passes; the clock is set by so much beside it. */
    async minute(setMs = 0) {
      await settled();
      world.timeMs += 60_000;
      world.clockMs += 60_000 + setMs;
      turn();
      await settled();
    },
    settled,
  };
}

test("一开始就做，以后每分钟一次", async () => {
  const { planned, expired, minute, settled } = bench();
  await settled();
  await minute();
  await minute();
  expect(planned).toEqual([NOW, NOW + 60_000, NOW + 120_000]);
  expect(expired).toEqual(planned);
});

test.each([DAY, -DAY])("时钟跳了 %i 毫秒：说一声，十分钟里不生成、不作废；拨回来再等十分钟", async (jumpMs) => {
  const { planned, events, minute, settled } = bench();
  await settled();
  await minute(jumpMs);
  await minute();
  expect(planned).toHaveLength(1);
  await minute(-jumpMs);
  for (let count = 0; count < 9; count += 1) await minute();
  expect(planned).toHaveLength(1);
  await minute();
  expect(planned).toEqual([NOW, NOW + 13 * 60_000]);
  expect(events.map(({ kind }) => kind)).toEqual(["clock_jumped", "clock_jumped"]);
});

test("没有生成成功：说为什么，下一分钟再来", async () => {
  const failures = [new AppError("store_failed", "磁盘已满。")];
  let plans = 0;
  const { events, minute, settled } = bench({
    plan: () => {
      plans += 1;
      const failure = failures.pop();
      return failure ? Promise.reject(failure) : Promise.resolve();
    },
  });
  await settled();
  await minute();
  expect(plans).toBe(2);
  expect(events).toEqual([{ kind: "plan_failed", failure: "磁盘已满。" }]);
});
