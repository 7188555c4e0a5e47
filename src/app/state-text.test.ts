import { describe, expect, test } from "vitest";
import { createStateKeys, createStateReader, textOfState } from "./state-text.ts";

describe("textOfState", () => {
  test.each([
    [undefined, "null"],
    [null, "null"],
    ["县司法局\n", '"县司法局\\n"'],
    [{ shown: [{ ordinal: 1 }] }, '{"shown":[{"ordinal":1}]}'],
  ])("%j → %s", (state, text) => {
    expect(textOfState(state)).toBe(text);
    expect(textOfState(state)).toBe(text);
  });
});

describe("createStateKeys", () => {
  test("内容相同，键相同；内容不同，键不同", () => {
    const keyOf = createStateKeys();
    const states = [null, undefined, 1, "1", "#1", { a: 1 }, { a: 1 }, { a: 2 }, [], {}, [1]];
    for (const one of states) {
      for (const other of states) expect(keyOf(one) === keyOf(other)).toBe(textOfState(one) === textOfState(other));
    }
  });

  test("许多状态之后，键也不会重用", () => {
    const keyOf = createStateKeys();
    const keys = Array.from({ length: 2000 }, (_, index) => keyOf({ index }));
    expect(new Set([...keys, keyOf({ index: 0 })]).size).toBeGreaterThanOrEqual(2000);
    expect(keys.slice(1)).not.toContain(keyOf({ index: 0 }));
  });
});

describe("createStateReader", () => {
  test("读回写下的；同样的文字读出同一个对象", () => {
    const read = createStateReader();
    const state = { question: "县司法局😀", shown: [1, 2] };
    expect(read(textOfState(state))?.state).toEqual(state);
    expect(read(textOfState(state))?.state).toBe(read(JSON.stringify(state))?.state);
    expect(read("null")).toEqual({ state: null });
  });

  test.each(["", "{", "undefined"])("%j 不是 JSON", (text) => expect(createStateReader()(text)).toBeUndefined());
});
