// The program of the thread that draws: a job in, its drawing out. The libraries are large, and none of them is loaded anywhere else.
import { parentPort } from "node:worker_threads";
import type { Look, Picture } from "../../app/pictures/picture.ts";
import { drawSvg } from "./draw-svg.ts";
import { type Frame, layOut } from "./layout.ts";

/** A picture to draw. */
export interface DrawingJob {
  readonly number: number;
  readonly picture: Picture;
  readonly frame: Frame;
  readonly theme: Look["theme"];
  /** Where the fonts of a PNG are kept, the first that can be written; undefined draws an SVG. */
  readonly fontFolders: readonly string[] | undefined;
}

export type DrawingAnswer = { readonly number: number } & ({ readonly drawing: string | Uint8Array } | { readonly failure: string });

/** One after another, so that fonts are unpacked once. */
let queue: Promise<void> = Promise.resolve();

parentPort?.on("message", (job: DrawingJob) => {
  queue = queue.then(async () => parentPort?.postMessage(await answer(job)));
});

async function answer(job: DrawingJob): Promise<DrawingAnswer> {
  try {
    return { number: job.number, drawing: await draw(job) };
  } catch (error) {
    return { number: job.number, failure: error instanceof Error ? error.message : String(error) };
  }
}

async function draw({ picture, frame, theme, fontFolders }: DrawingJob): Promise<string | Uint8Array> {
  const svg = drawSvg(picture, frame, theme);
  if (fontFolders === undefined) return svg;
  const [{ drawPng }, { fontFiles }] = await Promise.all([import("./draw-png.ts"), import("./font-files.ts")]);
  return drawPng(svg, layOut(picture, frame), await fontFiles(fontFolders));
}
