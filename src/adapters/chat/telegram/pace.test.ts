import { expect, test } from "vitest";
import { createPace } from "./pace.ts";

function paceAt(messagesPerSecond = 30) {
  const time = { nowMs: 0 };
  return { time, pace: createPace(messagesPerSecond, () => time.nowMs) };
}

test("通知一秒至多25条，给答复留5条", async () => {
  const { time, pace } = paceAt();
  for (let chat = 1; chat <= 25; chat += 1) {
    expect(pace.noticeDelayMs(`${chat}`)).toBe(0);
    pace.countNotice(`${chat}`);
  }
  expect(pace.noticeDelayMs("99")).toBeGreaterThanOrEqual(1000);
  for (let answer = 0; answer < 5; answer += 1) await pace.takeAnswer("100");
  time.nowMs = 1050;
  expect(pace.noticeDelayMs("99")).toBe(0);
});

test("答复也算在内：答复多了，通知就等", async () => {
  const { pace } = paceAt();
  for (let answer = 0; answer < 25; answer += 1) await pace.takeAnswer(`${answer}`);
  expect(pace.noticeDelayMs("99")).toBeGreaterThanOrEqual(1000);
});

test("有答复在等，通知让它先", async () => {
  const { time, pace } = paceAt();
  for (let answer = 0; answer < 30; answer += 1) await pace.takeAnswer(`${answer}`);
  const stop = new AbortController();
  const waiting = pace.takeAnswer("100", stop.signal);
  time.nowMs = 2000;
  expect(pace.noticeDelayMs("99")).toBeGreaterThan(0);
  stop.abort();
  await waiting;
  expect(pace.noticeDelayMs("99")).toBe(0);
});

test("一个群一分钟至多15条通知，给答复留5条；私聊一秒一条", () => {
  const { time, pace } = paceAt();
  for (let count = 0; count < 15; count += 1) {
    time.nowMs += 100;
    expect(pace.noticeDelayMs("-7")).toBe(0);
    pace.countNotice("-7");
  }
  expect(pace.noticeDelayMs("-7")).toBeGreaterThan(58_000);
  pace.countNotice("7");
  expect(pace.noticeDelayMs("7")).toBeGreaterThanOrEqual(1000);
});

test("设得慢就慢：每秒半条", () => {
  const { time, pace } = paceAt(0.5);
  pace.countNotice("1");
  expect(pace.noticeDelayMs("2")).toBe(2000);
  time.nowMs = 2000;
  expect(pace.noticeDelayMs("2")).toBe(0);
});
