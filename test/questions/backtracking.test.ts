import { expect, test } from "vitest";
import { patternsOf } from "./source-patterns.ts";

const patterns = await patternsOf([
  ...["text", "document", "units", "ledger", "reminders", "search", "question", "answer"].map((folder) => `core/${folder}`),
  "adapters/language",
]);

/** What questions and pasted texts repeat. */
const PIECES = ["县", "第", "一", "1", "十、", "、", "第十项", "(", "《", "“", "的", "多少", "几", "县司法局", "局", "月", " ", "a", "，和"];

/** Pieces of the pattern itself: words that it has, every mark, all words and all marks in a row. */
function ownPieces({ source }: RegExp): readonly string[] {
  const literal = source.replace(/\\p\{[^}]*\}|\\u\{?[0-9a-f]+\}?|\\[a-z]|\(\?<\w+>/giu, " ");
  const words = [...new Set(literal.match(/[\p{Script=Han}〇]+/gu))];
  const marks = [...new Set(literal.match(/[^\s\w\p{Script=Han}?*+|^$\\/()[\]{}-]/gu))];
  const step = Math.max(1, Math.floor(words.length / OWN_WORDS));
  const some = words.filter((_, index) => index % step === 0).slice(0, OWN_WORDS);
  return [...new Set([...some, some.join(""), ...some.slice(0, 3).map((word) => `${word}县`), ...marks, marks.join("")])].filter((piece) => piece !== "");
}
const OWN_WORDS = 10;

function textOf(piece: string, length: number): string {
  return `${piece.repeat(Math.ceil(length / piece.length)).slice(0, length - 1)}!`;
}

/** Milliseconds that a pattern needs for everything it finds in a text; the best of several runs, because another program may run beside. */
function millisecondsOf(pattern: RegExp, text: string, runs: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    if (pattern.global) void text.replace(pattern, "");
    else pattern.test(text);
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
}

const LONG = 5000;
/** A text as long as the longest paste that takes less is no concern, however it grows. */
const FAST_MS = 2;
/** No busy machine explains this for 200 characters; less is measured again. */
const HOPELESS_MS = 5000;

/** Four times the text may take four times as long; a square would take sixteen times. */
const MOST_GROWTH = 11;

/** Says how a pattern fails on a text, or nothing. Short texts come first, so that an exponential one is seen and not waited for. */
function failure(pattern: RegExp, piece: string): string | undefined {
  for (const length of [12, 24, 50, 100, 200]) {
    const needed = millisecondsOf(pattern, textOf(piece, length), 1);
    if (needed > HOPELESS_MS || (needed > FAST_MS && millisecondsOf(pattern, textOf(piece, length), 5) > FAST_MS))
      return `${needed.toFixed(1)} ms for ${length} × «${piece}»`;
  }
  if (millisecondsOf(pattern, textOf(piece, LONG), 1) <= FAST_MS) return undefined;
  const [short, long] = [millisecondsOf(pattern, textOf(piece, LONG / 4), 5), millisecondsOf(pattern, textOf(piece, LONG), 5)];
  if (long <= FAST_MS || long / short <= MOST_GROWTH) return undefined;
  return `${short.toFixed(2)} → ${long.toFixed(2)} ms for ${LONG} × «${piece}»`;
}

/** What a busy machine does to one measurement, it does not do to every one of several. */
const MEASUREMENTS = 4;

function lastingFailure(pattern: RegExp, piece: string): string | undefined {
  let failed: string | undefined;
  for (let measured = 0; measured < MEASUREMENTS; measured += 1) {
    failed = failure(pattern, piece);
    if (failed === undefined) return undefined;
  }
  return failed;
}

test("the patterns of the sources are found", () => expect(patterns.length).toBeGreaterThan(300));

test.each([...new Set(patterns.map(({ file }) => file))])("%s: no pattern takes a square of its text", (name) => {
  const failures = patterns
    .filter(({ file }) => file === name)
    .flatMap(({ pattern }) => {
      const pieces = [...PIECES, ...ownPieces(pattern)];
      for (const piece of pieces) {
        const failed = lastingFailure(pattern, piece);
        if (failed !== undefined) return [`${pattern}: ${failed}`];
      }
      return [];
    });
  expect(failures).toEqual([]);
});
