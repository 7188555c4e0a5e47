import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { unpackWoff } from "./unpack-woff.ts";

/** The family that the font's own files name themselves, whatever their weight. */
export const PICTURE_FONT = "Noto Sans SC Thin";
/** Simplified characters of daily use, which begin every search for a glyph; the others are parted by how rare they are. */
const FIRST = "noto-sans-sc-chinese-simplified-400-normal";
const REGULAR = /^noto-sans-sc-[a-z0-9-]+-400-normal\.woff$/u;

/**
 * The font of pictures as files that resvg reads, which takes neither WOFF nor WOFF 2 and says nothing where it has no font. They are unpacked
 * once.
 * @param folders where they are kept: the first that can be written; made where they are not there
 * @returns paths, in the order in which glyphs are looked for
 * @throws what the system says where none of the folders can be written
 */
export async function fontFiles(folders: readonly string[]): Promise<readonly string[]> {
  const packed = dirname(createRequire(import.meta.url).resolve(`@fontsource/noto-sans-sc/files/${FIRST}.woff`));
  const { version } = JSON.parse(await readFile(join(dirname(packed), "package.json"), "utf8")) as { version: string };
  const names = (await readdir(packed)).filter((name) => REGULAR.test(name)).sort((a, b) => Number(b.startsWith(FIRST)) - Number(a.startsWith(FIRST)));
  const files = names.map(unpackedName);
  const places = folders.map((folder) => join(folder, `noto-sans-sc-${version}`));
  const place = (await findWhole(places, files)) ?? (await unpackInto(places, packed, names));
  return files.map((file) => join(place, file));
}

function unpackedName(name: string): string {
  return name.replace(/\.woff$/u, ".ttf");
}

async function findWhole(places: readonly string[], files: readonly string[]): Promise<string | undefined> {
  for (const place of places) {
    const found = new Set(await readdir(place).catch((): readonly string[] => []));
    if (files.every((file) => found.has(file))) return place;
  }
  return undefined;
}

/** Puts a whole folder in its place at once, so that no half of it is ever taken for all. @returns where the files are */
async function unpackInto([place, ...others]: readonly string[], packed: string, names: readonly string[]): Promise<string> {
  if (place === undefined) throw new Error("no folder for the fonts can be written");
  let made: string | undefined;
  try {
    await mkdir(dirname(place), { recursive: true });
    made = await mkdtemp(`${place}-`);
    for (const name of names) await writeFile(join(made, unpackedName(name)), await unpackWoff(await readFile(join(packed, name))));
    await rm(place, { recursive: true, force: true });
    await rename(made, place);
    return place;
  } catch (error) {
    if (made !== undefined) await rm(made, { recursive: true, force: true });
    if (others.length === 0) throw error;
    return await unpackInto(others, packed, names);
  }
}
