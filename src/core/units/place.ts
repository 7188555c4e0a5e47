import type { Level } from "./unit.ts";

/** Whose names are read: the places that are known, and whether others may be recognised by their form. */
export interface PlaceRules {
  readonly known: readonly string[];
  /** Off in a document: after 会同 or 书面报 a 县 is its own county, and a place more or less does not change the unit. */
  readonly recognise: boolean;
}

/** What stands before a unit's name and belongs to it. */
export interface PlaceBefore {
  /** Where the whole name begins; the name's own start where nothing belongs to it. */
  readonly start: number;
  readonly place: string | undefined;
  readonly level: Level | undefined;
  /** The level words as printed: 县, 自治区, or empty. */
  readonly levelWords: string;
}

const LEVELS: ReadonlySet<string> = new Set<Level>(["省", "市", "州", "县", "区", "旗", "镇", "乡"]);

export function isLevel(character: string): character is Level {
  return LEVELS.has(character);
}

/** 经济开发区, 高新区: zones whose last word is 区 and which are no districts. */
const ZONE =
  /(?:(?:先进)?制造业|高新(?:技术)?(?:产业)?|经济?(?:技术)?|产业|工业|农业|科技|物流|商务|旅游|保税|综合|城乡一体化){0,4}(?:开发|集聚|聚集|集中|高新|示范|产业园|工业园|科技园|园|经开|风景名胜|风景|景|度假|保税|商务|实验|试验|功能|工业)区$/u;

/** Characters and words that ask, tell or order, and so are no part of a place's name. */
const NOT_IN_A_PLACE =
  /[我你您他她它咱们该这哪谁请问帮查找看说讲是由没吗呢吧啊的了想要能什么怎给被各每把委者]|^自治$|地$|应当|[全本][省市县区州]|[省市县区乡超]$|^[省市]?[县直辖]|^[社校街林矿片灾库湖牧]$|[社小辖街片景园]$|上级|下级|涉及|负责|包括|除|还有|或者|今年|去年|明年|牵头|会同|协同|联合|配合|协助|协调|督促|组织|指导|依托|抄送|报送|报请|提请|通知|参与|责任|任务|工作|单位|部门|领导|只有|仅|根据|按照|属于|关于|告诉|知道|列出|统计|汇总|整理|介绍|导出|显示|搜索|比较|对比|同时|其中|以及|目前|现在/u;

/** Words after which a new name may begin. */
const LEAD_IN =
  /^.*(?:一下|查询|知道|了解|关于|那么|列出|告诉|介绍|包括|除了|以及|还有|或者|比如|例如|比较|对比|对于|针对|涉及|根据|按照|属于|统计|导出|显示|搜索|我在|[的是由把给被问查找看帮说这请对到])/u;

/** A division or a chain of them, innermost last: 某某市某某|区. An autonomous county has a long name. No chain has more than 30 characters; 省市省市… may be cut in very many ways. */
const DIVISIONS = /^(?=.{2,30}$)(?:\p{Script=Han}{2,3}[省市州盟]|\p{Script=Han}{2,8}自治[区州])*?(?<inner>\p{Script=Han}{2,3}|\p{Script=Han}{2,10}自治)$/u;
const INNER_OF_CHAIN = /^(?=.{2,30}$)(?:\p{Script=Han}{2,3}[省市州盟])+(?<inner>\p{Script=Han})$/u;

const HAN = /\p{Script=Han}/u;
/** The longest chain that is looked at, in characters: a province, a prefecture and an autonomous county. */
const MAX_RUN = 18;

function innermost(run: string): string | undefined {
  const inner = DIVISIONS.exec(run)?.groups?.["inner"] ?? INNER_OF_CHAIN.exec(run)?.groups?.["inner"];
  if (inner === undefined || NOT_IN_A_PLACE.test(inner)) return undefined;
  // 某某市|某某: the outer division is judged without its own level word.
  return NOT_IN_A_PLACE.test(run.slice(0, Math.max(0, run.length - inner.length - 1))) ? undefined : inner;
}

/** The place whose level word ends at `end`, where the words before it let one begin; undefined for 请问|县 or 都由|县. */
function unknownPlace(text: string, end: number, floor: number): { start: number; place: string } | undefined {
  const last = end - 1;
  let from = last;
  while (from > floor && last - from < MAX_RUN && HAN.test(text.charAt(from - 1))) from -= 1;
  if (last - from >= MAX_RUN) return undefined;
  if (last - from < 2) return undefined;
  const run = text.slice(from, last);
  // 和上蔡县, 那上蔡县: a joint before a name of two characters. 和静县 and 那曲市 keep theirs.
  const joined = /^[那和与跟及同或]\p{Script=Han}{2,}$/u.test(run) ? run.slice(1) : undefined;
  for (const body of [joined, run, run.replace(LEAD_IN, "")]) {
    const inner = body === undefined ? undefined : innermost(body);
    if (body !== undefined && inner !== undefined) return { start: last - body.length, place: `${inner}${text.charAt(last)}` };
  }
  return undefined;
}

/** 驻马店市|西平县: the divisions that a known place is printed with. */
function withOuterDivisions(text: string, start: number, floor: number): number {
  const outer = start > floor && /[省市州盟]/u.test(text.charAt(start - 1)) ? unknownPlace(text, start, floor) : undefined;
  const from = outer?.start ?? start;
  const party = /(?:中共|中国共产党|国家税务总局)$/u.exec(text.slice(Math.max(floor, from - 6), from));
  return from - (party?.[0].length ?? 0);
}

function knownPlace(text: string, end: number, floor: number, places: readonly string[], level: Level | undefined): PlaceBefore | undefined {
  const levelWords = level ?? "";
  const found = (start: number, place: string): PlaceBefore => ({ start: withOuterDivisions(text, start, floor), place, level, levelWords });
  const endsWith = (words: string, at: number): boolean => at - words.length >= floor && text.startsWith(words, at - words.length);
  const beforeLevel = end - levelWords.length;
  const possessive = text.charAt(beforeLevel - 1) === "的" && beforeLevel > floor;
  const adjacent = possessive ? beforeLevel - 1 : beforeLevel;
  for (const place of places) {
    if (level !== undefined && endsWith(place, end)) return found(end - place.length, place);
    if (endsWith(place, adjacent)) return found(adjacent - place.length, place);
  }
  for (const place of places) {
    const bare = place.slice(0, -1);
    // 南昌|市司法局 names another place than 南昌县; 南昌的市司法局 and 南昌司法局 do not.
    if (bare.length >= 2 && (level === undefined || possessive) && endsWith(bare, adjacent)) return found(adjacent - bare.length, place);
  }
  return undefined;
}

/**
 * Reads level word and place before a name that begins at `start`.
 * @param floor nothing before this offset may belong to the name
 */
export function placeBefore(text: string, start: number, floor: number, rules: PlaceRules): PlaceBefore {
  const before = start > floor ? text.charAt(start - 1) : "";
  const level = isLevel(before) ? before : undefined;
  const known = rules.known.length > 0 ? knownPlace(text, start, floor, rules.known, level) : undefined;
  if (known !== undefined) return known;
  if (level === undefined) return { start, place: undefined, level, levelWords: "" };
  if (level === "区" && text.startsWith("自治", start - 3) && start - 3 >= floor) {
    return { start: start - 3, place: undefined, level: "省", levelWords: "自治区" };
  }
  const unknown = rules.recognise ? unknownPlace(text, start, floor) : undefined;
  if (unknown !== undefined) return { start: withOuterDivisions(text, unknown.start, floor), place: unknown.place, level, levelWords: level };
  const zone = level === "区" ? ZONE.exec(text.slice(Math.max(floor, start - 12), start))?.[0] : undefined;
  return { start: start - (zone?.length ?? 1), place: zone, level, levelWords: level };
}

/**
 * Reads what stands before the unit's name in one entry of a list, where nothing but a place may stand: 县, 西平县, 驻马店市西平县, 中共西平县.
 * @returns undefined for anything else: 产业集聚区 is a zone with organs of its own, and 东湖镇 a town
 */
export function placeOfEntry(words: string, places: readonly string[]): PlaceBefore | undefined {
  const body = words.replace(/^(?:中共|中国共产党|国家税务总局)/u, "");
  if (body === "") return { start: 0, place: undefined, level: undefined, levelWords: "" };
  const known = places.find((place) => body.endsWith(place) || (place.length > 2 && body === place.slice(0, -1)));
  const last = body.charAt(body.length - 1);
  const level = isLevel(last) ? last : undefined;
  if (known !== undefined) return { start: 0, place: known, level, levelWords: level ?? "" };
  if (level === undefined || level === "镇" || level === "乡") return undefined;
  if (body.length === 1) return { start: 0, place: undefined, level, levelWords: level };
  if (body.endsWith("自治区")) return { start: 0, place: body, level: "省", levelWords: "自治区" };
  const inside = body.slice(0, -1);
  const inner =
    DIVISIONS.exec(inside)?.groups?.["inner"] ?? INNER_OF_CHAIN.exec(inside)?.groups?.["inner"] ?? (/^\p{Script=Han}$/u.test(inside) ? inside : undefined);
  if (inner === undefined || isLevel(inner.charAt(inner.length - 1)) || (level === "区" && ZONE.test(body))) return undefined;
  return { start: 0, place: `${inner}${level}`, level, levelWords: level };
}
