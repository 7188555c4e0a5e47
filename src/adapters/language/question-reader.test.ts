import { describe, expect, test } from "vitest";
import { county } from "../../../test/county.ts";
import { createQuestionReader } from "./question-reader.ts";

let englishLoaded = 0;
const reader = createQuestionReader({
  async loadEnglish() {
    englishLoaded += 1;
    return (await import("../../../data/english.json", { with: { type: "json" } })).default;
  },
  loadLookAlikes: async () => (await import("../../../data/look-alikes.json", { with: { type: "json" } })).default,
});

describe("read 别的文字写成简体中文", () => {
  test("中文的问题原样回来,不读英文词表", async () => {
    expect(await reader.read("县公安局有哪些任务", county)).toBe("县公安局有哪些任务");
    expect(await reader.read("縣公安局有哪些任務", county)).toBe("县公安局有哪些任务");
    expect(englishLoaded).toBe(0);
  });

  test("英文里的地名照文件的县认", async () => {
    const words = await reader.read("how many tasks does the finance bureau of yunling county have", county);
    for (const word of ["云岭县", "财政局", "任务", "多少"]) expect(words).toContain(word);
  });
});

describe("mend 同音错字", () => {
  test.each([
    ["财证局的任务", "财政局的任务", [{ from: "财证局", to: "财政局" }]],
    ["交育局的任务", "教育局的任务", [{ from: "交育局", to: "教育局" }]],
  ])("%s → %s", async (question, mended, corrections) => expect(await reader.mend(question, county)).toMatchObject({ question: mended, corrections }));

  test.each(["县公安局有哪些任务", "电子证照由谁负责", "", "a"])("「%s」没有错,不改", async (question) =>
    expect(await reader.mend(question, county)).toMatchObject({ question, corrections: [] }),
  );
});
