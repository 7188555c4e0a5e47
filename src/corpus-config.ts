import { join, resolve } from "node:path";
import { AppError } from "./errors.ts";

export const SEGMENTER_CHOICES = ["auto", "nodejieba", "node-rs"] as const;
/** Which segmenter to use: `auto` takes nodejieba where it was built, else @node-rs/jieba. */
export type SegmenterChoice = (typeof SEGMENTER_CHOICES)[number];
export const SEGMENTER_RULE = "只能是 auto、nodejieba 或 node-rs";

/** Where the program finds and keeps what it works on. All paths are absolute. */
export interface CorpusConfig {
  /** State that cannot be derived (`MINGBAI_HOME`). */
  readonly home: string;
  /** Everything derived from documents (`MINGBAI_INDEX_DIR`). */
  readonly indexDir: string;
  /** The documents to answer from (`MINGBAI_SEEDS_DIR`). */
  readonly seedsDir: string;
  readonly segmenter: SegmenterChoice;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the settings that every command needs, without a schema library: a person waits for `mingbai ask`.
 * Relative paths count from `workingDir`; folders that no setting names stand beside the program. A blank setting is not set.
 * @throws {AppError} `config_invalid`, naming the wrong setting and not its value
 */
export function loadCorpusConfig(env: Environment, programRoot: string, workingDir: string): CorpusConfig {
  const folder = (name: string, usual: string) => {
    const set = env[name]?.trim();
    return set ? resolve(workingDir, set) : join(programRoot, usual);
  };
  return {
    home: folder("MINGBAI_HOME", "var"),
    indexDir: folder("MINGBAI_INDEX_DIR", "index"),
    seedsDir: folder("MINGBAI_SEEDS_DIR", "seeds"),
    segmenter: readSegmenterChoice(env["MINGBAI_SEGMENTER"]?.trim()),
  };
}

function readSegmenterChoice(value: string | undefined): SegmenterChoice {
  if (!value) return "auto";
  const choice = SEGMENTER_CHOICES.find((known) => known === value);
  if (choice) return choice;
  throw wrongSettings([`MINGBAI_SEGMENTER ${SEGMENTER_RULE}`]);
}

/** The failure that names every wrong setting, with what it must be. */
export function wrongSettings(rules: readonly string[]): AppError {
  return new AppError("config_invalid", `设置有误，请改正后再启动：${rules.join("；")}。`);
}
