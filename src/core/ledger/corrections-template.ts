import type { OfficialDocument } from "../document/index.ts";
import type { LedgerReading } from "./read-ledger.ts";
import type { Task } from "./task.ts";

/** Words of a task that a correction names it by. */
const START_CHARACTERS = 12;

/**
 * A file of corrections (更正单) to fill in: YAML in which nothing is corrected yet, with the tasks as they were read and an example of
 * each kind of correction as comments.
 */
export function correctionsTemplate(document: OfficialDocument, reading: LedgerReading): string {
  const [first, second] = reading.tasks;
  const example = first ? startOf(document, first) : "任务开头的几个字";
  const other = second ? startOf(document, second) : "任务开头的几个字";
  const printed = first?.assignments[0]?.printed ?? "县某某局";
  return [
    `# 《${oneLine(document.title)}》的更正单（编号 ${document.id}）`,
    "# 程序读错的地方写在这里，原文不动。去掉例子行首的“# ”照着填；每一条都要写任务的序号和开头几个字，",
    "# 对不上的不会用，并会告诉您。没有要改的项目留空即可。",
    "#",
    `# 现在读到${reading.tasks.length}项任务：`,
    ...reading.tasks.map((task) => `#   ${task.ordinal}  ${oneLine(task.label)}${oneLine(startOf(document, task))}｜${summaryOf(task)}`),
    "",
    "合并: # 两项其实是一项（要挨着）",
    "#  - 任务: 2",
    `#    开头: ${quoted(other)}`,
    "#    并入: 1",
    `#    并入开头: ${quoted(example)}`,
    "",
    "单位改名: # 单位的名称读错了；不写任务和开头，就改所有任务",
    "#  - 任务: 1",
    `#    开头: ${quoted(example)}`,
    `#    原文: ${quoted(printed)}`,
    "#    应为: 县某某局",
    "",
    "改角色: # 牵头、责任、配合",
    "#  - 任务: 1",
    `#    开头: ${quoted(example)}`,
    `#    单位: ${quoted(first?.assignments[0]?.name ?? "县某某局")}`,
    "#    角色: 牵头",
    "",
    "不是任务: # 读成了任务，其实不是",
    "#  - 任务: 1",
    `#    开头: ${quoted(example)}`,
    "",
    "改时限: # 时限照原文写，或者写“无”；到期写成 2021-12-31 这样，可以只写一个",
    "#  - 任务: 1",
    `#    开头: ${quoted(example)}`,
    `#    时限: ${quoted(first?.deadline?.text ?? "12月底前")}`,
    "#    到期: 2021-12-31",
    "",
  ].join("\n");
}

function startOf({ source }: OfficialDocument, task: Task): string {
  const words = source.slice(task.body.start, task.body.end);
  const bare = words.startsWith(task.label) ? words.slice(task.label.length) : words;
  return [...oneLine(bare.replace(/^[\s，,、:：.．]+/u, ""))].slice(0, START_CHARACTERS).join("");
}

function summaryOf(task: Task): string {
  const units = task.assignments.map(({ name, role }) => `${name}${role === "lead" ? "（牵头）" : role === "support" ? "（配合）" : ""}`);
  return oneLine(`${units.join("、") || "没有点名单位"}${task.deadline ? `｜${task.deadline.text}` : ""}`);
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
}

/** Safe in YAML whatever stands in it. */
function quoted(text: string): string {
  return JSON.stringify(oneLine(text));
}
