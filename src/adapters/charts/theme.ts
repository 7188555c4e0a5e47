import type { Look } from "../../app/pictures/picture.ts";

/** Colours of a picture. */
export interface Theme {
  readonly paper: string;
  readonly ink: string;
  readonly soft: string;
  /** Of the parts of a bar, in their order. */
  readonly parts: readonly [string, string, string];
  /** Of the cells of a grid, from the least to the most. */
  readonly cells: readonly [least: string, most: string];
  /** Of the words in cells: in those of the lower half, in the others. */
  readonly onCells: readonly [low: string, high: string];
}

export const THEME_COLOURS: Readonly<Record<Look["theme"], Theme>> = {
  light: {
    paper: "#ffffff",
    ink: "#1f2328",
    soft: "#5b6068",
    parts: ["#17508f", "#5488c7", "#b0822f"],
    cells: ["#e8eff7", "#17508f"],
    onCells: ["#1f2328", "#ffffff"],
  },
  dark: {
    paper: "#1c2024",
    ink: "#e4e1da",
    soft: "#b4b7bc",
    parts: ["#8fbcf0", "#4f86c9", "#d3a04f"],
    cells: ["#26313d", "#8fbcf0"],
    onCells: ["#e4e1da", "#15181b"],
  },
};

/** Some Chinese font of every system that we know of. Single quotes, since it stands in an attribute. */
export const FONT_FAMILY =
  "'PingFang SC', 'HarmonyOS Sans SC', MiSans, 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', sans-serif";
