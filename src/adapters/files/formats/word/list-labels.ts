import { printNumber } from "./number-format.ts";

/** One of the nine levels of an automatic list (w:lvl; LVL in a .doc). Levels count from 0. */
export interface ListLevel {
  readonly start: number;
  /** A name of ST_NumberFormat. */
  readonly format: string;
  /** What is printed: `%1` to `%9` stand for the numbers of the first to the ninth level, e.g. `第%1条`. */
  readonly text: string;
  readonly suffix: "tab" | "space" | "nothing";
  /** Begins anew after a paragraph of a level below this one; its own level usually, 0 for never. */
  readonly restartBelow: number;
  /** Every number in the label is printed in decimal digits (w:isLgl). */
  readonly legal: boolean;
}

/** A list that paragraphs point to (w:num; LFO in a .doc). Lists of the same `family` go on counting from one another. */
export interface NumberedList {
  readonly id: number;
  readonly family: number;
  readonly levels: readonly (ListLevel | undefined)[];
  /** Levels that begin anew, with this number, at the list's first paragraph of that level. */
  readonly startOverrides: ReadonlyMap<number, number>;
}

interface FamilyCount {
  readonly numbers: (number | undefined)[];
  readonly overridesUsed: Set<string>;
}

/** Counts automatic lists through one document and says what Word prints before each paragraph. */
export class ListLabels {
  readonly #families = new Map<number, FamilyCount>();

  /**
   * The label of the next paragraph of a list with what parts it from the words; empty for bullets and for unknown levels.
   * Must be called once for every numbered paragraph in document order.
   */
  next(list: NumberedList, level: number): string {
    const own = list.levels[level];
    if (!own) return "";
    const count = this.#family(list.family);
    list.levels.forEach((one, index) => {
      if (!one) return;
      // A level that was skipped is taken as counted: after a first 1.1 the next number of the level above is 2 (Microsoft KB Q197139).
      if (index === level || (index < level && count.numbers[index] === undefined)) count.numbers[index] = this.#numberOf(list, index, one, count);
      else if (index > level && level < one.restartBelow) count.numbers[index] = undefined;
    });
    return printLabel(list, own, count.numbers);
  }

  #family(family: number): FamilyCount {
    let count = this.#families.get(family);
    if (!count) {
      count = { numbers: [], overridesUsed: new Set() };
      this.#families.set(family, count);
    }
    return count;
  }

  #numberOf(list: NumberedList, level: number, own: ListLevel, count: FamilyCount): number {
    const override = list.startOverrides.get(level);
    const key = `${list.id}/${level}`;
    if (override !== undefined && !count.overridesUsed.has(key)) {
      count.overridesUsed.add(key);
      return override;
    }
    const last = count.numbers[level];
    return last === undefined ? (override ?? own.start) : last + 1;
  }
}

function printLabel(list: NumberedList, own: ListLevel, numbers: readonly (number | undefined)[]): string {
  if (own.format === "bullet") return "";
  const label = own.text.replace(/%([1-9])/gu, (_, digit: string) => {
    const index = Number(digit) - 1;
    const level = list.levels[index];
    if (!level) return "";
    const format = own.legal && level.format !== "none" ? "decimal" : level.format;
    return printNumber(numbers[index] ?? level.start, format);
  });
  return label.trim() === "" ? "" : label + gapBehind(label, own.suffix);
}

/** A reader sees 一、 and （一） run into the words, but a gap behind 第三条 or a bare 3 that a tab follows. */
function gapBehind(label: string, suffix: ListLevel["suffix"]): string {
  if (suffix === "nothing" || /\s$/u.test(label)) return "";
  return suffix === "tab" && /[\p{P}\p{No}]$/u.test(label) ? "" : " ";
}

/** A label and the words behind it: never 1. and 2021年 run into 1.2021年. */
export function joinLabel(label: string, words: string): string {
  const text = words.replace(/^[\t ]+/u, "");
  if (label === "") return words;
  return /[.．\d]$/u.test(label) && /^\d/u.test(text) ? `${label} ${text}` : (label + text).trimEnd();
}
