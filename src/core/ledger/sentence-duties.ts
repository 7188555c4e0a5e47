import type { Span } from "../text/span.ts";
import type { Assignment, Role } from "./task.ts";
import { roleOfVerb } from "./unit-entries.ts";
import type { NameReader } from "./unit-list.ts";

/** What follows a unit that is the subject of a duty: 由县住建局牵头, 县城管局要…, 县财政局配合. Not 县司法局负责人, 县应急局应急… */
const DUTY_AFTER =
  /^(?:等(?:有关|相关)?(?:部门|单位)?)?(?:具体|共同|分别|密切|积极|按职责分工)?(?<verb>牵头|负责(?!人|同志)|承办|配合|协助|协办|组织(?:实施|开展|力量)|落实|会同|要(?!求|点|件|素)|应当|应(?=加|认|及|在|于|对|按|将|依|严)|须|必须)/u;
/** Verbs that make a duty of a unit only where it begins a clause: ,县市场监管局依法查处 */
const SUBJECT_OF = /^(?:依法|加强|开展|做好|制定|完成|抓好|强化|推进)/u;
const CLAUSE_BEFORE = /(?:^|[。；;：:，,]|由)\s*$/u;
/** Offices of towns and streets, which no register lists by name. */
const TOWN_OFFICE = /(?<=^|[。；;：:，,、由和及])[\p{Script=Han}]{2,4}(?:街道办事处|[镇乡]人民政府|[镇乡]政府)/gu;
/** A unit after one of these is a recipient or a means (contract `import.md`, rule 9). */
const RECIPIENT_BEFORE = /(?:报|报送|送|向|经|依托|通报|抄送|移交|联系|对)$/u;
const JOINED = /^(?:、|和|及|与|以及|[，,](?=\s*$))$/u;

/** Duties that the sentences of a task give to units, for parts where no 责任单位 names any. Each unit once, in its first role. */
export function findSentenceDuties(source: string, span: Span, names: NameReader): readonly Assignment[] {
  const text = source.slice(span.start, span.end);
  const mentions = namedIn(text, names);
  const found: Assignment[] = [];
  let support = false;
  for (let index = 0; index < mentions.length; ) {
    const chain = chainFrom(text, mentions, index);
    index += chain.length;
    const [first, last] = [chain[0], chain.at(-1)];
    if (!first || !last) break;
    const [before, after] = [text.slice(Math.max(0, first.start - 2), first.start), text.slice(last.end, last.end + 16)];
    const verb = DUTY_AFTER.exec(after)?.groups?.["verb"] ?? (CLAUSE_BEFORE.test(before) ? SUBJECT_OF.exec(after)?.[0] : undefined);
    const role = support ? "support" : verb === undefined ? undefined : roleOfDuty(verb);
    support = verb === "会同";
    if (role === undefined || RECIPIENT_BEFORE.test(before)) continue;
    for (const mention of chain) {
      if (found.some((other) => other.unit === mention.unit)) continue;
      found.push(assignmentOf(mention, role, span.start));
    }
  }
  return found;
}

/** A unit named in a sentence, by offsets into it. */
interface Named {
  readonly unit: string;
  readonly name: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

function namedIn(text: string, names: NameReader): readonly Named[] {
  const mentions: readonly Named[] = names.register.findMentions(text, names.context);
  const offices = [...text.matchAll(TOWN_OFFICE)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length, printed: match[0] }))
    .filter(({ start, end, printed }) => !/^各|有关|相关/u.test(printed) && !mentions.some((mention) => mention.start < end && start < mention.end))
    .map((office): Named => ({ ...office, ...unitAndName(office.printed, names) }));
  return [...mentions, ...offices].sort((a, b) => a.start - b.start);
}

function unitAndName(printed: string, names: NameReader): { unit: string; name: string } {
  const { unit, name } = names.read(printed);
  return { unit, name };
}

/** Mentions side by side with 、 or 和 between them. */
function chainFrom(text: string, mentions: readonly Named[], index: number): readonly Named[] {
  let end = index + 1;
  while (end < mentions.length && JOINED.test(text.slice(mentions[end - 1]?.end ?? 0, mentions[end]?.start ?? 0))) end += 1;
  return mentions.slice(index, end);
}

function roleOfDuty(verb: string): Role {
  return verb === "会同" ? "responsible" : roleOfVerb(verb);
}

function assignmentOf(mention: Named, role: Role, offset: number): Assignment {
  return {
    unit: mention.unit,
    name: mention.name,
    role,
    printed: mention.printed,
    span: { start: offset + mention.start, end: offset + mention.end },
    inferred: true,
  };
}
