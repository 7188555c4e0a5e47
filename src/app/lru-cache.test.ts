import { expect, test } from "vitest";
import { createLruCache } from "./lru-cache.ts";

function cacheOf(limits: { readonly maxEntries: number; readonly maxSize: number }, sets: readonly (readonly [key: string, size: number])[]) {
  const cache = createLruCache<string>(limits);
  for (const [key, size] of sets) cache.set(key, key.toUpperCase(), size);
  return cache;
}

test.each([
  [
    "都放得下，就都留着",
    { maxEntries: 3, maxSize: 30 },
    [
      ["a", 10],
      ["b", 10],
      ["c", 10],
    ],
    ["a", "b", "c"],
  ],
  [
    "太多，最久没用的先走",
    { maxEntries: 2, maxSize: 30 },
    [
      ["a", 1],
      ["b", 1],
      ["c", 1],
    ],
    ["b", "c"],
  ],
  [
    "太大，走到放得下为止",
    { maxEntries: 9, maxSize: 30 },
    [
      ["a", 10],
      ["b", 10],
      ["c", 25],
    ],
    ["c"],
  ],
  [
    "一个就比全部还大，不留，别的不受影响",
    { maxEntries: 9, maxSize: 30 },
    [
      ["a", 10],
      ["b", 31],
    ],
    ["a"],
  ],
  [
    "同一个键再放，算一个，大小按后来的",
    { maxEntries: 9, maxSize: 30 },
    [
      ["a", 25],
      ["a", 5],
      ["b", 25],
    ],
    ["a", "b"],
  ],
  [
    "同一个键再放而太大，旧的也不能留",
    { maxEntries: 9, maxSize: 30 },
    [
      ["a", 10],
      ["a", 31],
    ],
    [],
  ],
] as const)("%s", (_what, limits, sets, kept) => {
  const cache = cacheOf(limits, sets);
  expect(["a", "b", "c"].filter((key) => cache.get(key) === key.toUpperCase())).toEqual(kept);
});

test("用过的不算旧", () => {
  const cache = cacheOf({ maxEntries: 2, maxSize: 30 }, [
    ["a", 1],
    ["b", 1],
  ]);
  cache.get("a");
  cache.set("c", "C", 1);
  expect([cache.get("a"), cache.get("b"), cache.get("c")]).toEqual(["A", undefined, "C"]);
});
