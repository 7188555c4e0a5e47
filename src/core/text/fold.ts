/**
 * Folds full-width letters, digits and punctuation to half width and drops white space and format characters, so that two
 * spellings of the same words compare equal: `（一）` and `(一)`, `２０２１` and `2021`. For comparison only; a quote is never folded.
 */
export function foldWidth(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}]+/gu, "")
    .replace(/[〔【［]/gu, "[")
    .replace(/[〕】］]/gu, "]")
    .replace(/[“”„‟]/gu, '"')
    .replace(/[‘’]/gu, "'");
}
