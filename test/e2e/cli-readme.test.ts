import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../src/cli/commands.ts";
import { root, useProgram } from "./program.ts";

const program = useProgram();
const PAGES = ["README.md", "docs/用户指南.md"];
const read = (page: string): string => readFileSync(join(root, page), "utf8");

/** The conversations printed on a page: fenced blocks in which `问> ` begins a question. */
function conversations(page: string): { questions: string[]; block: string }[] {
  return [...read(page).matchAll(/```text\n(问> [\s\S]*?)\n```/gu)].map(([, block = ""]) => ({
    block,
    questions: [...block.matchAll(/^问> (.*)$/gmu)].map(([, question = ""]) => question),
  }));
}

describe.each(PAGES)("%s", (page) => {
  test("印着的问答就是程序现在的问答", async () => {
    const printed = conversations(page);
    expect(printed.length).toBeGreaterThan(0);
    for (const { questions, block } of printed) {
      const { stdout } = await program.run(["chat"], { input: `${questions.join("\n")}\n` });
      const answers = stdout.trimEnd().split("\n\n");
      expect(questions.map((question, at) => `问> ${question}\n${answers[at]}`).join("\n\n")).toBe(block);
    }
  });
});

test("用户指南里举的问题都有回答", async () => {
  const table = read("docs/用户指南.md").split("## 怎么问")[1]?.split("\n单位可以用")[0] ?? "";
  const questions = table
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .flatMap((line) => (line.split("|")[2] ?? "").split(" · "))
    .map((question) => question.trim());
  expect(questions.length).toBeGreaterThan(15);
  const { stdout } = await program.run(["ask", "--jsonl"], {
    input: questions.map((question) => `${JSON.stringify({ id: question, turns: [question] })}\n`).join(""),
  });
  const unanswered = stdout
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ answers }) => ["not_found", "ignore"].includes(answers[0].behaviour));
  expect(unanswered.map(({ id }) => id)).toEqual([]);
});

test("README 的命令表就是程序的命令", () => {
  const listed = [...read("README.md").matchAll(/^\| `mingbai ([\w-]+)/gmu)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(commands.map(({ name }) => name)));
});

test("README 的设置表就是程序读的设置", () => {
  const listed = [...read("README.md").matchAll(/^\| (`[A-Z_]+`(?:, `[A-Z_]+`)*) \|/gmu)].flatMap(([, names = ""]) =>
    [...names.matchAll(/[A-Z_]+/gu)].map(([name]) => name),
  );
  const sources = ["src/config.ts", "src/corpus-config.ts", "src/cli/chat.ts"].map(read).join("\n");
  const used = [...sources.matchAll(/^ {2}([A-Z_]{4,}): (?:"|[A-Z_]+_RULE,)|(?:env\[|folder\()"([A-Z_]{4,})"/gmu)].map(([, rule, read]) => rule ?? read);
  expect(listed.toSorted()).toEqual([...new Set(used)].toSorted());
});
