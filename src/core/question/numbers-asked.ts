import { parseNumeral } from "../text/numerals.ts";

/** A task that a question names by number. */
export interface AskedNumber {
  /** `last` counts from the end: 最后一项 is 1 from the end. */
  readonly from: "start" | "end";
  readonly number: number;
  readonly printed: string;
  /** 个, 条 after a list mean its place in the list; 项 and (三) a place in the document. */
  readonly positional: boolean;
  readonly start: number;
  readonly end: number;
}

/** A section that a question names by number. */
export interface AskedSection {
  /** From the start; `-1` is the last one. */
  readonly number: number;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** The largest number that is taken for one: longer ones are no label that a document prints. */
const MAX_DIGITS = 12;
const NUMERAL = `[零一二三四五六七八九十百千〇两\\d]{1,${MAX_DIGITS}}`;
const PART = "大?(?:部[分份]|章节|章|块|板块|大项|大类|类|节|方面|篇|大任务)";

const RANGE = new RegExp(`第?(${NUMERAL})(?:项|条|个)?(?:到|至|-|~|—|～)第?(${NUMERAL})(项|条|个(?!月|部分|县|市|单位|部门))`, "gu");
/** (二)至(四) */
const LABEL_RANGE = new RegExp(`\\((${NUMERAL})\\)(?:项|条)?(?:到|至|-|~|—|～)\\((${NUMERAL})\\)(项|条)?`, "gu");
const ITEM = new RegExp(
  `(?<!排名|倒数|名列|位列|位居|[拿得排获争夺]了?|考了?)第(${NUMERAL})(?!${PART}|季度|批|次|轮|期|款|版|届|号|产业|三产|手|一责任|方|人|时间)(项|条|个任务|个|点|件|款|号|\\b|(?=[?。!,呢是说讲]|$|、第))`,
  "gu",
);
/** 清单里排第九的 */
const PLACED = new RegExp(`(?:清单|安排|方案|文件|任务)(?:里|中|当中)?(?:面|头)?排(?:在)?第(${NUMERAL})(?:位|个)?(?=的|是|讲|说|那|$|[?。!,])`, "gu");
const LIST_HEAD = new RegExp(`第(${NUMERAL})(?=(?:、|,|和|与|及)第?${NUMERAL}(?:项|条))`, "gu");
const LABEL = new RegExp(`\\((${NUMERAL})\\)(?:项|条|号)?`, "gu");
/** 排在二十四后头那一项: the number that a neighbour has. */
const BESIDE = new RegExp(`(?:排在|在)?(${NUMERAL})(?:项|条)?(?:的)?(?:后头|后面|后边|之后|前头|前面|前边|之前)(?:的)?(?:那|这)?(?:一)?(?:项|条|个)`, "gu");
const BARE = new RegExp(
  `(?<![\\d第年月日至到下上后前最那这面头边.〔\\[一二三四五六七八九十])(${NUMERAL})(?:号任务|号事项|项任务(?=是|说|讲|由|谁)|项(?=是什么|是啥|说|讲|的责任|的内容|谁|由谁|写|紧?[跟接挨]着|[前后][头面边])|条(?=是什么|是啥|说|讲|的责任|的内容|的任务|的名称|的标题|叫什么|写))`,
  "gu",
);
const AFTER_WORD = /(?:任务|条目|(?:编号|序号)(?:为|是)?)(?:第|:|号)?(\d{1,3}|(?<=号|为|是)[一二三四五六七八九十百]{1,5})(?!\d|项|条|个|家|年|月|日|还)/gu;
/** 任务10到12, 编号三至五: a range behind the word for what it counts. */
const WORD_RANGE = new RegExp(`(?:任务|事项|条目|编号|序号)(?:第)?(${NUMERAL})(?:到|至|-|~|—|～)(?:第)?(${NUMERAL})(?![\\d年月日次期])`, "gu");
/** 26和27这两条, 26、27项 */
const PAIR = new RegExp(
  `(?<![\\d第年月日.])(${NUMERAL})(?:和|、|与|跟|,)(${NUMERAL})(?:这|那)?(?:[两俩几三]|2|3)?(?:条|项|个任务|(?<=[俩两])个?(?!${PART}|单位|部门|县))(?!${PART})`,
  "gu",
);
/** 最前面那一项, 打头的一条 */
const OPENING =
  /(?:(?<![一二三四五六七八九十])头(?=一[个条项])|最前面|最前头|最开头|打头|开头|头里)(?:的)?(?:那|这)?一(?:项|条|个任务|个(?!月|季度|部分|单位|部门|县))/gu;
/** No.13, 序号13 */
const NUMERO = /(?:no\.?|№)\s?(\d{1,3})(?!\d)/gu;
const FROM_END = new RegExp(
  `(?:倒着?数?着?第(${NUMERAL})|(?:最后|最末|末尾|末了|最尾|收尾|压轴)(?:面|头)?(?:的)?(?:一|那一|那))(项|条|个任务|个|件)(?!${PART})`,
  "gu",
);
/** 前三项任务, 最后两条: a run from either end. */
const RUN = new RegExp(`(?<![之以])(?<end>前|头|开头|最前面?|最后|末尾|后)(?:的|面)?(?<count>${NUMERAL})(?:项|条|个任务|件)(?!以上|以内)`, "gu");
const LABEL_NUMERAL = "(?:[零一二三四五六七八九十百]{1,5}|\\d{1,3})";
const SECTION_PAIR = new RegExp(`第?(${LABEL_NUMERAL})(?:和|、|与|跟|,)第?(${LABEL_NUMERAL})(?:这|那)?(?:[两俩几三])?个?${PART}`, "gu");
const SECTION = new RegExp(
  `第(${NUMERAL})个?${PART}|(?:^|[^\\p{Script=Han}])(${NUMERAL})、(?![零一二三四五六七八九十\\d])(?=\\D)|(?:部[分份]|章)(${NUMERAL})(?![个\\d])`,
  "gu",
);

/** A range names at most so many tasks. */
const MAX_RANGE = 200;

/** 最后一个部分 */
const LAST_SECTION = new RegExp(`(?:最后|最末|末尾|压轴)(?:面|头)?(?:的)?(?:一|那)?个?${PART}`, "gu");

/** Most questions hold no number and need none of the patterns. 最后那项 is one without a numeral. */
const MAY_NAME_NUMBER = /[零一二三四五六七八九十百千〇两\d]|最[后末尾]|末[尾了]|收尾|压轴/u;

/** Tasks named by number, in every way of writing it: 第二十一项, 第21条, (二十一), 最后一项, 第三到第五项. */
export function findAskedNumbers(question: string): readonly AskedNumber[] {
  if (!MAY_NAME_NUMBER.test(question)) return [];
  const found: AskedNumber[] = [];
  const free = (start: number, end: number): boolean => !found.some((other) => start < other.end && other.start < end);
  const add = (numeral: string | undefined, from: "start" | "end", unit: string | undefined, match: RegExpExecArray): void => {
    const number = numeral === undefined ? 1 : parseNumeral(numeral);
    const start = match.index;
    const end = start + match[0].length;
    if (number !== undefined && free(start, end))
      found.push({ from, number, printed: match[0], positional: unit === "个" || unit === "条" || unit === "件" || unit === "点", start, end });
  };
  for (const { index, 0: printed, groups } of question.matchAll(RUN)) {
    const count = parseNumeral(groups?.["count"] ?? "");
    const from = /[后末]/u.test(groups?.["end"] ?? "") ? "end" : "start";
    if (count === undefined || count < 2 || count > MAX_RANGE) continue;
    const [start, end] = [index, index + printed.length];
    for (let place = 1; place <= count; place += 1)
      found.push({ from, number: from === "end" ? count + 1 - place : place, printed, positional: true, start, end });
  }
  const pairs: AskedNumber[] = [];
  for (const match of [...question.matchAll(RANGE), ...question.matchAll(LABEL_RANGE), ...question.matchAll(WORD_RANGE)]) {
    const [first, last] = [parseNumeral(match[1] ?? ""), parseNumeral(match[2] ?? "")];
    if (first === undefined || last === undefined || last <= first || last - first > MAX_RANGE) continue;
    const [start, end] = [match.index, match.index + match[0].length];
    for (let number = first; number <= last; number += 1)
      found.push({ from: "start", number, printed: `第${number}项`, positional: match[3] === "个" || match[3] === "条", start, end });
  }
  for (const match of question.matchAll(PAIR)) {
    const [start, end] = [match.index, match.index + match[0].length];
    for (const numeral of [match[1], match[2]]) {
      const number = parseNumeral(numeral ?? "");
      if (number !== undefined && free(start, end)) pairs.push({ from: "start", number, printed: `第${number}项`, positional: false, start, end });
    }
  }
  found.push(...pairs);
  for (const match of question.matchAll(FROM_END)) add(match[1], "end", match[2], match);
  for (const match of question.matchAll(BESIDE)) add(match[1], "start", "项", match);
  if (!/单位|部门|局|谁/u.test(question)) for (const match of question.matchAll(PLACED)) add(match[1], "start", "项", match);
  for (const match of question.matchAll(LIST_HEAD)) add(match[1], "start", "项", match);
  for (const match of question.matchAll(ITEM)) add(match[1], "start", match[2], match);
  for (const match of question.matchAll(LABEL)) add(match[1], "start", "项", match);
  for (const match of question.matchAll(BARE)) add(match[1], "start", "项", match);
  for (const match of question.matchAll(OPENING)) add("一", "start", match[0].endsWith("个") || match[0].endsWith("条") ? "个" : "项", match);
  for (const match of question.matchAll(NUMERO)) add(match[1], "start", "项", match);
  for (const match of question.matchAll(AFTER_WORD)) add(match[1], "start", "项", match);
  return found.sort((a, b) => a.start - b.start || (a.from === "end" ? b.number - a.number : a.number - b.number));
}

/** Sections named by number: 第五部分, 第三大块, and 三、 where it stands alone or before 里面. */
export function findAskedSections(question: string): readonly AskedSection[] {
  if (!MAY_NAME_NUMBER.test(question)) return [];
  const found: AskedSection[] = [];
  for (const match of question.matchAll(SECTION_PAIR)) {
    for (const numeral of [match[1], match[2]]) {
      const number = parseNumeral(numeral ?? "");
      if (number !== undefined) found.push({ number, printed: `第${numeral}部分`, start: match.index, end: match.index + match[0].length });
    }
  }
  if (found.length > 0) return found;
  for (const match of question.matchAll(LAST_SECTION)) found.push({ number: -1, printed: match[0], start: match.index, end: match.index + match[0].length });
  for (const match of question.matchAll(SECTION)) {
    const numeral = match[1] ?? match[2] ?? match[3];
    const number = numeral === undefined ? undefined : parseNumeral(numeral);
    if (number !== undefined) found.push({ number, printed: match[0].trim(), start: match.index, end: match.index + match[0].length });
  }
  return found;
}
