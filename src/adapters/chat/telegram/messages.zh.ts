/** Sentences that only the Telegram bot says. Plain text: nothing here is ever parsed as markup. */

export const COMMANDS = [
  { command: "start", description: "开始使用" },
  { command: "help", description: "怎样提问" },
  { command: "ask", description: "提一个问题，例如 /ask 行政复议由谁负责" },
  { command: "duty", description: "查一个单位的全部任务，例如 /duty 县司法局" },
  { command: "item", description: "按序号查一项任务，例如 /item 21" },
  { command: "units", description: "看文件点名了哪些单位" },
  { command: "doc", description: "看收录了哪些文件" },
  { command: "here", description: "说定本会话问的是哪个县，例如 /here 西平县；/here 不限 取消" },
] as const;

const EXAMPLES = ["县司法局负责哪些任务", "行政复议由谁负责", "第21项是什么"];

export function greeting(): string {
  return [
    "您好！在这里可以查法治建设文件里的任务分工和原文，每条答复都注明出处。",
    "直接发问即可，例如：",
    ...EXAMPLES.map((example) => `· ${example}`),
    "发 /help 看全部用法。",
    "为了翻页和接着追问，程序会保存您的提问，不保存姓名和电话；保存什么、怎样删除，见 /privacy。",
  ].join("\n");
}

/**
 * @param username of the bot, without @
 * @param commands that the reader may give
 */
export function help(username: string, inGroup: boolean, commands: readonly { readonly command: string; readonly description: string }[]): string {
  return [
    inGroup ? `在群里请发 /ask@${username} 加问题，或 @${username} 加问题，或回复机器人的消息，例如：` : "直接发问即可，例如：",
    ...EXAMPLES.map((example) => `· ${inGroup ? `/ask@${username} ` : ""}${example}`),
    "看到任务清单，按「导出」或者发“导出”，就发来表格。",
    "命令：",
    ...commands.map(({ command, description }) => `/${command} ${description}`),
    `在任何聊天里输入 @${username} 加单位或问题，也能查。`,
    "只看得懂文字。答复是文件原文，或由原文数出来的数；查不到就直说。",
  ].join("\n");
}

/** One line for a command without its words. */
export function usage(command: "ask" | "duty" | "item"): string {
  const example = { ask: "行政复议由谁负责", duty: "县司法局", item: "21" }[command];
  const what = { ask: "问题", duty: "单位名称", item: "任务的序号" }[command];
  return `请在命令后面写上${what}，例如：/${command} ${example}`;
}

/** What the chat is told after /here. @param places every county that the documents are of */
export function settledPlace(place: string, places: readonly string[]): string {
  return `好的，本会话里没有写明哪个县的问题，都按${place}回答。${places.length > 1 ? `问别的县请写明县名；` : ""}发「/here 不限」取消。`;
}

export function noPlaceSettled(places: readonly string[]): string {
  return `本会话没有说定哪个县。要说定，请发「/here 县名」，现有资料的县：${places.join("、")}。`;
}

export function placeForgotten(): string {
  return "好的，不再限定哪个县。";
}

export function placeUnknown(places: readonly string[]): string {
  return `没有认出是哪个县；现有资料的县：${places.join("、")}。请发「/here 县名」，例如：/here ${places[0] ?? "某某县"}`;
}

export const NOT_TEXT = "只看得懂文字，请把问题打成文字发来。";
export const ONLY_ADMINS = "只有管理员可以发文件来收录；要提问，请把问题打成文字发来。";
export const FILE_TOO_LARGE = "文件超过 20 MB，机器人取不到：请拆成较小的文件，或在服务器上用 mingbai import 收录。";
export const FILE_NOT_FETCHED = "文件没有取到，请再发一次。";
export const BUTTON_IMPORT = "收录";
export const BUTTON_DISCARD = "放弃";
export const UNKNOWN_COMMAND = "没有这个命令，请发 /help 看用法。";
export const NO_QUESTION = "请发一个问题，例如：县司法局负责哪些任务";
export const EXPIRED = "这个按钮已失效，请重新提问";
export const NOT_EDITABLE = "这条消息不能再翻页了，请重新提问";
export const INLINE_HINT = "请输入单位或问题，例如：县司法局";

/** @param chatId what the operator writes into TELEGRAM_ALLOWED_CHATS */
export function notAllowed(chatId: number): string {
  return `机器人没有对这个会话开放；如需使用，请把会话编号 ${chatId} 告诉管理员。`;
}

export function failed(errorId: string): string {
  return `抱歉，这次没有答上来，请稍后再试；如果还是不行，请把错误编号 ${errorId} 告诉管理员。`;
}

/** For a message of which nobody knows whether it arrived. */
export function connectionLost(errorId: string): string {
  return `刚才连接中断了一下。如果没有收到答复，请再问一次；错误编号 ${errorId}。`;
}

export function withErrorId(sentence: string, errorId: string): string {
  return `${sentence}（错误编号 ${errorId}）`;
}

export const BUTTON_PREVIOUS = "上一页";
export const BUTTON_NEXT = "下一页";
export const BUTTON_SOURCE = "原文";
export const BUTTON_WHY = "怎么查的";
export const BUTTON_EXPORT = "导出";
export const NOTHING_TO_EXPORT = "没有可以导出的任务：请先问一个列出任务的问题，例如“县司法局负责哪些任务”，再发“导出”。";

/** Stands under a table that is sent. */
export function exportedRows(rows: number): string {
  return `${rows} 项任务，写明文件、单位、时限和原文；可用办公软件打开。`;
}

export function buttonOtherYears(count: number): string {
  return `其他年份 ${count} 项`;
}

/** Why a notice was not delivered; for the office's report. */
export const NOTICE_FAILURES = {
  unreachable: "连不上 Telegram，稍后再试",
  noAnswer: "Telegram 没有答复，不知道是否已发出",
  tooFast: "发得太快，Telegram 要求稍后再试",
  busy: "Telegram 忙，稍后再试",
  blocked: "对方停用了机器人，或把它移出了群",
  notWritable: "找不到这个会话，或机器人在里面不能发言",
} as const;

/** A refusal that we do not know, by Telegram's own number. */
export function noticeRefused(code: number): string {
  return `Telegram 拒收，错误码 ${code}`;
}

/** For a file that came from another platform. */
export function fileElsewhere(name: string): string {
  return `附件“${name}”不能在这里转发，请向办公室索取。`;
}

export const BUTTON_LIKE = "👍";
export const BUTTON_DISLIKE = "👎";
export const BUTTON_WRONG = "答得不对";
export const BUTTON_NOTED = "已记下";
export const FEEDBACK_NOTED = "已记下，谢谢；只记问题，不记是谁";
