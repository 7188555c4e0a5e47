import { describe, expect, test } from "vitest";
import { printedForms } from "./printed-forms.ts";

describe("printedForms 字形", () => {
  test.each([
    ["⼯⼈⼤⾏", "工人大行"],
    ["⺠⽣⻓⻔", "民生长门"],
    ["\uf967", "不"],
    ["县\u200b司法\u00ad局\u0000", "县司法局"],
    ["第三条　（一）①", "第三条　（一）①"],
  ])("%j → %s", (text, printed) => expect(printedForms(text)).toBe(printed));
});
