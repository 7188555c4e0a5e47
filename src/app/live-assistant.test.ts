import { describe, expect, test } from "vitest";
import { makeAnswer } from "../core/answer/make-answer.ts";
import { createCorpus } from "../core/ledger/corpus.ts";
import { createUnitRegister } from "../core/units/index.ts";
import type { Assistant } from "./ask.ts";
import { createLiveAssistant } from "./live-assistant.ts";

/** Answers everything with the same words. */
function speaker(words: string): Assistant {
  const answer = makeAnswer({ behaviour: "text", understood: "", blocks: [{ kind: "text", text: words }] });
  return {
    ask: () => Promise.resolve({ answer, state: null, kind: "nothing" }),
    explain: () => Promise.resolve(answer),
    inOtherYears: () => Promise.resolve(answer),
    findPlace: () => Promise.resolve({ place: words, known: [words] }),
    findUnit: () => Promise.resolve({ kind: "unknown" }),
    corpus: () => Promise.resolve(createCorpus([], [], createUnitRegister({ units: [], ambiguous: [], groups: [], wordLike: [] }))),
    searchPassages: () => Promise.resolve([]),
    units: () => Promise.resolve(answer),
    documents: () => Promise.resolve(answer),
  };
}

/** A live assistant whose documents, time and readings are in our hands. */
function bench() {
  const world = { stamp: "一", nowMs: 0, looks: 0, readings: [] as { done: (words: string) => void; fail: () => void }[], failures: 0, renewals: 0 };
  const live = createLiveAssistant(speaker("旧"), "一", {
    stamp: () => {
      world.looks += 1;
      return world.stamp;
    },
    renew: () => new Promise((resolve, reject) => world.readings.push({ done: (words) => resolve(speaker(words)), fail: () => reject(new Error("读不了")) })),
    onRenewed: () => {
      world.renewals += 1;
    },
    onFailed: () => {
      world.failures += 1;
    },
    clock: () => world.nowMs,
  });
  const ask = async (): Promise<string | undefined> => {
    const [block] = (await live.ask("问", null)).answer.blocks;
    return block?.kind === "text" ? block.text : undefined;
  };
  /** Lets a second pass. */
  const wait = (): void => {
    world.nowMs += 1000;
  };
  return { world, live, ask, wait };
}

describe("文件变了，不必重启", () => {
  test("没有变：不重读；一秒之内只看一次", async () => {
    const { world, ask, wait } = bench();
    wait();
    for (let turn = 0; turn < 10; turn += 1) expect(await ask()).toBe("旧");
    expect(world).toMatchObject({ looks: 1, readings: [] });
  });

  test("正在读新的：照旧回答；读好了：一律用新的", async () => {
    const { world, live, ask, wait } = bench();
    world.stamp = "二";
    wait();
    expect(await ask()).toBe("旧");
    wait();
    expect(await ask()).toBe("旧");
    expect(world.readings).toHaveLength(1);
    world.readings[0]?.done("新");
    await live.catchUp();
    expect(await ask()).toBe("新");
    expect(await live.findPlace("这里")).toEqual({ place: "新", known: ["新"] });
    expect((await live.inOtherYears("问", null))?.blocks).toMatchObject([{ text: "新" }]);
    expect(world).toMatchObject({ renewals: 1, failures: 0 });
  });

  test("读的时候又变了：再读一次", async () => {
    const { world, live, ask, wait } = bench();
    world.stamp = "二";
    wait();
    await ask();
    world.stamp = "三";
    const caughtUp = live.catchUp();
    world.readings[0]?.done("新");
    await expect.poll(() => world.readings.length).toBe(2);
    world.readings[1]?.done("更新");
    await caughtUp;
    expect(await ask()).toBe("更新");
  });

  test("新的读不了：留用旧的，再变时再试", async () => {
    const { world, live, ask, wait } = bench();
    world.stamp = "二";
    const caughtUp = live.catchUp();
    world.readings[0]?.fail();
    await caughtUp;
    wait();
    expect(await ask()).toBe("旧");
    expect(world).toMatchObject({ failures: 1, renewals: 0 });
    expect(world.readings).toHaveLength(1);
    world.stamp = "三";
    wait();
    await ask();
    world.readings[1]?.done("新");
    await live.catchUp();
    expect(await ask()).toBe("新");
  });
});
