import { describe, expect, test } from "vitest";
import { CUES } from "./patterns.ts";

describe.each(Object.entries(CUES))("cue: %s", (_, { pattern, examples, nonExamples }) => {
  test.each(examples)("%s 有", (phrase) => expect(phrase).toMatch(pattern));
  if (nonExamples.length > 0) test.each(nonExamples)("%s 没有", (phrase) => expect(phrase).not.toMatch(pattern));
});

test("no cue takes long over a long question", () => {
  const texts = ["哪".repeat(5000), "多少个".repeat(2000), "第二十一项".repeat(1000), "单位".repeat(2500), "a".repeat(5000)];
  for (const { pattern } of Object.values(CUES)) for (const text of texts) expect(typeof pattern.test(text)).toBe("boolean");
});
