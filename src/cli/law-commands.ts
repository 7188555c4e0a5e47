import type { Command } from "./command.ts";

/** Commands of law libraries. */
export const LAW_COMMANDS: readonly Command[] = [
  {
    name: "libraries",
    summary: "有哪些法规库",
    words: { name: "", least: 0, most: 0 },
    options: [],
    examples: [["mingbai libraries", "名称、法条数、法规数、导入时间"]],
    load: async () => (await import("./libraries.ts")).runLibraries,
  },
  {
    name: "search",
    summary: "在法规库里查法条，用平常的话问",
    words: { name: "问题", least: 0, most: Number.POSITIVE_INFINITY },
    options: [
      { name: "library", value: "名称", summary: "在哪个法规库里查" },
      { name: "top", value: "条数", summary: "最多列几条，默认 5；成批查默认 100" },
      { name: "jsonl", summary: "从标准输入逐行读 JSON 问题，逐行写结果" },
      { name: "label-free", summary: "只按法条的文字排序，不用已答问题" },
    ],
    examples: [
      ['mingbai search --library 法律 "老板不给加班费怎么办"', "最接近的五条，附法规名称和章节"],
      ["mingbai search --library 法律 --jsonl --top 100 < 问题.jsonl > 结果.jsonl", "成批查"],
    ],
    load: async () => (await import("./search.ts")).runSearch,
  },
];
