import { sliceOf, trimSpan } from "../../../../core/text/span.ts";

/** A sign that stands beside Han without a space: Han itself, full-width forms and punctuation. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60\ud800-\udfff“”‘’—…]/u;

/** White space as a browser shows it: runs are one space, and a line break of the page's source between two wide signs is none (CSS Text 3 §4.1.3). */
export function collapseSpace(text: string): string {
  return text.replace(/[ \t\r\n\f]+/gu, (run, at: number) => {
    const isBreak = run.includes("\n") || run.includes("\r");
    return isBreak && WIDE.test(text[at - 1] ?? "") && WIDE.test(text[at + run.length] ?? "") ? "" : " ";
  });
}

/** The words of a line: no-break spaces as spaces, no signs without width, no white space at either end. Full-width spaces inside stay. */
export function tidyLine(text: string): string {
  const plain = text.replace(/[\u200b-\u200f\u2060\ufeff\u00ad]/gu, "").replace(/[\u00a0\u2002-\u200a\u202f]/gu, " ");
  return sliceOf(plain, trimSpan(plain, { start: 0, end: plain.length }));
}

/** How many Han characters a text has: its weight, in which menus and counters of a page weigh little. */
export function hanCount(text: string): number {
  let count = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xd840 && code <= 0xd8ff)) count += 1;
  }
  return count;
}
