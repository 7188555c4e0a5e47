import { type Label, type LabelStyle, RUN_IN_STYLES } from "./labels.ts";

/** A labelled part that is open: later lines and labels may stand in it. */
export interface OpenPart {
  readonly style: LabelStyle;
  readonly number: number | undefined;
  /** Index of its node. */
  readonly node: number;
  /** True where it began inside a paragraph; it closes with the paragraph unless its series goes on. */
  readonly runIn: boolean;
}

/** Styles that no inner part holds: where one of these opens, only the styles listed for it stay open. */
const OUTER_STYLES: Partial<Record<LabelStyle, readonly LabelStyle[]>> = {
  attachment: [],
  book: ["attachment"],
  chapter: ["attachment", "book"],
  division: ["attachment", "book", "chapter"],
  comma: ["attachment", "book", "chapter", "division", "article"],
};

/** 四是…一是…二是…五是: a series inside an item of the same style, no deeper. */
const MOST_SERIES_OF_A_STYLE = 2;

/**
 * The parts that hold a new part with this label: those that stay open. Which style is inner to which is read from the order in which
 * the document opened them; a style that is open already goes on beside its last part, a new one opens inside what is open.
 * @param afterColon whether the words before end with a colon, which announces a series inside them
 */
export function partsAround(open: readonly OpenPart[], label: Label, runIn: boolean, afterColon: boolean): readonly OpenPart[] {
  const same = open.flatMap((part, depth) => (part.style === label.style ? [depth] : []));
  const mayNest = same.length > 0 && same.length < MOST_SERIES_OF_A_STYLE;
  if (label.number === 1 && mayNest && (runIn || (afterColon && RUN_IN_STYLES.has(label.style)))) return open;
  const goesOn = same.findLast((depth) => (open[depth]?.number ?? Number.NaN) + 1 === label.number);
  if (goesOn !== undefined) return open.slice(0, goesOn);
  if (runIn) return same.length > 0 ? open.slice(0, same.at(-1)) : open;
  const onLines = open.filter((part) => !part.runIn);
  const beside = onLines.findIndex((part) => part.style === label.style);
  if (beside >= 0) return onLines.slice(0, beside);
  const outer = OUTER_STYLES[label.style];
  return outer ? onLines.filter((part) => outer.includes(part.style)) : onLines;
}

/** The label that is right among several readings of a broken one: the next number of a series that is open. */
export function nextInSeries(open: readonly OpenPart[], labels: readonly Label[]): Label | undefined {
  return labels.find((label) => open.some((part) => part.style === label.style && part.number !== undefined && part.number + 1 === label.number));
}
