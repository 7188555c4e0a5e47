/** Eighteen digits of an identity card, the last may be X; or the fifteen of an old one. Before phones, which they hold. */
const IDENTITY_NUMBER = /(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)/gu;
/** Mobile phones, with +86 and with spaces or hyphens; numbers with an area code. */
const PHONE = /(?<!\d)(?:(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/gu;
/** Bank cards and other long numbers that no document number has. */
const LONG_NUMBER = /(?<!\d)\d{4}(?:[-\s]?\d){7,}(?!\d)/gu;
/** Bounded, so that a long run of letters is not tried from each of them. */
const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu;

const MASKED = "＊＊＊";

/** The text without what tells who a person is: phone, identity card and card numbers, addresses of mail. Full-width digits become half-width. */
export function maskPersonal(text: string): string {
  const digits = text.replace(/[\uff10-\uff19]/gu, (digit) => digit.normalize("NFKC"));
  return [EMAIL, IDENTITY_NUMBER, PHONE, LONG_NUMBER].reduce((rest, pattern) => rest.replace(pattern, MASKED), digits);
}
