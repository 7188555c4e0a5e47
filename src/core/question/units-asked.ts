import type { UnitMention, UnitRegister } from "../units/unit.ts";
import { withClipped } from "./clipped-units.ts";
import type { Knowledge } from "./knowledge.ts";
import { printedIn } from "./named-unit.ts";
import type { AskedUnit } from "./query.ts";
import { findAskedRoles } from "./roles-asked.ts";

/** Units that a question names, by the way they are to take part. */
export interface AskedUnits {
  /** In the order asked, each once, those to be left out apart. */
  readonly named: readonly AskedUnit[];
  readonly excluded: readonly AskedUnit[];
  /** 或, 或者, 分别: any of them is enough. */
  readonly anyOf: boolean;
  /** Places named with a unit: 西平县司法局. */
  readonly places: readonly string[];
  readonly mentions: readonly UnitMention[];
  /** Collective names: 乡镇人民政府, 各有关部门. */
  readonly collective: readonly { readonly printed: string; readonly excluded: boolean }[];
  /** A bare name that several units bear: 办公室. */
  readonly ambiguous: { readonly name: string; readonly choices: readonly string[] } | undefined;
  /** A name that is well formed for a unit and that nobody knows. */
  readonly unknown: string | undefined;
}

const EXCLUDES_BEFORE =
  /(?:不含|不包括|不包含|除了|除开|除去|除|排除|没有|没|不带|去掉|不算|剔除|不要|(?:没|未|不)(?:写|有|提到?|列|点名?|出现|涉及|包括|包含|参与|让|带|算上?|要|把|将|给|叫|请|用|找|安排给?|交给|派给)|非)(?:写|有|提到|点名|包括|包含|的)?[《"'(]?$/u;
const EXCLUDES_AFTER =
  /^(?:参与|参加|负责|牵头|也在|在内|有份)?(?:的)?(?:那|这)?(?:几|些)?(?:一)?(?:[项条个家]|部分)?(?:都|就)?(?:先放放|放一放|先不看|不看了?|就算了|算了|就?不要了?|去掉|不算|除外|排除|剔除|拿掉)|^没有?(?=的|[,。?、]|$|但|而)|^(?:["')》])?(?:都|也|均|全|全都|又|却)?(?:不|没)(?:参与|参加|在|算|管|负责|牵扯|涉及|包括|带|用|有?份|列|写|点名|出现|沾|掺和|露面)/u;
const ANY =
  /或|随便|哪一家|并集|∪|分别|各自|任一|任意|任何一|其中之一|其中一家|还是|沾上?一|有一家|一家就|加起来|合起来|合在一起|任选|其一|选一|不管[哪谁]|无论[哪谁]|不论[哪谁]|谁的都|哪家的都/u;
/** 甲跟乙要一起对接的,分别是哪些 asks of both at once. */
const TOGETHER = /一起|共同|联合|一块儿?/u;
/** 除了司法局就没别人的: that unit alone. */
const NOBODY_ELSE = /除了?.{2,16}(?:就|再|都)?(?:没有?|无)(?:别人|别的|其他|旁人|第二家)/u;
/** Where the unit itself is asked for, a stem such as 普法 is the topic. */
const ASKS_WHO = /谁|归哪|哪个(?:部门|单位)|哪些(?:部门|单位)/u;
/** 司法局局长 is a person, not the bureau. */
const PERSON_AFTER = /^(?:的)?(?:局长|主任|书记|部长|科长|一把手)/u;
/** Collective names as plans print them, and how people say them. */
const COLLECTIVE: readonly (readonly [RegExp, string])[] = [
  [
    /各?乡镇(?:人民)?政府|乡政府|镇政府|乡镇那种|各?乡镇(?=(?:要|需|得|应|负责|有|参与|落实|承担|的任务|干|(?:都)?(?:没有?|不|未)(?:写|提|列|点|在|算|沾|参与|管|上)))|(?<=(?:没有?|不|未)(?:写|提到?|列|点名?|带|含)(?:到|上)?)乡镇(?!人民政府)/u,
    "乡镇人民政府",
  ],
  [/各?有关部门|各相关部门|相关部门/u, "各有关部门"],
  [/各?街道(?:办事处|办)/u, "街道办事处"],
];

/** Reads the units out of a question. Names of places are those of the corpus. */
export function findAskedUnits(question: string, { register, corpus, places: national, us }: Knowledge): AskedUnits {
  const places = [...new Set(corpus.documents.flatMap(({ region }) => (region ? [region] : [])))];
  const exact = withOwn(question, register.findMentions(question, { places }), us, register);
  const mentions = (ASKS_WHO.test(question) ? exact : withClipped(question, exact, register)).filter(
    ({ end }) => !PERSON_AFTER.test(question.slice(end, end + 4)),
  );
  const named: AskedUnit[] = [];
  const excluded: AskedUnit[] = [];
  const out = NOBODY_ELSE.test(question) ? new Set<UnitMention>() : excludedMentions(question, mentions);
  const roles = findAskedRoles(question, mentions);
  for (const [index, mention] of mentions.entries()) {
    const asked = {
      unit: mention.unit,
      printed: mention.printed,
      name: printedIn(mention.unit, corpus) ?? mention.name,
      ...(out.has(mention) ? {} : roles[index]),
    };
    const list = out.has(mention) ? excluded : named;
    if (!list.some(({ unit }) => unit === asked.unit)) list.push(asked);
  }
  return {
    named,
    excluded,
    anyOf: named.length > 1 && ANY.test(betweenMentions(question, mentions)) && !TOGETHER.test(question),
    places: [...new Set(mentions.flatMap(({ place }) => (place && (places.includes(place) || national.has(place)) ? [place] : [])))],
    mentions,
    collective: collectiveIn(question, mentions),
    ambiguous: mentions.length > 0 ? undefined : ambiguousIn(question, register),
    unknown: unknownIn(blankMentions(question, mentions), register),
  };
}

/** With the reader's own unit, which may be one that no register has: 谭店乡. */
function withOwn(question: string, mentions: readonly UnitMention[], us: string | undefined, register: UnitRegister): readonly UnitMention[] {
  const start = us === undefined ? -1 : question.indexOf(us);
  if (us === undefined || start < 0) return mentions;
  const end = start + us.length;
  if (mentions.some((mention) => mention.start < end && start < mention.end)) return mentions;
  const own: UnitMention = { unit: register.readName(us).unit, name: us, printed: us, kind: "official", start, end, place: undefined, level: undefined };
  return [...mentions, own].sort((one, other) => one.start - other.start);
}

/** Where the name itself begins: a well-formed place before it may be words that exclude (但不含县气象局). */
function nameStart({ printed, name, start, end }: UnitMention): number {
  return printed.endsWith(name) ? end - name.length : start;
}

/** Mentions that a question leaves out; 甲、乙都不在 leaves out both. */
function excludedMentions(question: string, mentions: readonly UnitMention[]): ReadonlySet<UnitMention> {
  const out = new Set<UnitMention>();
  for (let index = mentions.length - 1; index >= 0; index -= 1) {
    const mention = mentions[index];
    const next = mentions[index + 1];
    if (!mention) continue;
    const joined = next !== undefined && out.has(next) && /^[、和与及跟]?$/u.test(question.slice(mention.end, nameStart(next)));
    if (joined || isExcluded(question, nameStart(mention), mention.end)) out.add(mention);
  }
  for (const [index, mention] of mentions.entries()) {
    const before = mentions[index - 1];
    if (before && out.has(before) && /^[、和与及跟]$/u.test(question.slice(before.end, nameStart(mention)))) out.add(mention);
  }
  return out;
}

function isExcluded(question: string, start: number, end: number): boolean {
  return EXCLUDES_BEFORE.test(question.slice(Math.max(0, start - 8), start)) || EXCLUDES_AFTER.test(question.slice(end, end + 10));
}

function betweenMentions(question: string, mentions: readonly UnitMention[]): string {
  const first = mentions[0];
  const last = mentions.at(-1);
  return first && last ? question.slice(first.end, last.end + 14) : "";
}

function collectiveIn(question: string, mentions: readonly UnitMention[]): AskedUnits["collective"] {
  const found: { printed: string; excluded: boolean }[] = [];
  for (const [pattern, printed] of COLLECTIVE) {
    const match = pattern.exec(question);
    if (!match || mentions.some(({ start, end }) => match.index < end && start < match.index + match[0].length)) continue;
    found.push({ printed, excluded: isExcluded(question, match.index, match.index + match[0].length) });
  }
  return found;
}

function blankMentions(question: string, mentions: readonly UnitMention[]): string {
  return mentions.reduce((text, { start, end }) => text.slice(0, start) + "、".repeat(end - start) + text.slice(end), question);
}

const BARE_NAME = /^(?:那|请问)?(\p{Script=Han}{2,4}?)(?=的|有|负责|要|承担|管|分到|任务|$)/u;

function ambiguousIn(question: string, register: UnitRegister): AskedUnits["ambiguous"] {
  const name = BARE_NAME.exec(question)?.[1];
  const candidates = name ? register.candidatesOf(name) : [];
  return name && candidates.length > 1 ? { name, choices: candidates.map(({ short }) => short) } : undefined;
}

const UNKNOWN_UNIT =
  /(?:^|[^\p{Script=Han}]|那|请问|和|与|问下|看看)([省市县区乡镇]?\p{Script=Han}{2,10}?(?:局|委员会|委|办公室|办|中心|大队|支队|集团|公司|协会|联合会|管委会|指挥部|领导小组))(?=[的有要管在是呢都也和与、,?]|负责|承担|分到|牵头|参与|配合|任务|需要|$)/u;

/** The last characters of such names. */
const UNIT_END = /[局会委室办心队团司部组]/u;

/** A question word is part of no name: 都有哪些事得跟着办. */
const ASKING = /^我|哪|什么|怎么|多少|都有|得跟/u;

/** 怎么办, 去办: what is done, not an office. */
const VERB_PHRASE = /(?:怎么|咋|如何|要|去|来|能|没|可|再|帮|该|好|难|不|给|先|快|代|举)办$/u;

function unknownIn(question: string, register: UnitRegister): string | undefined {
  const name = UNIT_END.test(question) ? UNKNOWN_UNIT.exec(question)?.[1] : undefined;
  return name && !VERB_PHRASE.test(name) && !ASKING.test(name) && register.looksLikeUnit(name) ? name : undefined;
}
