import { createRequire } from "node:module";
import type { Segmenter } from "../../app/ports.ts";
import { AppError } from "../../errors.ts";

/** Which engine the setting `MINGBAI_SEGMENTER` asks for; `auto` takes the first that can be loaded. */
export type SegmenterChoice = "auto" | "nodejieba" | "node-rs";

/** What to load. The words are kept whole (县司法局, 法律明白人); their shorter parts are given beside them. */
export interface SegmenterOptions {
  readonly choice: SegmenterChoice;
  readonly userWords: readonly string[];
}

type CutForSearch = (text: string) => readonly string[];
interface Engine {
  readonly name: string;
  readonly packageName: string;
  /** Takes 0.1–1 s and 50–250 MB. @throws when the package or its native part is missing */
  readonly load: (userWords: readonly string[]) => Promise<CutForSearch>;
}

const require = createRequire(import.meta.url);

/**
 * Loads a Chinese word segmenter; nothing of it is in memory before. nodejieba keeps one dictionary a process, so
 * loading it again replaces the user words of the one loaded before.
 * @throws {AppError} `segmenter_missing` when the engine that is asked for, or every engine, cannot be loaded
 */
export function loadSegmenter({ choice, userWords }: SegmenterOptions): Promise<Segmenter> {
  const wish = JSON.stringify([choice, userWords]);
  if (lastLoaded?.wish === wish) return lastLoaded.segmenter;
  const wanted = ENGINES.filter((engine) => choice === "auto" || engine.name === choice);
  const segmenter = firstThatLoads(wanted, userWords);
  lastLoaded = { wish, segmenter };
  segmenter.catch(() => {
    lastLoaded = undefined;
  });
  return segmenter;
}

/** Loading the same again would take as long as the first time. */
let lastLoaded: { readonly wish: string; readonly segmenter: Promise<Segmenter> } | undefined;

/** @throws {AppError} `segmenter_missing`, with the last engine's error as its cause */
export async function firstThatLoads(engines: readonly Engine[], userWords: readonly string[]): Promise<Segmenter> {
  let cause: unknown;
  for (const engine of engines) {
    try {
      const cut = await engine.load(userWords);
      const { version } = require(`${engine.packageName}/package.json`) as { version: string };
      return { engine: engine.packageName, version, cut: withUnitsLessLevel(cut, new Set(userWords)) };
    } catch (error) {
      cause = error;
    }
  }
  const names = engines.map((engine) => engine.packageName).join("、");
  throw new AppError("segmenter_missing", `分词组件 ${names} 未能加载：请重新执行 npm ci，或用 MINGBAI_SEGMENTER 换另一个组件。`, { cause });
}

/** The part of nodejieba that is used; the package is optional, so its types may be missing. */
interface Nodejieba {
  load(): void;
  insertWord(word: string): boolean;
  cutForSearch(text: string): string[];
}

async function loadNodejieba(userWords: readonly string[]): Promise<CutForSearch> {
  const { default: jieba } = (await import("nodejieba")) as unknown as { default: Nodejieba };
  jieba.load();
  for (const word of userWords) jieba.insertWord(word);
  return (text) => jieba.cutForSearch(text);
}

async function loadNodeRs(userWords: readonly string[]): Promise<CutForSearch> {
  const [{ Jieba }, { dict }] = await Promise.all([import("@node-rs/jieba"), import("@node-rs/jieba/dict.js")]);
  const jieba = Jieba.withDict(dict);
  if (userWords.length > 0) jieba.loadDict(Buffer.from(userWords.map((word) => `${word} ${USER_WORD_FREQUENCY} n\n`).join("")));
  return (text) => jieba.cutForSearch(text, true);
}

/** As frequent as a common word: enough for a word to be kept whole, too little to break its neighbours. */
const USER_WORD_FREQUENCY = 1000;

const ENGINES: readonly Engine[] = [
  { name: "nodejieba", packageName: "nodejieba", load: loadNodejieba },
  { name: "node-rs", packageName: "@node-rs/jieba", load: loadNodeRs },
];

/**
 * Beside 县政务服务和大数据管理局 also 政务服务和大数据管理局, so that either name finds the other: engines give parts of
 * two and three characters only.
 */
function withUnitsLessLevel(cut: CutForSearch, userWords: ReadonlySet<string>): CutForSearch {
  return (text) =>
    cut(text).flatMap((word) => {
      const rest = word.slice(1);
      return rest.length > 3 && userWords.has(rest) ? [rest, word] : [word];
    });
}
