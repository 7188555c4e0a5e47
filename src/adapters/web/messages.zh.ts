import type { Suggestion } from "../../app/suggestions.ts";
import type { DocumentKind } from "../../core/document/official-document.ts";
import type { FaultStatus } from "./fault.ts";

/** What the page says besides answers. A sentence never holds marks of HTML that are meant as such. */

export const SITE_NAME = "明白";
export const SITE_TITLE = "明白 - 公文里的任务和原文";
export const SKIP = "跳到正文";
export const NAV = "主要栏目";
export const NAV_ASK = "提问";
export const NAV_DOCUMENTS = "文件";
export const NAV_HELP = "帮助";
export const LARGE_PRINT = "长辈版";
export const NORMAL_PRINT = "普通版";
export const FOOT = "答复是文件原文，或由原文数出来的数；只说明文件写了什么，不是法律意见。";

export const WELCOME = "谁负责什么，文件怎么说";
export const PROMISE = "用平常说话的方式提问。每个回答都附原文和出处，文件里没有的，就说没有。";
export const QUESTION = "您的问题";
export const PLACEHOLDER = "例如：县司法局负责哪些任务";
export const ASK = "提问";
export const EXAMPLES = "可以这样问";
export const ASK_TOO = "还可以问";
export const FOLLOW_UP = "接着问";
export const FOLLOW_UP_LABEL = "接着上面的回答问";
export const FOLLOW_UP_PLACEHOLDER = "例如：那发改委呢";
export const GO_ON = "接着问";
export const CHIP_FIRST = "第一个详细说说";
export const CHIP_SOURCE = "原文";
export const BEFORE = "接着上一问：";
export const CUT_OFF = "要接着的那个问题已经不再保存，下面按一个新的问题回答。";
export const NOTHING_ASKED = "没有看出要问什么，请换个说法再问。";
export const HOW = "怎么查的";
export const EXPORT_TABLE = "导出表格";
export const OTHER_YEARS = "其他年份";
export const NO_OTHER_YEARS = "其他年份的文件里没有。";
export const PAGES = "翻页";
export const PREVIOUS_PAGE = "上一页";
export const NEXT_PAGE = "下一页";
export const SUGGESTED = "条建议，用上下方向键选择";

export const SUGGESTION_KINDS: Readonly<Record<Suggestion["kind"], string>> = { unit: "单位", document: "文件", question: "常问" };

export function otherYears(count: number): string {
  return `${OTHER_YEARS} ${count} 项`;
}

export function pageOf(number: number, count: number): string {
  return `第 ${number} 页，共 ${count} 页`;
}

/** Names a footnote to who hears the page. */
export function footnote(number: number): string {
  return `出处 ${number}`;
}

export function sources(count: number): string {
  return `出处（${count} 处，点开看原文的位置）`;
}

export function shelf(documents: number, tasks: number): string {
  if (documents === 0) return "现在一份文件也没有，请联系管理人员收录。";
  return tasks === 0 ? `现有 ${documents} 份文件。` : `现有 ${documents} 份文件，${tasks} 项任务。`;
}

export const KINDS: Readonly<Record<DocumentKind, string>> = {
  work_plan: "工作安排",
  task_table: "任务分工表",
  annual_report: "年度报告",
  supervision_notice: "督查通报",
  regulation: "法规制度",
  notice: "通知",
};

export function taskCount(tasks: number): string {
  return tasks === 0 ? "没有责任分工" : `${tasks} 项任务`;
}

/** @param words as printed or as given: 失效 */
export function lapsed(words: string): string {
  return `这份文件可能已不再有效：${words}`;
}

export const DOCUMENT_NUMBER = "发文字号";
export const ISSUER = "发文机关";
export const ISSUED_ON = "成文日期";
export const REGION = "地区";
export const KIND = "类型";
export const TASKS = "任务";
export const TEXT = "正文";
export const TABLE = "表格";
export const ASIDE = "文件的目录和附注";
export const OUTLINE = "目录";
export const PASSAGE_GONE = "要看的那一段不在这份文件里，文件可能已经更新；下面是现在的全文。";

export function slips(count: number): string {
  return `疑似错漏（${count} 处，正文照原样）`;
}

export function slipNumber(number: number): string {
  return `疑似错漏 ${number}`;
}

export function taskAddress(ordinal: number): string {
  return `第 ${ordinal} 项的地址`;
}

export function cites(count: number): string {
  return `引用了（${count}）`;
}

export function citedFrom(count: number): string {
  return `被引用（${count}）`;
}

export const HELP_ASKING = "怎么问";
export const HELP_QUESTIONS = [
  { about: "一个单位的全部任务", questions: ["县司法局负责哪些任务", "市监局有什么活"] },
  { about: "几个单位共同的任务", questions: ["司法局和发改委共同负责的有哪些"] },
  { about: "一件事归谁管", questions: ["行政复议由谁负责", "谁负责政务公开"] },
  { about: "某一项任务", questions: ["第二十一项", "第21条是什么"] },
  { about: "有多少、谁最多", questions: ["一共多少项任务", "哪个单位任务最多"] },
  { about: "有次数、时限要求的", questions: ["每季度要做的有哪些", "全年至少举办几期法治讲座"] },
  { about: "依据哪份文件", questions: ["哪里提到优化营商环境条例"] },
  { about: "一个数字", questions: ["培训了多少法律明白人"] },
  { about: "政策内容", questions: ["权责清单怎么管理", "什么是双随机一公开"] },
] as const;

export const HELP_SECTIONS = [
  {
    heading: "回答怎么看",
    points: [
      "第一行就是答案。清单会说明共几项，列出来的就是全部。",
      "「」里是原文，一字不改。小号数字是出处，点开就是文件原处，引用的那一段做了标记。",
      "「理解为」写明程序把问题理解成了什么；不对的话，换个说法再问。",
      "「怎么查的」写明查了哪些文件、去掉了哪些、为什么，并另数一遍。",
      "在回答下面可以接着问，例如「那发改委呢」「第二个详细说说」「原文」。",
      "列出任务的回答，按「导出表格」存成 xlsx；要自己筛选、排列、打印，用「任务」一栏。",
    ],
  },
  {
    heading: "地址可以转发",
    points: [
      "一个问题、文件里的一段、一项任务，各有自己的地址，复制浏览器的地址发给别人，看到的是同一个回答。",
      "只有接着问的时候，程序才保存前一个问题；不保存姓名和电话。",
    ],
  },
  {
    heading: "别的栏目",
    points: [
      "「任务」是全部任务的表，可以筛选、排列、分组，导出 xlsx 或 csv，打印。",
      "「日历」按月列出到期的任务，可以订阅到自己的日历里；「图表」是数出来的图，旁边有同样数字的表。",
      "点单位的名字，看这个单位的全部任务和一年的到期。",
    ],
  },
  {
    heading: "看得更清楚",
    points: ["点右上角的「长辈版」，字更大，一行只说一件事；再点「普通版」换回来。", "全部内容都能用键盘操作：Tab 移动，回车打开。打印时只印正文。"],
  },
  {
    heading: "给智能体用",
    points: ["支持 MCP 的智能体可以直接来查：在它的设置里写上本站的网址加 /mcp，答得与网页上一样；只能查，不能改。"],
  },
  {
    heading: "答不了什么",
    points: ["文件里没有的：程序会说没有找到、查了哪些文件。", "要判断和解释的，例如这样做合不合法，请咨询法律顾问，或拨打 12348 公共法律服务热线。"],
  },
] as const;

export const HELP_PROGRAMS = "给程序用";
export const HELP_API = "别的程序可以用 HTTP API 查任务、原文和问问题，说明见 ";

/** Headings of refusals. */
export const FAULTS: Readonly<Record<FaultStatus, string>> = {
  400: "这个地址读不懂",
  401: "请先登录",
  403: "没有接受",
  404: "没有这个页面",
  405: "不能这样访问",
  413: "内容太大",
  415: "内容的类型不对",
  421: "地址不对",
  422: "没有收录",
  429: "问得太快了",
  500: "没有答上来",
};
export const BACK_TO_ASK = "回到提问";

export function noSuchPage(): string {
  return "没有这个地址的页面，请检查地址，或回到首页提问。";
}

export function noSuchDocument(): string {
  return "没有这个编号的文件，可能已经去掉；现有的文件见「文件」一栏。";
}

export function questionForgotten(): string {
  return "这个问题已经不再保存，请重新提问。";
}

export function nothingToExport(): string {
  return "这个问题的回答没有列出任务，没有可以导出的表格；要导出台账，请用「任务」一栏。";
}

export function questionTooLong(most: number): string {
  return `问题太长了，最多 ${most} 个字；请只写要问的那一两句。`;
}

export function addressBroken(): string {
  return "地址里有残缺的编码，请把地址复制完整，或回到首页提问。";
}

export function addressTooLong(): string {
  return "地址太长了，请把问题写短一些。";
}

export function requestBroken(): string {
  return "浏览器发来的请求读不懂，请重新打开页面。";
}

/** To a program. */
export function requestUnreadable(): string {
  return "请求读不懂，请检查请求头，例如 Host。";
}

export function tooSlow(): string {
  return "请求迟迟没有发完，连接已断开，请重试。";
}

export function bodyTooLarge(): string {
  return "提交的内容太大了，请写短一些。";
}

export function wrongHost(): string {
  return "请用管理人员给的网址打开；如果这就是那个网址，请管理人员用 PUBLIC_URL 设置它。";
}

export function fromElsewhere(): string {
  return "这次提交不是从本站的页面发出的，没有接受；请在本站的页面上提问。";
}

export function tooMany(seconds: number): string {
  return `提问太密了，请 ${seconds} 秒以后再试。`;
}

export function failed(errorId: string): string {
  return `抱歉，这次没有答上来，请稍后再试；如果还是不行，请把错误编号 ${errorId} 告诉管理人员。`;
}

/** For the log: a line of each request. */
export const REQUEST_ANSWERED = "网页请求";

/** For the log. */
export function requestFailed(): string {
  return "一个网页请求没有处理";
}
