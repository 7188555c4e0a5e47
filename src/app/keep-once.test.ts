import { expect, test } from "vitest";
import { keepOnce } from "./keep-once.ts";
import type { AnsweredQuestionStore, StoredQuestion } from "./ports.ts";

const HOUR_MS = 60 * 60 * 1000;
const ASKED_AT_MS = 1_700_000_000_000;
const asked: StoredQuestion = { question: "县司法局负责哪些任务", state: null, askedAtMs: ASKED_AT_MS };

/** A store in memory: every question that is saved has a number of its own. */
function memoryStore(): AnsweredQuestionStore & { readonly saved: StoredQuestion[] } {
  const saved: StoredQuestion[] = [];
  return {
    saved,
    saveQuestion: (question) => Promise.resolve(`${saved.push(question)}`),
    loadQuestion: (id) => Promise.resolve(saved[Number(id) - 1]),
  };
}

test.each<readonly [string, readonly StoredQuestion[], readonly string[]]>([
  ["同样的话再问，还是那个编号", [asked, { ...asked, askedAtMs: ASKED_AT_MS + HOUR_MS - 1 }], ["1", "1"]],
  ["过了一小时，另存一份", [asked, { ...asked, askedAtMs: ASKED_AT_MS + HOUR_MS }], ["1", "2"]],
  ["钟拨回去很多，另存一份", [asked, { ...asked, askedAtMs: ASKED_AT_MS - HOUR_MS }], ["1", "2"]],
  ["话不同", [asked, { ...asked, question: "县司法局有几项任务" }], ["1", "2"]],
  ["上文不同", [asked, { ...asked, state: { question: "县审计局有哪些任务" } }], ["1", "2"]],
  [
    "上文是同样的 JSON",
    [
      { ...asked, state: { shown: [1, 2] } },
      { ...asked, state: { shown: [1, 2] } },
    ],
    ["1", "1"],
  ],
])("%s", async (_what, questions, ids) => {
  const store = memoryStore();
  const questionsKept = keepOnce(store);
  const given: string[] = [];
  for (const question of questions) given.push(await questionsKept.saveQuestion(question));
  expect(given).toEqual(ids);
  expect(await questionsKept.loadQuestion("1")).toEqual(questions[0]);
});

test("没存成的不算存过", async () => {
  const store = memoryStore();
  let isFull = true;
  const questions = keepOnce({
    ...store,
    saveQuestion: (question) => (isFull ? Promise.reject(new Error("磁盘已满")) : store.saveQuestion(question)),
  });
  await expect(questions.saveQuestion(asked)).rejects.toThrow("磁盘已满");
  isFull = false;
  expect(await questions.saveQuestion(asked)).toBe("1");
});
