import type { Answer } from "../core/answer/index.ts";
import type { MendedQuery } from "./understand-mended.ts";

/** More words than that are chat around the question. */
const MAX_UNUSED = 3;

/**
 * Says in the line with the reading which words were read as others, and which were not used.
 * @param english the line itself in English, for a question that was asked in English
 */
export function withRemarks(answer: Answer, { corrections, unused }: Pick<MendedQuery, "corrections" | "unused">, english: string | undefined): Answer {
  const words = unused.slice(0, MAX_UNUSED);
  if (english !== undefined) {
    const left = words.length > 0 ? ` · not used: “${words.join("”, “")}”` : "";
    const read = corrections.map(({ from, to }) => ` (“${from}” read as “${to}”)`).join("");
    return { ...answer, language: "en", understood: `${english}${left}${read}` };
  }
  const left = words.length > 0 ? ` · 没有用到“${words.join("”“")}”` : "";
  const read = corrections.length > 0 ? `（${corrections.map(({ from, to }) => `“${from}”按“${to}”理解`).join("，")}）` : "";
  return left === "" && read === "" ? answer : { ...answer, understood: `${answer.understood}${left}${read}` };
}
