import type { Mender } from "./misprint.ts";
import type { IndexedName, NameIndex } from "./name-index.ts";
import { isLevel, type PlaceRules, placeBefore } from "./place.ts";
import type { NameContext, UnitMention, UnitName } from "./unit.ts";
import { isFormedLikeUnit } from "./well-formed.ts";
import { belongsElsewhere, isOneOfMany, runsOn, standsAlone } from "./word-guards.ts";

/** What finding needs to know of a register. */
export interface NameReader {
  readonly index: NameIndex;
  readonly mend: Mender;
  /** Reads one entry in the same context. */
  read(printed: string): UnitName;
}

/** The mentions of one place of a text: one, or one for each unit of a group. */
type Found = readonly [UnitMention, ...UnitMention[]];

const PLATE = /^[（(](?<names>\p{Script=Han}{2,12}(?:、\p{Script=Han}{2,12})*)[)）]/u;
/** What stands in a bracket that says something else: another unit with its level word, or a definition. */
const NO_PLATE = /^[省市州县区旗]|以下|简称|统称|或/u;

/** Length of a bracket after a name that only names a unit, so that it belongs to it: 县工信局|（科技局）. Zero where there is none. */
function plateLength(text: string, end: number, index: NameIndex): number {
  const next = text.charAt(end);
  if (next !== "（" && next !== "(") return 0;
  const plate = PLATE.exec(text.slice(end, end + 40));
  const names = plate?.groups?.["names"]?.split("、") ?? [];
  const belongs = names.every((name) => !NO_PLATE.test(name) && (index.names.has(name) || isFormedLikeUnit(name)));
  return belongs && plate !== null ? plate[0].length : 0;
}

/** A branch is called by a place or a kind of work (城关分局, 交警分局), in few characters, none of which joins or parts names. */
const BRANCH = /^(?!会同|联合|协同|指导|督促|有关|相关|所属|下属|下设|派出|负责|牵头|配合)(?<place>(?:(?![和及与或由等在对按各的])\p{Script=Han}){2,4}?)分局/u;

/** Where 市生态环境局|西平分局 goes on with the name of its branch: its length, and the place where that is known. */
function branchAfter(text: string, end: number, places: readonly string[]): { length: number; place: string | undefined } | undefined {
  if (text.charAt(end - 1) !== "局") return undefined;
  const match = BRANCH.exec(text.slice(end, end + 8));
  const name = match?.groups?.["place"];
  return match ? { length: match[0].length, place: places.find((known) => known.length > 2 && known.slice(0, -1) === name) } : undefined;
}

function mentionAt(text: string, start: number, floor: number, name: IndexedName, index: NameIndex, rules: PlaceRules): Found | undefined {
  const end = start + name.name.length;
  if (runsOn(text, end)) return undefined;
  const before = placeBefore(text, start, floor, rules);
  const bare = before.level === undefined && before.place === undefined;
  if (isOneOfMany(text, start)) return undefined;
  // A town's or township's own organ is not the county's.
  if (before.level === "镇" || before.level === "乡") return undefined;
  if (name.needsLevel && before.level === undefined) return undefined;
  if (bare && start > floor && belongsElsewhere(text, start)) return undefined;
  if (bare && name.needsPlace) return undefined;
  if (bare && name.wordLike && !standsAlone(text, start, end)) return undefined;
  const branch = branchAfter(text, end, rules.known);
  const whole = end + (branch?.length ?? 0);
  const plate = plateLength(text, whole, index);
  const printed = text.slice(before.start, whole + plate);
  // 县场监管局 without a level word: its 县 is that word, and the 市 of 市场 is missing.
  const first = name.name.charAt(0);
  const swallowed = name.kind === "misprint" && before.level === undefined && isLevel(first) ? first : undefined;
  const level = before.level ?? swallowed;
  const plain = `${before.levelWords}${swallowed ?? ""}${name.correct}`;
  const common = {
    name: branch === undefined ? `${plain}${text.slice(whole, whole + plate)}` : printed,
    printed,
    kind: name.kind,
    start: before.start,
    end: whole + plate,
    place: branch?.place ?? before.place,
    level,
  };
  const [mention, ...others] = name.units.map((unit) => ({ unit: unit.id, ...common }));
  return mention === undefined ? undefined : [mention, ...others];
}

/** A name that the document itself defines, at this place of the text. */
function definedAt(text: string, start: number, aliases: readonly string[], read: (printed: string) => UnitName): Found | undefined {
  const alias = aliases.find((each) => text.startsWith(each, start));
  if (alias === undefined) return undefined;
  const { unit, name, kind } = read(alias);
  return [
    { unit, name, printed: alias, kind: kind === "unregistered" ? "everyday" : kind, start, end: start + alias.length, place: undefined, level: undefined },
  ];
}

/** Words after a level word that end like a unit: 区|应急管里局. */
const LIKE_A_NAME = /[省市州县区旗](?<name>\p{Script=Han}{2,12}?(?:局|部|办|委|办公室|中心|大队|法院|检察院|管委会))/gu;

const LEVEL_WORD = /[省市州县区旗]./u;

/** Misprinted names between two mentions. Only after a level word, because bare words are too easily like a name. */
function findMisprinted(text: string, from: number, to: number, reader: NameReader, rules: PlaceRules): readonly UnitMention[] {
  const gap = text.slice(from, to);
  if (!LEVEL_WORD.test(gap)) return [];
  const found: UnitMention[] = [];
  for (const match of gap.matchAll(LIKE_A_NAME)) {
    const name = match.groups?.["name"] ?? "";
    const start = from + match.index + 1;
    const meant = reader.mend(name, match[0].charAt(0));
    const mentions = meant === undefined ? undefined : mentionAt(text, start, from, { ...meant, name, kind: "misprint" }, reader.index, rules);
    if (mentions !== undefined) found.push(...mentions);
  }
  return found;
}

/** Finds the units that a text names. @see UnitRegister.findMentions */
export function findMentions(text: string, reader: NameReader, context: NameContext): readonly UnitMention[] {
  const { index } = reader;
  const rules: PlaceRules = { known: context.places ?? [], recognise: context.level === undefined };
  const aliases = context.defined === undefined ? [] : [...context.defined.keys()].sort((a, b) => b.length - a.length);
  const mentions: UnitMention[] = [];
  let floor = 0;
  for (let start = 0; start + 2 <= text.length; start += 1) {
    let best: Found | undefined;
    for (const name of index.at(text, start)) {
      best = mentionAt(text, start, floor, name, index, rules);
      if (best !== undefined) break;
    }
    const defined = aliases.length > 0 ? definedAt(text, start, aliases, reader.read) : undefined;
    if (defined !== undefined && (best === undefined || defined[0].end >= best[0].end)) best = defined;
    if (best === undefined) continue;
    mentions.push(...findMisprinted(text, floor, best[0].start, reader, rules), ...best);
    floor = best[0].end;
    start = floor - 1;
  }
  mentions.push(...findMisprinted(text, floor, text.length, reader, rules));
  return mentions;
}
