import { toChineseNumeral } from "../../../../core/text/numerals.ts";
import { roman } from "../roman.ts";
import { childElements, type PageElement } from "./page-nodes.ts";

/** Kinds of numbers of an ordered list, by its `type` or its `list-style-type`. */
const STYLES: readonly (readonly [RegExp, (number: number) => string])[] = [
  [/cjk-ideographic|simp-chinese|trad-chinese|cjk-decimal|hanidec/iu, (number) => `${toChineseNumeral(number)}、`],
  [/^a$|lower-(?:alpha|latin)/u, (number) => `${letters(number).toLowerCase()}. `],
  [/^A$|upper-(?:alpha|latin)/u, (number) => `${letters(number)}. `],
  [/^i$|lower-roman/u, (number) => `${roman(number).toLowerCase()}. `],
  [/^I$|upper-roman/u, (number) => `${roman(number)}. `],
  [/none|disc|circle|square/u, () => ""],
];
const LARGEST_NUMBER = 9999;

/** The number that a reader sees before each item of an ordered list, with the space after it: `1. `, `一、`. Empty where none is shown. */
export function itemLabels(list: PageElement): ReadonlyMap<PageElement, string> {
  const style = /list-style(?:-type)?\s*:\s*([^;]+)/iu.exec(list.getAttribute("style") ?? "")?.[1]?.trim() ?? list.getAttribute("type") ?? "";
  const print = STYLES.find(([pattern]) => pattern.test(style))?.[1] ?? ((number: number) => `${number}. `);
  const items = childElements(list, ["LI"]);
  const isReversed = list.getAttribute("reversed") !== null;
  let next = numberOf(list, "start") ?? (isReversed ? items.length : 1);
  const labels = new Map<PageElement, string>();
  for (const item of items) {
    const number = numberOf(item, "value") ?? next;
    labels.set(item, number > 0 && number <= LARGEST_NUMBER ? print(number) : `${number}. `);
    next = isReversed ? number - 1 : number + 1;
  }
  return labels;
}

function numberOf(element: PageElement, attribute: string): number | undefined {
  const printed = element.getAttribute(attribute)?.trim() ?? "";
  return /^-?\d{1,6}$/u.test(printed) ? Number(printed) : undefined;
}

function letters(number: number): string {
  let text = "";
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(65 + ((rest - 1) % 26)) + text;
  return text;
}
