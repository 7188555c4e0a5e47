import { Resvg } from "@resvg/resvg-js";
import type { PictureSize } from "../../app/pictures/picture.ts";
import { PICTURE_FONT } from "./font-files.ts";

/** Pixels of the PNG for one of the picture: sharp on a telephone. */
const SCALE = 3;
/** Telegram takes photos whose width and height add up to 10000 at most. */
const MOST_PX = 9500;

/** @param fonts paths, the usual one first. A character that none of them has is drawn as a crossed box. */
export function drawPng(svg: string, { width, height }: PictureSize, fonts: readonly string[]): Uint8Array {
  const font = { loadSystemFonts: false, fontFiles: [...fonts], defaultFontFamily: PICTURE_FONT, sansSerifFamily: PICTURE_FONT };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: Math.min(SCALE, MOST_PX / (width + height)) }, logLevel: "off" }).render().asPng();
}
