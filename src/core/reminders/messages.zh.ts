import { type CalendarDate, lastDayOfMonth, type OfficialDocument } from "../document/index.ts";
import type { Task } from "../ledger/task.ts";
import { toChineseNumeral } from "../text/numerals.ts";
import { sliceOf } from "../text/span.ts";
import type { Due } from "./dues.ts";
import type { Stage } from "./reminder.ts";

/** Every sentence of a reminder. */

export function digestTitle(tasks: number, day: CalendarDate): string {
  return `今日提醒：${tasks}项（${dayWords(day, day)}）`;
}

/** @param sendOnly whether the group only receives, and takes no commands */
export function digestFooter(sendOnly: boolean, left: number): string {
  const more = left > 0 ? `另有${left}项没有列出。` : "";
  return `${more}${sendOnly ? "要看全部或停止提醒，请联系发送提醒的办公室。" : "发 /due 本月 看本月到期的任务；发 /subscriptions 查看或停止提醒。"}`;
}

/** 《标题》（西政办〔2020〕20号） */
export function documentLine({ title, documentNumber }: OfficialDocument): string {
  return `《${title}》${documentNumber ? `（${documentNumber.printed}）` : ""}`;
}

/** 3. 认真落实领导干部学法用法制度 ⟦九、(三十三)⟧ */
export function taskLine(position: number, { title, path, ordinal }: Task): string {
  return `${position}. ${title === "" ? "" : `${title} `}⟦${path.join("") || `第${ordinal}项`}⟧`;
}

/** What an event of a calendar is called. */
export function taskName({ title, path, ordinal }: Task): string {
  return title === "" ? `${path.join("") || `第${ordinal}项`}到期` : title;
}

export function calendarName(whose: string | undefined): string {
  return whose === undefined ? "责任台账到期日" : `${whose}到期日`;
}

/** How the day of an event was computed. */
export function calendarRule(due: Due): string {
  const { each, lastDay } = RHYTHM[due.rhythm];
  return due.rhythm === "once"
    ? `到期日${isPrinted(due) ? "" : "（原文没有写日期，按这天算）"}。`
    : `${each}的任务，记在${isWholePeriod(due) ? lastDay : "原文写明的截止日"}。`;
}

export function quoteLine(quote: string): string {
  return `「${quote}」`;
}

/** How long there is, and the rule: why it is said today. */
export function stageLine(due: Due, stage: Stage, left: number, today: CalendarDate, isFreeDay: boolean): string {
  const passed = stage.kind === "overdue" ? "已经过了。如已办结，不必理会。" : undefined;
  return `${dueWords(due, today)}${passed ?? timeLeft(due, left, today, isFreeDay)}\n提醒规则：${ruleOf(due, stage, isFreeDay)}。`;
}

/** When a task is due that somebody asked for. */
export function dueLine(due: Due, left: number, today: CalendarDate, isFreeDay: boolean): string {
  return due.dueOn < today ? dueWords(due, today).replace(/，$/u, "。") : `${dueWords(due, today)}${timeLeft(due, left, today, isFreeDay)}`;
}

/** 9月30日到期， or 第三季度9月30日结束， or 10月28日截止， where the words name a day of the period */
function dueWords(due: Due, today: CalendarDate): string {
  const day = dayWords(due.dueOn, today);
  if (due.rhythm === "once") return `${day}到期${isPrinted(due) ? "" : "（原文没有写日期，按这天算）"}，`;
  return isWholePeriod(due) && due.rhythm !== "monthly" ? `${periodName(due)}${day}结束，` : `${day}截止，`;
}

function timeLeft({ dueOn }: Due, left: number, today: CalendarDate, isFreeDay: boolean): string {
  if (dueOn === today) return "就是今天。";
  if (left > 0) return `还有${left}个工作日。`;
  return `${isFreeDay ? "当天放假，" : ""}今天是最后一个工作日。`;
}

function ruleOf(due: Due, stage: Stage, isFreeDay: boolean): string {
  switch (stage.kind) {
    case "before":
      return `到期前${stage.workingDays}个工作日提醒`;
    case "today":
      return isFreeDay ? "到期日放假，提前到放假前最后一个工作日提醒" : "到期当天提醒";
    case "overdue":
      return "到期后第一个工作日提醒一次，以后不再提醒";
    case "first":
      return due.isRunning ? `${RHYTHM[due.rhythm].each}的任务，印发后第一个工作日提醒` : `${RHYTHM[due.rhythm].each}的任务，${startOf(due)}第一个工作日提醒`;
    case "last":
      return `${RHYTHM[due.rhythm].each}的任务，${isWholePeriod(due) ? RHYTHM[due.rhythm].end : "截止"}前${stage.workingDays}个工作日再提醒`;
  }
}

interface RhythmWords {
  readonly each: string;
  readonly start: string;
  readonly end: string;
  readonly lastDay: string;
  /** In months. */
  readonly length: number;
}

const RHYTHM: Readonly<Record<Due["rhythm"], RhythmWords>> = {
  once: { each: "", start: "", end: "", lastDay: "", length: 0 },
  monthly: { each: "每月", start: "当月", end: "月底", lastDay: "月底", length: 1 },
  quarterly: { each: "每季度", start: "季度", end: "季度结束", lastDay: "季度最后一天", length: 3 },
  "half-yearly": { each: "每半年", start: "半年", end: "半年结束", lastDay: "半年最后一天", length: 6 },
  yearly: { each: "每年", start: "年度", end: "年底", lastDay: "年底", length: 12 },
};

/** 季度; 5月 where the words name the month alone. */
function startOf({ rhythm, from }: Due): string {
  const isNamedMonth = rhythm === "yearly" && from !== undefined && !from.endsWith("-01-01");
  return isNamedMonth ? `${Number(from.slice(5, 7))}月` : RHYTHM[rhythm].start;
}

/** 第三季度, 上半年, 全年到 */
function periodName({ rhythm, dueOn }: Due): string {
  const month = Number(dueOn.slice(5, 7));
  if (rhythm === "quarterly") return `第${"一二三四"[Math.ceil(month / 3) - 1] ?? ""}季度`;
  if (rhythm === "half-yearly") return `${month <= 6 ? "上" : "下"}半年`;
  return "全年到";
}

/** Whether the period ends with its month, quarter, half or year, and not at a day that the words name. */
function isWholePeriod({ rhythm, dueOn }: Due): boolean {
  const [year = 0, month = 0] = dueOn.split("-").map(Number);
  return month % RHYTHM[rhythm].length === 0 && dueOn === lastDayOfMonth(year, month);
}

/** Whether the words themselves name the month. 年底前 and 第三季度 do not. */
function isPrinted({ document: { source }, clauses, dueOn }: Due): boolean {
  const month = Number(dueOn.slice(5, 7));
  return clauses.some((clause) => {
    const words = sliceOf(source, clause).normalize("NFKC");
    return (
      new RegExp(`(?<![0-9])0?${month}月|(?<!\\p{Script=Han})${toChineseNumeral(month)}月|年${toChineseNumeral(month)}月`, "u").test(words) ||
      DAY_IN_FIGURES.test(words)
    );
  });
}
/** 2024.9.30, 9/30 */
const DAY_IN_FIGURES = /(?<![0-9])[0-9]{1,2}[./-][0-9]{1,2}(?![0-9])/u;

/** 9月30日; with its year where that is not this year. */
export function dayWords(date: CalendarDate, today: CalendarDate): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return `${date.slice(0, 4) === today.slice(0, 4) ? "" : `${year}年`}${month}月${day}日`;
}

/** @param day when it should have been said */
export function caughtUp(day: CalendarDate, today: CalendarDate): string {
  return `本应${dayWords(day, today)}提醒，当时没有发出，今天补发。`;
}
