import { addDays, addMonths, type CalendarDate, lastDayOfMonth, toCalendarDate } from "../document/index.ts";
import { parseNumeral } from "../text/numerals.ts";
import type { Recurrence } from "./task.ts";

/** What a deadline without a date of its own counts from. */
export interface DeadlineContext {
  /** The document's year (contract `import.md`, rule 13); undefined leaves months and days without a date. */
  readonly year: number | undefined;
  readonly issuedOn: CalendarDate | undefined;
}

/** What a phrase says. `impossible`: it prints a date that no calendar has. */
export interface DeadlineMeaning {
  readonly dueOn?: CalendarDate | undefined;
  readonly recurring?: Recurrence;
  readonly minCount?: number | undefined;
  readonly ongoing?: true;
  readonly immediate?: true;
  readonly impossible?: boolean;
}

export type Groups = Readonly<Record<string, string | undefined>>;

/** A form of deadline. `loose` holds only in a field such as 完成时限:…, where a bare 6月 or 长期 is a deadline too. */
export interface DeadlinePattern {
  readonly pattern: RegExp;
  readonly loose?: RegExp;
  readonly read: (groups: Groups, context: DeadlineContext) => DeadlineMeaning;
}

const NUMBER = "[0-9０-９一二三四五六七八九十]";
const YEAR = "(?:(?<year>(?:[0-9０-９]{4}|[〇○零一二三四五六七八九]{4}))\\s*年|(?<near>今年|本年|当年|明年|次年|翌年))?\\s*";
const BEFORE = "(?:之前|以前|前)";
const NOT_AFTER_NUMBER = "(?<![0-9０-９一二三四五六七八九十个])";
const COUNT = `(?:[^，,。；;：:、]{0,12}?(?:不少于|不低于|至少)[^，,。；;：:、0-9０-９一二三四五六七八九十]{0,8}?(?<count>${NUMBER}{1,4})\\s*(?:次|期|场|天)(?!以内))?`;

/** A bare quarter or month is a deadline where something is done by then: 第三季度完成 */
const DONE_THEN = "(?:前?全部|全面|基本|正式|如期)?(?:完成|建成|竣工|投入(?:使用|运营)|投用|投运|完工|启用|挂牌|达产|印发|出台|上线|启动|开工|验收|交付)";

/** Forms of deadlines, contract `import.md`, rules 12–14. Where two match at one place the longer counts. */
export const DEADLINE_PATTERNS: readonly DeadlinePattern[] = [
  {
    pattern: new RegExp(
      `每个?(?<period>月|季度|季(?!节)|半年|年度?(?!龄))(?:末|底)?(?:(?:${NUMBER}{1,3})?月)?(?:末|底|${NUMBER}{1,3}[日号])?${BEFORE}?${COUNT}`,
      "u",
    ),
    read: (groups) => ({ recurring: recurrenceOf(groups["period"]), minCount: numeral(groups["count"]) }),
  },
  {
    pattern: new RegExp(`按(?<period>月|季度|季(?!节)|半年)(?!内)${COUNT}`, "u"),
    read: (groups) => ({ recurring: recurrenceOf(groups["period"]), minCount: numeral(groups["count"]) }),
  },
  {
    pattern: new RegExp(
      `(?:全年|一年)${COUNT.slice(0, -1)}|全年[^，,。；;：:、]{0,12}?(?:不少于|不低于|至少)[^，,。；;：:、0-9０-９一二三四五六七八九十]{0,8}?${NUMBER}[0-9０-９一二三四五六七八九十百千万]{0,6}\\s*(?!万?(?:人|户|名|亩|吨|元|公里|平方)|[0-9０-９%％.．])[部届轮批篇集个件份场项家条]`,
      "u",
    ),
    read: (groups) => ({ recurring: "yearly", minCount: numeral(groups["count"]) }),
  },
  {
    pattern: new RegExp(
      `${NOT_AFTER_NUMBER}${YEAR}(?<month>${NUMBER}{1,3})\\s*月(?:\\s*(?<day>${NUMBER}{1,3})\\s*[日号])?\\s*(?:至|到|—+|－|-|~|～)\\s*(?:(?<year2>[0-9０-９]{4})\\s*年|(?<near2>次年|明年|翌年))?\\s*(?:(?<month2>${NUMBER}{1,3})\\s*月(?:份)?(?:\\s*(?<day2>${NUMBER}{1,3})\\s*[日号]|(?<part2>底|末|[上中下]旬))?|(?<dayOnly>${NUMBER}{1,3})\\s*[日号])${BEFORE}?`,
      "u",
    ),
    read: readPeriod,
  },
  {
    pattern: new RegExp(`${NOT_AFTER_NUMBER}${YEAR}(?<month>${NUMBER}{1,3})\\s*月\\s*(?<day>${NUMBER}{1,3})\\s*[日号]\\s*${BEFORE}`, "u"),
    loose: new RegExp(`${NOT_AFTER_NUMBER}${YEAR}(?<month>${NUMBER}{1,3})\\s*月\\s*(?<day>${NUMBER}{1,3})\\s*[日号](?!\\s*起)`, "u"),
    read: (groups, context) => dated(yearOf(groups, context), numeral(groups["month"]), numeral(groups["day"])),
  },
  {
    pattern: new RegExp(
      `${NOT_AFTER_NUMBER}${YEAR}(?<month>${NUMBER}{1,3})\\s*月(?:份)?(?:(?<part>底|末|[上中下]旬)${BEFORE}?|${BEFORE}|(?=${DONE_THEN}))`,
      "u",
    ),
    loose: new RegExp(`${NOT_AFTER_NUMBER}${YEAR}(?<month>${NUMBER}{1,3})\\s*月(?:份)?(?!\\s*(?:起|${NUMBER}))`, "u"),
    read: (groups, context) => monthPart(yearOf(groups, context), numeral(groups["month"]), groups["part"]),
  },
  {
    // 动员阶段（2024年1月）
    pattern: new RegExp(`(?<=[（(]\\s*)${YEAR}(?<month>${NUMBER}{1,3})\\s*月(?:份)?(?=\\s*[）)])`, "u"),
    read: (groups, context) => monthPart(yearOf(groups, context), numeral(groups["month"]), undefined),
  },
  {
    pattern: new RegExp(
      `${YEAR}第?(?<quarter>[一二三四1-4１-４])季度(?:(?:末|底|内|结束)${BEFORE}?|(?=${DONE_THEN}))|${YEAR.replaceAll("<", "<q")}第?(?<qquarter>[一二三四1-4１-４])季度${BEFORE}`,
      "u",
    ),
    loose: new RegExp(`${YEAR}第?(?<quarter>[一二三四1-4１-４])季度`, "u"),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`(?<![每去前])${YEAR}(?<half>[上下])半年度?(?:末|底|内)?${BEFORE}?`, "u"),
    read: (groups, context) => monthPart(yearOf(groups, context), groups["half"] === "上" ? 6 : 12, undefined),
  },
  {
    pattern: new RegExp(`(?<year>[0-9０-９]{4})\\s*年(?:年?[底末]|内)?${BEFORE}|(?<yearA>[0-9０-９]{4})\\s*年(?:年?[底末]|内)`, "u"),
    loose: /(?<year>[0-9０-９]{4})\s*年度?(?!\s*[0-9０-９起])/u,
    read: (groups) => monthPart(numeral(groups["year"] ?? groups["yearA"]), 12, undefined),
  },
  {
    pattern: new RegExp(`(?<near>今|本|当|明|次)?(?<![0-9０-９〇零一二三四五六七八九十两几半多每])年度?(?:内|[底末]${BEFORE}?(?!考核|总结|述职))`, "u"),
    loose: /全年(?!推进|坚持|开展)|(?<near>今|本|当|明|次)年度?(?:内|[底末])?/u,
    read: (groups, context) => monthPart(yearOf(groups, context), 12, undefined),
  },
  {
    pattern: new RegExp(
      `自?(?:本[\\p{Script=Han}]{2,4})?(?:印发|发布|公布|下发|发文)之日起\\s*(?<days>${NUMBER}{1,3})\\s*(?<unit>个?工作日|日|天|个月)(?:之?内)?`,
      "u",
    ),
    read: (groups, context) => ({ dueOn: counted(context.issuedOn, numeral(groups["days"]), groups["unit"]) }),
  },
  {
    pattern: new RegExp(
      `(?:自|在|于)?(?:收到|接到)(?:本|该)?(?:[\\p{Script=Han}]{0,4}(?:通知|通知书|通报|文件|函|单))?(?:之日起|之日|后|起)\\s*${NUMBER}{1,3}\\s*(?:个?工作日|日|天|个月)(?:之?内)?`,
      "u",
    ),
    read: () => ({}),
  },
  {
    pattern:
      /(?:长期|常年)坚持(?=\s*(?:[，,。；;）)]|$))|(?<=(?:^|[，,。；;：:（(])\s*)(?:长期|常年)坚持(?=(?:开展|做好|抓好|落实|实施|推进|组织|进行|执行|不懈))|(?<=(?:^|[，,。；;：:（(、])\s*)(?:长期坚持|长期推进|长期落实|常年坚持|常态化推进|常态化开展|持续推进|持续开展|持续用力|全年推进)(?=\s*(?:[。；;）)]|$))/u,
    loose: /长期|常年|持续|常态|全年推进|全年坚持|全年开展|贯穿全年/u,
    read: () => ({ ongoing: true }),
  },
  {
    pattern: /立行立改|即知即改|立查立改|边查边改|立整立改|立即整改/u,
    loose: /立即|马上|即时|即行|随时/u,
    read: () => ({ immediate: true }),
  },
  {
    pattern: /(?:春节|元旦|国庆节?|中秋节?|端午节?|清明节?|五一(?:劳动节)?|汛期|主汛期|入冬|开学|高考)(?:到来)?(?:之前|以前|前)|汛前|节前/u,
    read: () => ({}),
  },
];

function recurrenceOf(period: string | undefined): Recurrence {
  if (period === "月") return "monthly";
  if (period === "半年") return "half-yearly";
  return period?.startsWith("季") ? "quarterly" : "yearly";
}

function numeral(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseNumeral(text);
}

function yearOf(groups: Groups, context: DeadlineContext): number | undefined {
  const printed = numeral(groups["year"]);
  if (printed !== undefined) return printed;
  return context.year !== undefined && /^[明次翌]/u.test(groups["near"] ?? "") ? context.year + 1 : context.year;
}

/** A leap year stands in for an unknown one, to tell a date that no year has. */
const SOME_LEAP_YEAR = 2000;

function dated(year: number | undefined, month: number | undefined, day: number | undefined): DeadlineMeaning {
  if (month === undefined || day === undefined || toCalendarDate(year ?? SOME_LEAP_YEAR, month, day) === undefined) return { impossible: true };
  return { dueOn: year === undefined ? undefined : toCalendarDate(year, month, day) };
}

function monthPart(year: number | undefined, month: number | undefined, part: string | undefined): DeadlineMeaning {
  if (part === "上旬") return dated(year, month, 10);
  if (part === "中旬") return dated(year, month, 20);
  if (month === undefined || month < 1 || month > 12) return { impossible: true };
  return { dueOn: year === undefined ? undefined : lastDayOfMonth(year, month) };
}

function readQuarter(groups: Groups, context: DeadlineContext): DeadlineMeaning {
  const quarter = numeral(groups["quarter"] ?? groups["qquarter"]);
  return monthPart(
    yearOf({ year: groups["year"] ?? groups["qyear"], near: groups["near"] ?? groups["qnear"] }, context),
    quarter === undefined ? undefined : quarter * 3,
    undefined,
  );
}

/** A period is due at its end; an end month before the start month is in the next year. */
function readPeriod(groups: Groups, context: DeadlineContext): DeadlineMeaning {
  const year = yearOf(groups, context);
  const [month, endMonth] = [numeral(groups["month"]), numeral(groups["month2"] ?? groups["month"])];
  const printed = numeral(groups["year2"]);
  const runsOver = groups["near2"] !== undefined || (endMonth ?? 0) < (month ?? 0);
  const endYear = printed ?? (year !== undefined && runsOver ? year + 1 : year);
  const day = numeral(groups["day2"] ?? groups["dayOnly"]);
  const begins = groups["day"] === undefined ? monthPart(year, month, undefined) : dated(year, month, numeral(groups["day"]));
  if (begins.impossible) return begins;
  return day === undefined ? monthPart(endYear, endMonth, groups["part2"]) : dated(endYear, endMonth, day);
}

/** Days counted from the day after a date; workdays need a calendar of holidays and give none. */
function counted(from: CalendarDate | undefined, count: number | undefined, unit: string | undefined): CalendarDate | undefined {
  if (from === undefined || count === undefined || unit?.endsWith("工作日")) return undefined;
  return unit === "个月" ? addMonths(from, count) : addDays(from, count);
}
