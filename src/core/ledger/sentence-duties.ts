import type { Span } from "../text/span.ts";
import { type Named, namedInProse } from "./named-in-prose.ts";
import type { Assignment, CollectiveAssignment, Role } from "./task.ts";
import { roleOfVerb } from "./unit-entries.ts";
import type { NameReader } from "./unit-list.ts";

/** What the sentences of a part say of who acts. */
export interface SentenceDuties {
  readonly assignments: readonly Assignment[];
  readonly collective: readonly CollectiveAssignment[];
  /** True where they are only told what to do (各乡镇要高度重视), by no word of duty such as 牵头, 负责, 由. */
  readonly onlyTold: boolean;
}

const ADVERBS = "(?:要|应当?|须|必须|将|具体|共同|分别|密切|积极|主动|全力|认真|予以|给予|做好|按(?:照)?(?:各自)?(?:职责(?:分工)?|分工)|各自)";
const OPEN_END = "(?:等(?:有关|相关)?(?:部门|单位)?)?";
/** What follows a unit that is the subject of a duty: 由县住建局牵头, 县财政局予以支持. Not 县司法局负责人. */
const ROLE_AFTER = new RegExp(
  `^${OPEN_END}${ADVERBS}{0,3}(?<verb>牵头|负责(?!人|同志)|承办|承担|配合|协助|协办|协同|参与|参加|支持|支援|(?:予以|给予|做好)保障|督办|落实|组织(?:实施|开展|力量))`,
  "u",
);
const TOLD_AFTER = new RegExp(`^${OPEN_END}(?:要(?!求|点|件|素|闻|案)|应当|应(?=[加认及在于对按将依严主逐])|须(?!知)|必须|将(?!军|来))`, "u");
const TOGETHER_AFTER = /^(?:要|应当?|须)?(?:会同|联合)/u;
/** Times and verbs that make a duty of a unit only where it begins a clause: ,县市场监管局依法查处 · 县信访局每月汇总 */
const SUBJECT_OF =
  /^(?:对[^，,。；;]{2,24}?(?:开展|进行|实施|组织|加强|予以|督)|按(?:照)?(?:各自)?(?:职责)?分工|广泛|深入|大力|扎实|持续|全面|认真|切实|严格|积极|主动|进一步|每(?:月|季|半年|年|周|[日天])|按(?:月|季|半年|周|年)|定期|及时|适时|依法|统一|逐[一户个级项]|[上下]半年|年内|年底前|[于在](?=[0-9０-９一二三四五六七八九十]{1,4}[年月]|[上下]半年|年底)|加强|开展|做好|制定|完成|抓好|强化|推进|组织|编制|建立|健全|完善|印发|出台|汇总|公布|公开|审核|审查|督促|指导|统筹|协调|监督|检查|督查|收集|提供|保障|安排|实施|建设|改造|修订|修复|更换|整治|清理|排查|查处|受理|办理|调度|跟踪|验收|考核|评估|发布|报送|上报|报告|反馈|答复|接收|移送|处置|处理|核实|研判|提出|梳理|研究|召开|举办|采购|拨付|筹措)/u;
/** After a unit that begins a sentence: words that describe it, or make it part of a name, and tell nothing to do. */
const TELLS_NOTHING =
  /^(?:[的、和与及等是为系属位现共存尚仍较因由从曾均]|主要(?:负责|领导)|负责(?:人|同志)|工作人员|班子|干部|职工|有关|相关|内部|下属|下设|作为|成为|对[^，,。；;]{2,20}(?:不|未)|自[^，,。；;]{2,12}(?:以来|后))/u;
const SENTENCE_BEFORE = /(?:^|[。；;：:\r\n])\s*$/u;
const CLAUSE_BEFORE = /(?:^|[。；;：:，,\r\n])\s*$/u;
const GIVEN_BEFORE = /(?:^|[。；;：:，,、）)\r\n]|\p{Script=Han})(?:由|请)$/u;
/** What was done, or was not done well, is no duty. */
const DONE = /[了过]|已|不(?:到位|力|够|严|足|及时|规范|彻底|实|清|全|高)|滞后|缺失|缓慢|未|没有|流于形式/u;
/** Whom or what a unit acts upon may well have done badly: 对进度滞后的乡镇进行督导 */
const OBJECT_AFTER = /^对[^，,。；;]{2,20}?的/u;
/** A short name that is defined right after the name of one that acts: 市防汛抗旱指挥部办公室（以下简称市防办）负责… */
const DEFINITION = /^[（(](?:以下)?(?:统一)?(?:简称|统称|称)[^（）()]{1,30}[）)]/u;
/** Of a word of duty only what is over makes none: 牵头推进的道路已完工 */
const FINISHED = /已(?!有|知)|了(?!解)/u;
/** A unit after one of these is a recipient or a means (contract `import.md`, rule 9). */
const OBJECT_BEFORE =
  /(?:覆盖|面向|惠及|走访|深入|抽查|检查|考核|约谈|下达|下发|发至|延伸至|分解到|赴|为(?<!单位为|部门为)|将|把|报|报送|报经|送|向|经|依托|通报|抄送|移交|联系|对|督促|指导|提请|报请|设在|配合|协助|支持|给|交|转|函告|告知)$/u;
const DAILY_AFTER = /^[^，,。；;]{0,12}日常(?:工作|事务|协调|运转|联络)/u;
/** Where an office sits and what it does there is no task (contract `import.md`, rule 3). */
const SEAT = /设在|下设[^。，,]{0,12}办公室|办公室主任由/u;
const ALL_RECIPIENTS = /各(?:级|地|单位|部门)/u;
const JOINED = /^(?:、|和|及|与|以及)$/u;

/** Duties that the sentences of a task give to units and groups, for parts where no 责任单位 names any. Each unit once, in its first role. */
export function findSentenceDuties(source: string, span: Span, names: NameReader): SentenceDuties {
  const text = withoutSeats(source.slice(span.start, span.end));
  const named = namedInProse(text, names);
  const assignments: Assignment[] = [];
  const collective: CollectiveAssignment[] = [];
  const demands = new Set<number>();
  let onlyTold = true;
  for (let index = 0; index < named.length; ) {
    const chain = chainFrom(text, named, index);
    index += chain.length;
    const duty = dutyOfChain(text, chain, assignments.length + collective.length > 0);
    if (!duty) continue;
    if (!duty.told) onlyTold = false;
    for (const { unit, name, printed, start, end } of chain) {
      if (unit === undefined || assignments.some((other) => other.unit === unit)) continue;
      assignments.push({ unit, name, role: duty.role, printed, span: { start: span.start + start, end: span.start + end }, inferred: true });
    }
    for (const group of groupsIn(chain)) {
      const place = { start: span.start + group.start, end: span.start + group.end };
      if (duty.told) demands.add(place.start);
      collective.push({ printed: source.slice(place.start, place.end), role: duty.role, span: place });
    }
  }
  // A requirement to everybody (各级各部门要…) beside units that are named gives nobody a duty.
  return {
    assignments,
    collective: collective.filter(({ printed, span: { start } }) => !(assignments.length > 0 && demands.has(start) && ALL_RECIPIENTS.test(printed))),
    onlyTold,
  };
}

/** The text with the sentences about an office's seat blanked, so that offsets stay. */
function withoutSeats(text: string): string {
  if (!SEAT.test(text)) return text;
  return text
    .split(/(?<=[。\r\n])/u)
    .map((sentence) => (SEAT.test(sentence) ? `${"\uFFFC".repeat(sentence.length - 1)}${sentence.at(-1) ?? ""}` : sentence))
    .join("");
}

interface ChainDuty {
  readonly role: Role;
  /** Only told what to do (要, 应当), by no word of duty. */
  readonly told: boolean;
}

function dutyOfChain(text: string, chain: readonly Named[], hasOthers: boolean): ChainDuty | undefined {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return undefined;
  const before = text.slice(Math.max(0, first.start - 4), first.start);
  const after = text
    .slice(last.end, last.end + 80)
    .replace(DEFINITION, "")
    .slice(0, 40);
  if (hasOthers && /(?:会同|联合)$/u.test(before)) return { role: "support", told: false };
  if (OBJECT_BEFORE.test(before)) return undefined;
  const verb = ROLE_AFTER.exec(after)?.groups?.["verb"];
  const clause = /^[^，,。；;\r\n]*/u.exec(after)?.[0] ?? "";
  if (verb !== undefined) return DAILY_AFTER.test(after) || FINISHED.test(clause) ? undefined : { role: roleOfVerb(verb), told: false };
  if (TOGETHER_AFTER.test(after)) return { role: "responsible", told: false };
  if (GIVEN_BEFORE.test(before) && /^\p{Script=Han}/u.test(after)) return { role: "responsible", told: false };
  const isTold = TOLD_AFTER.test(after) || (isSubject(before, after) && !DONE.test(clause.replace(OBJECT_AFTER, "")));
  return isTold ? { role: "responsible", told: true } : undefined;
}

/** Whether a unit before these words is told to do something: at the start of a sentence by any verb, after a comma by one that is known. */
function isSubject(before: string, after: string): boolean {
  if (CLAUSE_BEFORE.test(before) && SUBJECT_OF.test(after)) return true;
  return SENTENCE_BEFORE.test(before) && /^\p{Script=Han}{2}/u.test(after) && !TELLS_NOTHING.test(after);
}

/** Groups of a chain, those side by side as one. */
function groupsIn(chain: readonly Named[]): readonly Span[] {
  const groups: { start: number; end: number; index: number }[] = [];
  chain.forEach(({ unit, start, end }, index) => {
    if (unit !== undefined) return;
    const last = groups.at(-1);
    if (last?.index === index - 1) Object.assign(last, { end, index });
    else groups.push({ start, end, index });
  });
  return groups;
}

/** Names side by side with 、 or 和 between them. */
function chainFrom(text: string, named: readonly Named[], index: number): readonly Named[] {
  let end = index + 1;
  while (end < named.length && isJoined(text, named[end - 1], named[end])) end += 1;
  return named.slice(index, end);
}

/** A group of registered units (两办) stands in one place; 各级各部门 has nothing between. */
function isJoined(text: string, left: Named | undefined, right: Named | undefined): boolean {
  if (!left || !right) return false;
  return (
    left.start === right.start ||
    JOINED.test(text.slice(left.end, right.start)) ||
    (left.end === right.start && left.unit === undefined && right.unit === undefined)
  );
}
