import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { SegmenterChoice } from "../corpus-config.ts";

const require = createRequire(import.meta.url);

/** The segmenter that will be loaded, told without loading it: nodejieba only where its native part was built. */
export function likelyEngine(choice: SegmenterChoice): "nodejieba" | "@node-rs/jieba" {
  if (choice !== "auto") return choice === "nodejieba" ? "nodejieba" : "@node-rs/jieba";
  try {
    const folder = dirname(require.resolve("nodejieba/package.json"));
    return existsSync(join(folder, "build/Release/nodejieba.node")) ? "nodejieba" : "@node-rs/jieba";
  } catch {
    return "@node-rs/jieba";
  }
}
