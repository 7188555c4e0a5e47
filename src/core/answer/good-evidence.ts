import { CUES } from "../question/patterns.ts";
import type { PassagesQuery } from "../question/query.ts";
import { matchText } from "../search/match-text.ts";
import { type Span, sliceOf } from "../text/span.ts";
import type { FoundPassages } from "./context.ts";
import type { Evidence } from "./passage-evidence.ts";

/** Below this share of the question's words, a passage is near and no answer. */
const MIN_COVERAGE = 0.45;
/** A passage that stands out from every other may hold less. */
const MIN_COVERAGE_ALONE = 0.42;
const STANDS_OUT = 0.12;
/** The sentence with its headings must itself hold this share. */
const MIN_OWN = 0.3;
const MIN_OWN_PLACED = 0.2;
/** Side by side, and about what was just shown, less is enough: the place is given. */
const MIN_PLACED = 0.3;
/** Where circumstances were set aside, what is found must still be this much of the whole question, or weigh as much as a rare word. */
const MIN_FULL_SHARE_SURE = 0.45;
/** Or where a long official term stands in the sentence, most of what was not set aside. */
const MIN_COVERAGE_KNOWN = 0.6;
const MIN_FULL_SHARE = 0.15;
const MIN_FULL_WEIGHT = 1.7;

/**
 * Why evidence is not enough to answer by.
 * - `share` the passage holds too little of the question
 * - `sentence` no sentence of it, with its headings, holds enough by itself
 * - `circumstance` enough of what was recognised, too little of the whole question
 * - `figure` no figure in the measure asked; `year` a figure of another year; `noun` nothing of what is counted
 */
export type Shortcoming = "share" | "sentence" | "circumstance" | "figure" | "year" | "noun";

/** The evidence that is enough to answer by: a share of the question's words, less where one passage stands out. */
export function goodEvidence(evidence: readonly Evidence[], query: PassagesQuery, found: FoundPassages): readonly Evidence[] {
  const alone = standsOut(evidence) ? evidence[0] : undefined;
  return evidence.filter((one) => shortcomingOf(one, query, one === alone, found) === undefined);
}

/** Whether the best passage is far better than every other. */
export function standsOut(evidence: readonly Evidence[]): boolean {
  const [best] = evidence;
  const second = evidence.find(({ passage }) => passage.node !== best?.passage.node || passage.documentId !== best.passage.documentId);
  return best !== undefined && best.score - (second?.score ?? 0) >= STANDS_OUT;
}

/** The share of the question, 0 to 1, that a passage must hold; `alone` where it stands out. */
export function leastShare(query: PassagesQuery, alone: boolean): number {
  return query.least ?? (isPlaced(query) ? MIN_PLACED : alone ? MIN_COVERAGE_ALONE : MIN_COVERAGE);
}

function isPlaced(query: PassagesQuery): boolean {
  return query.compare || query.within !== undefined || query.quoted.length > 0;
}

/** What evidence lacks; undefined where it is enough to answer by. */
export function shortcomingOf(
  { coverage, full, own, figure, document, passage, span }: Evidence,
  query: PassagesQuery,
  alone: boolean,
  { everyday }: FoundPassages,
): Shortcoming | undefined {
  const placed = isPlaced(query);
  if (coverage < leastShare(query, alone)) return "share";
  if (own < (placed ? MIN_OWN_PLACED : MIN_OWN)) return "sentence";
  const known = coverage >= MIN_COVERAGE_KNOWN && saysOfficially(document, span, everyday);
  if (!placed && !known && full.share < MIN_FULL_SHARE_SURE && (full.share < MIN_FULL_SHARE || full.weight < MIN_FULL_WEIGHT)) return "circumstance";
  if (!placed && !holdsKind(document, passage, query)) return "noun";
  if (query.within === undefined && CUES.standing.pattern.test(query.words) && !STANDING_SAID.test(sliceOf(document.source, span))) return "noun";
  if (!placed && !holdsTime(document, span, query)) return "noun";
  if (query.wanted !== "figure" || query.each || query.compare) return undefined;
  if (figure === undefined) return "figure";
  if (!isOfYear(document, span, query)) return "year";
  return holdsNoun(document, passage, query, everyday) ? undefined : "noun";
}

/** An official term of this length is no chance: 拖欠农民工工资 for 欠薪. */
const SURE_TERM_CHARACTERS = 5;

/** Whether a sentence has, to the letter, a long official term for an everyday phrase of the question. */
function saysOfficially(document: Evidence["document"], span: Span, everyday: FoundPassages["everyday"]): boolean {
  const sentence = matchText(sliceOf(document.source, span));
  return everyday.some(({ official }) => official.some((term) => term.length >= SURE_TERM_CHARACTERS && sentence.includes(matchText(term))));
}

/** A figure of a year that the document is not of must stand in a sentence that names that year. */
function isOfYear(document: Evidence["document"], span: Span, { years }: PassagesQuery): boolean {
  if (years.length === 0 || document.year === undefined || years.includes(document.year)) return true;
  return years.some((year) => sliceOf(document.source, span).includes(String(year)));
}

/** What a sentence must say to answer who came first or was honoured. */
const STANDING_SAID =
  /第[一二三四五六七八九十\d]{1,3}名|排名|位列|位居|名列|评为|评选为|荣获|获评|授予|表彰|表扬|(?:先进|优秀)(?:单位|集体|个人|县|乡镇|等次)|垫底|末位|通报批评|最[多少好差高低]/u;

/** 每季度, 10日内: a rhythm or a stretch of time, without which no sentence says how often or how long. */
const PERIOD =
  /每(?:个)?(?:季|月|年|半年|周|天|日|次|届|期)|按(?:季度|月|年)|逐[年月日]|全年|定期|不定期|动态|随时|[一二两三四五六七八九十\d](?:个)?(?:工作日|小时|分钟|天|日|周|月|季度|年|次|期|届|修)|年度|季度|常态/u;

/** 打官司一般要多久: how long, not how often. */
const DURATION_ASKED = /(?:要|得|需要?|花|用|等|拖|走|期限|时限|期)(?:是|有|为)?(?:多久|多长时间|多长|几天|几个月|几年)(?!\p{Script=Han}{0,8}一[次回遍场期])/u;
const DURATION = /[一二两三四五六七八九十\d](?:个)?(?:工作日|小时|分钟|天|日(?:内|之内|以内)|周|月(?:内|之内|以内))|年内/u;

/** Whether a sentence says how often, or how long where that is asked. */
function holdsTime(document: Evidence["document"], span: Span, { wanted, words }: PassagesQuery): boolean {
  const sentence = sliceOf(document.source, span);
  if ((wanted === "frequency" || wanted === "date") && DURATION_ASKED.test(words)) return DURATION.test(sentence);
  return wanted !== "frequency" || PERIOD.test(sentence);
}

/** 要哪些材料, 期限是多久: the kind of thing that is asked for. */
const KIND =
  /(?:什么|哪些|啥)(材料|手续|证件|条件|流程|标准|补贴|待遇|资料)|(期限|时限|标准|费用|年限|利息|补偿|报酬|寿命|刑期)(?:是|有|为|要)?(?:多久|多长|多少|几个?[天年月]|什么|怎么)/u;

/** 复议案件胜诉率, 合格率是多少 */
const RATE = /(\p{Script=Han}{2}率)(?:是|有|为|达到?)?(?:多少|怎么样|几成|高不高)?[?。!]*$/u;

/** A passage that never speaks of material is no answer to which material. */
function holdsKind(document: Evidence["document"], { span, headings }: Evidence["passage"], { words }: PassagesQuery): boolean {
  const asked = KIND.exec(words);
  const kind = asked?.[1] ?? asked?.[2] ?? RATE.exec(words)?.[1];
  return kind === undefined || matchText(`${headings.join(" ")} ${sliceOf(document.source, span)}`).includes(kind);
}

/** The noun behind the measure word, at the end of its clause. */
const COUNTED =
  /(?:多少|几)(?:个|家|名|位|项|件|条|次|场|期|起|种|辆|处|批|户|宗|所|座|份|张|笔|亩|块)?(?!人次|场次|批次|号人|口人)(\p{Script=Han}{1,5}?)[的了呢啊吗吧呀]*(?:$|[^\p{Script=Han}])/u;

/** What is counted must be in the passage: 多少补贴 is not answered by how many people there are. */
function holdsNoun(
  document: Evidence["document"],
  { span, headings }: Evidence["passage"],
  query: PassagesQuery,
  everyday: FoundPassages["everyday"],
): boolean {
  if (query.measure === "元" || query.measure === "%") return true;
  const noun = COUNTED.exec(query.words)?.[1];
  const head = noun?.slice(-2);
  if (head === undefined || head.length < 2 || everyday.some(({ printed }) => printed.includes(head) || head.includes(printed))) return true;
  return matchText(`${headings.join(" ")} ${sliceOf(document.source, span)}`).includes(head);
}
