/** What is drawn: names and numbers, and nothing of how they look. */
export type Picture = BarPicture | GridPicture;

interface PictureWords {
  readonly title: string;
  /** What was counted, and from which document. */
  readonly source: string;
}

/** A bar for each row, from the top. */
export interface BarPicture extends PictureWords {
  readonly kind: "bars";
  /** What the parts of a bar are, in their order; one alone is not named. */
  readonly parts: readonly string[];
  readonly rows: readonly BarRow[];
}

export interface BarRow {
  readonly name: string;
  readonly parts: readonly number[];
  /** What the bar stands for: less than its parts where something is counted in two of them. */
  readonly total: number;
}

/** A number for each two of the names; undefined where there is none to be told. */
export interface GridPicture extends PictureWords {
  readonly kind: "grid";
  readonly names: readonly string[];
  readonly cells: readonly (readonly (number | undefined)[])[];
}

export const THEMES = ["light", "dark"] as const;
export const WIDTHS = ["wide", "narrow"] as const;

/** How a picture looks. */
export interface Look {
  readonly theme: (typeof THEMES)[number];
  /** `narrow` is for a telephone of 360 pixels. */
  readonly width: (typeof WIDTHS)[number];
  /** Large print (长辈版). */
  readonly isLarge: boolean;
}

/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** Draws pictures. What it needs is loaded with the first one. The same picture gives the same drawing. */
export interface PictureMaker {
  /** How large `svg` draws it; known without drawing. */
  sizeOf(picture: Picture, look: Look): PictureSize;
  /** Without title and source, which stand beside it. @throws {AppError} `internal` where it cannot be drawn */
  svg(picture: Picture, look: Look): Promise<string>;
  /** With title and source, light, as a PNG for a telephone. @throws {AppError} `internal` where it cannot be drawn */
  png(picture: Picture): Promise<Uint8Array>;
}
