import type { BarPicture, BarRow, GridPicture, Look, Picture } from "../../app/pictures/picture.ts";
import { wrapName } from "./wrap-name.ts";

/** What is drawn of a picture beside its bars or cells. */
export interface Frame extends Pick<Look, "width" | "isLarge"> {
  /** Whether title and source stand above it. */
  readonly hasTitle: boolean;
}

/** Where everything stands, in pixels. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** Around a picture that goes out alone. */
  readonly margin: number;
  readonly fontSize: number;
  /** A name of each row, in lines. */
  readonly names: readonly (readonly string[])[];
  readonly namesWidth: number;
  readonly rowHeight: number;
  /** Above the rows. */
  readonly headHeight: number;
  /** Right of the longest bar. */
  readonly figuresWidth: number;
  readonly title: readonly string[];
  readonly source: readonly string[];
}

const WIDTH_PX = { wide: 600, narrow: 328 } as const;
/** Characters of a name in a line. */
const NAME_CHARACTERS = { wide: 16, narrow: 8 } as const;
/** In large print on a telephone: beside bars, beside eight cells. */
const FEWEST_CHARACTERS = { bars: 6, grid: 4 } as const;
const FONT_PX = { normal: 14, large: 20 } as const;
export const LINE_HEIGHT = 1.35;
/** Of the font size: title and source. */
export const TITLE_SIZE = 1.2;
export const SOURCE_SIZE = 0.85;
const GAP_PX = 8;
const MARGIN_PX = 14;
/** Cells wider than this are no easier to read. */
const WIDEST_CELL_PX = 56;

export function layOut(picture: Picture, frame: Frame): Layout {
  const fontSize = FONT_PX[frame.isLarge ? "large" : "normal"];
  const most = frame.isLarge && frame.width === "narrow" ? FEWEST_CHARACTERS[picture.kind] : NAME_CHARACTERS[frame.width];
  const names = namesOf(picture).map((name) => wrapName(name, most));
  const namesWidth = Math.ceil(Math.max(...names.flat().map((line) => widthOf(line, fontSize)), fontSize)) + GAP_PX;
  const rowHeight = Math.ceil(Math.max(...names.map(({ length }) => length)) * fontSize * LINE_HEIGHT) + GAP_PX;
  const margin = frame.hasTitle ? MARGIN_PX : 0;
  const { inside, figuresWidth } = widthsOf(picture, frame, namesWidth, fontSize);
  const title = frame.hasTitle ? wrapName(picture.title, Math.floor(inside / fontSize / TITLE_SIZE)) : [];
  const source = frame.hasTitle ? wrapName(picture.source, Math.floor(inside / fontSize / SOURCE_SIZE)) : [];
  const words = Math.ceil((title.length * TITLE_SIZE + source.length * SOURCE_SIZE) * fontSize * LINE_HEIGHT) + (frame.hasTitle ? GAP_PX : 0);
  const headHeight = margin + words + (hasHead(picture) ? Math.ceil(fontSize * LINE_HEIGHT) + GAP_PX : 0);
  const height = headHeight + rowHeight * names.length + GAP_PX + margin;
  return { width: inside + 2 * margin, height, margin, fontSize, names, namesWidth, rowHeight, headHeight, figuresWidth, title, source };
}

/** The number at the end of a bar, and its parts where there are several: 29（3+20+6）. */
export function figuresOf({ total, parts }: BarRow): string {
  return parts.length > 1 && total > 0 ? `${total}（${parts.join("+")}）` : String(total);
}

/** Rows of a grid are numbered, since its columns have room for numbers alone. */
function namesOf(picture: Picture): readonly string[] {
  return picture.kind === "bars" ? picture.rows.map(({ name }) => name) : picture.names.map((name, index) => `${index + 1} ${name}`);
}

/** @returns the width without margins, and what of it is right of the longest bar */
function widthsOf(picture: Picture, { width }: Frame, namesWidth: number, fontSize: number): { readonly inside: number; readonly figuresWidth: number } {
  const most = WIDTH_PX[width];
  if (picture.kind === "grid") return { inside: Math.min(most, namesWidth + picture.names.length * WIDEST_CELL_PX), figuresWidth: 0 };
  return { inside: most, figuresWidth: Math.ceil(Math.max(...picture.rows.map((row) => widthOf(figuresOf(row), fontSize)))) + GAP_PX };
}

/** The names of parts, or the numbers of columns. */
function hasHead(picture: BarPicture | GridPicture): boolean {
  return picture.kind === "grid" || picture.parts.length > 1;
}

/** About as wide as any of the fonts draws it. */
function widthOf(text: string, fontSize: number): number {
  let width = 0;
  for (const character of text) width += character <= "~" ? 0.6 : 1;
  return width * fontSize;
}
