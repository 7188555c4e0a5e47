import type { DocumentKind } from "./official-document.ts";

/** What the kind is read from. */
export interface KindEvidence {
  /** Title of the text itself, or of the text that a covering notice brings. */
  readonly title: string;
  /** Printed labels of the outline's parts. */
  readonly labels: readonly string[];
  /** Headings of the outermost parts. */
  readonly headings: readonly string[];
}

/** The end of a title, in brackets or not, that tells the kind; the first that fits. Contract `import.md`, rule 1. */
const KINDS: readonly (readonly [DocumentKind, RegExp])[] = [
  ["work_plan", /(?:整改方案|实施方案|行动方案|工作方案)$/u],
  ["annual_report", /(?:报告|总结|情况汇报|年报)$/u],
  ["supervision_notice", /(?:督查|督办|交办|督察|整改)[^，。]{0,12}(?:通知|通知书|通报|函|(?<!清)单|令)$/u],
  ["task_table", /(?:分解表|任务表|清单|台账|分工表|一览表|责任表|计划表|安排表)$/u],
  ["work_plan", /(?:方案|要点|安排|计划|规划|分工|意见|措施|纲要|举措|行动|任务|部署|(?:任务|责任|目标)分解)$/u],
  ["notice", /(?:通知|通告|公告|函|通报)$/u],
];
const FEWEST_ARTICLES = 3;

/** What a document is. Where the title says nothing: a report when its headings speak of what was done, else a notice. */
export function kindOf(evidence: KindEvidence): DocumentKind {
  const articles = evidence.labels.filter((label) => /^第.+条(?:之.+)?$/u.test(label));
  if (articles.length >= FEWEST_ARTICLES) return "regulation";
  const bare = evidence.title.replace(/[（(][^（）()]*[）)]$/u, "").replace(/(?<![》”"])[》”"]+$/u, "");
  const byTitle = KINDS.find(([, end]) => end.test(bare))?.[0];
  if (byTitle !== undefined) return byTitle;
  return evidence.headings.some((heading) => /(?:工作|建设|完成|推进)[^，。]{0,12}(?:情况|成效|总结)$/u.test(heading)) ? "annual_report" : "notice";
}

/** The title of the text that a notice passes on: 关于印发《…》的通知, 关于转发…的通知. Undefined for a notice of its own. */
export function passedOnTitle(noticeTitle: string): string | undefined {
  const passing = /关于(?:认真)?(?:印发|转发|批转|公布|发布|下发|分解下达|调整)/u.exec(noticeTitle);
  const end = /的(?:通知|公告|函)$/u.exec(noticeTitle);
  const start = passing ? passing.index + passing[0].length : 0;
  if (!passing || !end || start >= end.index) return undefined;
  const words = noticeTitle.slice(start, end.index);
  const first = /^《([^《》]+)》(?:等|和|及|、)/u.exec(words)?.[1];
  return first ?? words.replace(/^[《“"]|[》”"]$/gu, "");
}
