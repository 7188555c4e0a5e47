import { randomInt } from "node:crypto";

const CHARACTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** 62¹⁰ ids: two of a million share one with a chance below one in a million. */
const LENGTH = 10;

/** Letters and digits, short enough for a button. */
export function shortId(): string {
  return Array.from({ length: LENGTH }, () => CHARACTERS.charAt(randomInt(CHARACTERS.length))).join("");
}
