import type { Command, CommandOption, CommandWords } from "./command.ts";

const NO_WORDS: CommandWords = { name: "", least: 0, most: 0 };
const CORPUS: CommandOption = { name: "corpus", value: "目录", summary: "只在这个目录的文件里查，不用自带的文件" };
const DOCUMENT: CommandOption = { name: "document", value: "文件编号", summary: "只看这份文件" };

/** All commands, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: "ask",
    summary: "问一个问题，回答附原文和出处",
    words: { name: "问题", least: 0, most: Number.POSITIVE_INFINITY },
    options: [
      { name: "explain", summary: "回答后面写明怎么查的：看了几项、去掉哪些、为什么，并核对" },
      { name: "json", summary: "回答写成一个 JSON 对象" },
      { name: "jsonl", summary: "从标准输入逐行读 JSON 问题，逐行写回答" },
      CORPUS,
    ],
    examples: [
      ['mingbai ask "县司法局负责哪些任务"', "列出全部任务"],
      ['mingbai ask --explain "县司法局负责哪些任务"', "再说明怎么查的"],
      ['mingbai ask "行政复议由谁负责" --json', "给程序用的回答"],
      ["mingbai ask --jsonl < 问题.jsonl > 回答.jsonl", "成批提问"],
    ],
    load: async () => (await import("./ask.ts")).runAsk,
  },
  {
    name: "chat",
    summary: "在终端里连续问答，可以追问",
    words: NO_WORDS,
    options: [CORPUS],
    examples: [["mingbai chat", "开始对话；输入 :help 看用法，:why 看怎么查的，:quit 离开"]],
    load: async () => (await import("./chat.ts")).runChat,
  },
  {
    name: "ledger",
    summary: "责任台账：任务、责任单位、时限",
    words: NO_WORDS,
    options: [
      { name: "unit", value: "单位", summary: "只看点名这个单位的任务" },
      DOCUMENT,
      CORPUS,
      { name: "format", value: "格式", choices: ["table", "csv", "json"], summary: "表格（默认）、CSV（可用办公软件打开）或 JSON" },
    ],
    examples: [
      ["mingbai ledger --unit 县司法局", "县司法局的任务"],
      ["mingbai ledger --format csv > 台账.csv", "导出全部任务"],
    ],
    load: async () => (await import("./ledger.ts")).runLedger,
  },
  {
    name: "units",
    summary: "每份文件点名了哪些单位，各有几项任务",
    words: NO_WORDS,
    options: [DOCUMENT, CORPUS],
    examples: [["mingbai units", "各单位的任务数，笼统点名的另列"]],
    load: async () => (await import("./units.ts")).runUnits,
  },
  {
    name: "index",
    summary: "重新建立索引，报告读到了什么",
    words: NO_WORDS,
    options: [
      { name: "status", summary: "只看索引现在的情况，不重建" },
      { name: "update", summary: "只在有变化时重建" },
    ],
    examples: [
      ["mingbai index", "文件、词典或程序更新后会自动重建，平时不必手动运行"],
      ["mingbai index --status", "看索引是否可用"],
    ],
    load: async () => (await import("./index-command.ts")).runIndex,
  },
  {
    name: "source",
    summary: "原样输出一份文件存下的正文",
    words: { name: "文件编号", least: 1, most: 1 },
    options: [CORPUS],
    examples: [["mingbai source xiping-2020", "出处里的起止位置就在这份正文上数"]],
    load: async () => (await import("./source.ts")).runSource,
  },
  {
    name: "errata",
    summary: "勘误单：一份文件印错的编号、单位名称和日期，可以发给发文机关",
    words: { name: "文件编号", least: 1, most: 1 },
    options: [CORPUS],
    examples: [["mingbai errata xiping-2020 > 勘误单.txt", "每处写明位置、原文和建议"]],
    load: async () => (await import("./errata.ts")).runErrata,
  },
  {
    name: "import",
    summary: "收录文件或整个目录，报告读到了什么",
    words: { name: "文件或目录", least: 1, most: Number.POSITIVE_INFINITY },
    options: [
      { name: "dry-run", summary: "只读不收录" },
      { name: "json", summary: "每份文件写成一行 JSON" },
    ],
    examples: [
      ["mingbai import 工作要点.docx", "收录一份，从此可以问它"],
      ["mingbai import 文件柜/", "收录目录里的全部文件"],
      ["mingbai import --dry-run 工作要点.pdf", "先看程序把这份文件读成了什么样"],
    ],
    load: async () => (await import("./import.ts")).runImport,
  },
  {
    name: "documents",
    summary: "收录了哪些文件",
    words: NO_WORDS,
    options: [{ name: "json", summary: "写成 JSON" }],
    examples: [["mingbai documents", "编号、标题、文号、成文日期、任务数、文件名"]],
    load: async () => (await import("./documents.ts")).runDocuments,
  },
  {
    name: "report",
    summary: "再看一份文件的报告：任务、单位、时限、错漏、表格、更正",
    words: { name: "文件编号", least: 1, most: 1 },
    options: [{ name: "json", summary: "写成一行 JSON，与 import --json 相同" }],
    examples: [["mingbai report xiping-2020", "程序把这份文件读成了什么样"]],
    load: async () => (await import("./report.ts")).runReport,
  },
  {
    name: "correct",
    summary: "更正一份文件的台账：合并任务、改单位、改角色、改时限，原文不动",
    words: { name: "文件编号", least: 1, most: 1 },
    options: [],
    examples: [
      ["mingbai correct yunling-2021", "在 $EDITOR 里填更正单；不在终端里时只显示它的路径"],
      ["mingbai report yunling-2021", "看更正用上了没有"],
    ],
    load: async () => (await import("./correct.ts")).runCorrect,
  },
  {
    name: "remove",
    summary: "去掉一份收录的文件",
    words: { name: "文件编号", least: 1, most: 1 },
    options: [{ name: "yes", summary: "不再询问" }],
    examples: [["mingbai remove yunling-2021", "问清楚再去掉；程序自带的文件不能去掉"]],
    load: async () => (await import("./remove.ts")).runRemove,
  },
  {
    name: "audit",
    summary: "审计记录：谁在什么时候做了什么，结果如何",
    words: NO_WORDS,
    options: [
      { name: "since", value: "日期", summary: "从这一天起，如 2026-11-01" },
      { name: "format", value: "格式", choices: ["table", "csv", "json"], summary: "表格（默认）、CSV（可用办公软件打开）或 JSON" },
    ],
    examples: [
      ["mingbai audit --since 2026-11-01", "十一月以来的记录"],
      ["mingbai audit --format csv > 审计记录.csv", "导出全部"],
    ],
    load: async () => (await import("./audit.ts")).runAudit,
  },
  {
    name: "backup",
    summary: "备份：数据和收录的文件，机器人不必停",
    words: { name: "备份文件", least: 1, most: 1 },
    options: [],
    examples: [["mingbai backup 备份-2026-11-22.gz", "SQLite 和 PostgreSQL 的备份一样，可以互相恢复"]],
    load: async () => (await import("./backup.ts")).runBackup,
  },
  {
    name: "restore",
    summary: "从备份恢复",
    words: { name: "备份文件", least: 1, most: 1 },
    options: [{ name: "yes", summary: "不再询问" }],
    examples: [["mingbai restore 备份-2026-11-22.gz", "先检查备份是否完好，再问一次，然后恢复"]],
    load: async () => (await import("./restore.ts")).runRestore,
  },
  {
    name: "remind",
    summary: "看某一天会发哪些提醒、发给谁、为什么；不真的发",
    words: NO_WORDS,
    options: [
      { name: "dry-run", summary: "只看不发，必须写上" },
      { name: "at", value: "时间", summary: "看哪个时候的，北京时间，例如 2020-09-25T09:00；默认现在" },
      { name: "unit", value: "单位", summary: "不管订阅，看这个单位会收到什么" },
      { name: "all", summary: "不管订阅，看全部文件的提醒" },
      CORPUS,
    ],
    examples: [
      ["mingbai remind --dry-run", "现在各订阅会话会收到什么"],
      ["mingbai remind --at 2020-09-17T09:00 --dry-run --unit 县司法局", "县司法局那天会收到什么"],
    ],
    load: async () => (await import("./remind.ts")).runRemind,
  },
  {
    name: "calendar",
    summary: "把到期日写成日历文件，手机和办公软件的日历可以导入",
    words: NO_WORDS,
    options: [
      { name: "ics", summary: "写成 iCalendar（默认，也只有这一种）" },
      { name: "unit", value: "单位", summary: "只要点名这个单位的任务" },
      DOCUMENT,
      CORPUS,
    ],
    examples: [["mingbai calendar --ics --unit 县司法局 > 司法局.ics", "县司法局的全部到期日"]],
    load: async () => (await import("./calendar.ts")).runCalendar,
  },
  {
    name: "holidays",
    summary: "放假和调休的安排：查看、录入、删除",
    words: { name: "操作", least: 0, most: 3 },
    options: [],
    examples: [
      ["mingbai holidays list 2027", "2027年的安排"],
      ["mingbai holidays set 2027年放假.yaml", "录入一年的安排"],
      ["mingbai holidays add 2027-10-01 国庆节", "加一天放假"],
      ["mingbai holidays workday 2027-10-09", "加一天调休上班"],
      ["mingbai holidays remove 2027-10-01", "删去自己录入的一天"],
    ],
    load: async () => (await import("./holidays.ts")).runHolidays,
  },
  {
    name: "bot",
    summary: "启动机器人：设了 TELEGRAM_BOT_TOKEN 用 Telegram，否则在终端对话",
    words: NO_WORDS,
    options: [],
    examples: [
      ["mingbai bot", "与 npm start 相同"],
      ["TELEGRAM_BOT_TOKEN=… mingbai bot", "接入 Telegram"],
    ],
    load: async () => (await import("./bot.ts")).runBot,
  },
];
