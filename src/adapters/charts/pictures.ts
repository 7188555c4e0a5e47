import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLruCache } from "../../app/lru-cache.ts";
import type { PictureMaker } from "../../app/pictures/picture.ts";
import { createDrawingThread } from "./drawing-thread.ts";
import { layOut } from "./layout.ts";

/** Drawings that are kept: those of a few documents, in every look. */
const MOST_KEPT = 100;
const MOST_KEPT_BYTES = 8 * 1024 * 1024;

export interface PicturesOptions {
  /** Path of the drawing thread's program. */
  readonly entry: string;
  /** Where the fonts of PNG pictures are unpacked into; a temporary one stands in where it cannot be written. */
  readonly fontFolder: string;
}

/** Draws in a thread of its own, which loads what it needs with the first picture. */
export function createPictures({ entry, fontFolder }: PicturesOptions): PictureMaker {
  const thread = createDrawingThread(entry);
  // One of this process alone, where a system-wide name could be taken by anybody.
  const fontFolders = [fontFolder, join(tmpdir(), `mingbai-fonts-${randomUUID()}`)];
  const kept = createLruCache<string | Uint8Array>({ maxEntries: MOST_KEPT, maxSize: MOST_KEPT_BYTES });
  const draw = async (job: Parameters<typeof thread.draw>[0]): Promise<string | Uint8Array> => {
    const key = JSON.stringify(job);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const drawing = await thread.draw(job);
    kept.set(key, drawing, key.length + drawing.length);
    return drawing;
  };
  return {
    sizeOf(picture, { width, isLarge }) {
      const layout = layOut(picture, { width, isLarge, hasTitle: false });
      return { width: layout.width, height: layout.height };
    },
    async svg(picture, { theme, width, isLarge }) {
      return String(await draw({ picture, frame: { width, isLarge, hasTitle: false }, theme, fontFolders: undefined }));
    },
    async png(picture) {
      const drawing = await draw({ picture, frame: { width: "narrow", isLarge: false, hasTitle: true }, theme: "light", fontFolders });
      return typeof drawing === "string" ? Buffer.from(drawing) : drawing;
    },
  };
}
