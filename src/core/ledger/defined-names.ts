import type { NameContext, UnitRegister } from "../units/unit.ts";

const DEFINITION =
  /(?<before>[\p{Script=Han}、]{2,40})[（(]\s*(?:(?:以下)?(?:统一)?简称|(?:以下|下)(?:统)?称)(?:为)?\s*[:：]?\s*[“"「]?(?<alias>[\p{Script=Han}]{2,20})[”"」]?\s*[）)]/gu;

/** Short names that a document defines for units (以下简称): short name → the full name before the bracket. Documents and things so defined are left out. */
export function definedNames(source: string, register: UnitRegister, context: NameContext): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  if (!/简称|下称/u.test(source)) return names;
  for (const match of source.matchAll(DEFINITION)) {
    const { before = "", alias = "" } = match.groups ?? {};
    const full = fullNameAtEnd(before, register, context);
    if (full !== undefined && !names.has(alias)) names.set(alias, full);
  }
  return names;
}

/** The longest end of the words that is a unit: 由县农业农村局 → 县农业农村局 */
function fullNameAtEnd(words: string, register: UnitRegister, context: NameContext): string | undefined {
  const mention = register.findMentions(words, context).findLast(({ end }) => end === words.length);
  if (mention) return words.slice(mention.start);
  const last = words.split(/、|由|会同|联合|和|及|与/u).at(-1) ?? "";
  return register.looksLikeUnit(last) ? last : undefined;
}
