import { join } from "node:path";
import { createPictures } from "../adapters/charts/pictures.ts";
import type { PictureMaker } from "../app/pictures/picture.ts";
import { corpusConfigOf } from "./compose.ts";
import type { Edge } from "./edge.ts";

/** Who draws pictures. Its thread's program is built also where the sources run as they are; the fonts can be unpacked again. */
export function picturesOf(edge: Edge): PictureMaker {
  return createPictures({ entry: join(edge.programRoot, "dist", "chart-worker.js"), fontFolder: join(corpusConfigOf(edge).indexDir, "fonts") });
}
