import { expect, test } from "vitest";
import { dateInChina } from "./date-in-china.ts";

test.each([
  ["2026-06-30T15:59:59Z", "2026-06-30"],
  ["2026-06-30T16:00:00Z", "2026-07-01"],
])("%s 在中国是 %s", (time, date) => expect(dateInChina(Date.parse(time))).toBe(date));
