import type { Span } from "../text/span.ts";
import { DUTY_FIELD } from "./duty-text.ts";
import type { Label } from "./labels.ts";
import type { OutlineNodeKind } from "./official-document.ts";

/** A first sentence longer than this is no heading but the part's text. UTF-16 code units. */
const LONGEST_HEADING = 60;
const DUTY_BRACKET = new RegExp(`[（(〔\\[【]\\s*(?:${DUTY_FIELD}\\s*[:：]|[^（）()〔〕\\[\\]【】]{2,80}(?:负责|牵头|配合|落实)[）)〕\\]】])`, "u");
const FIELD_AFTER_WORDS = new RegExp(`[.．,，;；\\s]\\s*(?=${DUTY_FIELD}\\s*[:：])`, "u");
const UNFINISHED = /[，,；;：:]/u;

/**
 * The heading of a labelled part: the words up to the first 。 of its line, or the line where it ends with none. A part that begins
 * inside a paragraph has a heading only where a short sentence without commas stands before its text; an article (第一条) has none.
 */
export function headingOf(source: string, words: Span, label: Label, kind: OutlineNodeKind): string {
  if (label.style === "article" || label.style === "attachment") return "";
  const line = /^[^\r\n\f\v\u0085\u2028\u2029]*/u.exec(source.slice(words.start, words.end))?.[0] ?? "";
  const sentenceEnd = line.indexOf("。");
  const sentence = sentenceEnd < 0 ? line : line.slice(0, sentenceEnd);
  const heading = withoutDuty(sentence)
    .replaceAll("**", "")
    .trim()
    .replace(/(?<![。；;：:，,、.．])[。；;：:，,、.．]+$/u, "");
  if (heading.length > LONGEST_HEADING) return "";
  if (kind !== "item") return heading;
  const hasTextAfter = sentenceEnd >= 0 && line.slice(sentenceEnd + 1).trim() !== "";
  return hasTextAfter && !UNFINISHED.test(heading) ? heading : "";
}

function withoutDuty(sentence: string): string {
  const duty = DUTY_BRACKET.exec(sentence) ?? FIELD_AFTER_WORDS.exec(sentence);
  return duty ? sentence.slice(0, duty.index) : sentence;
}
