import type { Span } from "../text/span.ts";
import type { NameReader } from "./unit-list.ts";

/** A unit, or a group of units that names none, in a sentence; by offsets into it. */
export interface Named {
  /** Undefined for a group: 各乡镇人民政府. */
  readonly unit: string | undefined;
  readonly name: string;
  readonly printed: string;
  readonly start: number;
  readonly end: number;
}

/** Where a name may begin in a sentence. */
const NAME_BEFORE = "(?<=^|[。；;：:，,、\\r\\n（(由请和及与]|会同|联合)(?!会同|联合|[由请和及与])";
/** What may follow the name of one that acts. */
const ACTS_AFTER =
  "(?=[（(](?:以下)?(?:统一)?(?:简称|统称|称)|等|具体|共同|分别|密切|积极|主动|按|牵头|负责(?!人|同志)|承办|承担|配合|协助|协办|协同|参与|会同|联合|要|应|须|必须|将|、|和|及|每|于|在|对|按|保障|落实|做好|组织|开展|加强|强化|推进|制定|编制|完成|抓好|建立|提供|排查|核查|检查|巡查|指导|督促|统筹|依法|定期|及时|拨付|安排|筹措|汇总|办理|受理|审核|公布|整治|清理|支援)";
/** Offices of towns and streets, which no register lists by name. */
const TOWN_OFFICE = new RegExp(`${NAME_BEFORE}\\p{Script=Han}{2,4}(?:街道办事处|街道办|[镇乡]人民政府|[镇乡]政府|[镇乡]党委政府|[镇乡]党委)`, "gu");
const TOWN = new RegExp(`${NAME_BEFORE}(?![各全每有所本在对重中])\\p{Script=Han}{2,3}(?:[镇乡]|街道)${ACTS_AFTER}`, "gu");
/** Names that begin with a level word and are formed like one of a unit: 镇综合行政执法队, 县职教中心. */
const LEVELLED = new RegExp(
  `${NAME_BEFORE}(?![市区县](?:场|域|民|容|级|直|乡))[省市县区州旗镇乡园]\\p{Script=Han}{2,18}?(?:[（(]\\p{Script=Han}{2,10}[）)])?${ACTS_AFTER}`,
  "gu",
);

const MANY = "(?:乡(?:镇)?|镇(?:街)?|街道|县|市|区|部门|单位|村委会|居委会|村|社区|学校|企业|执法单位|巡查组|组|地)";
const IN_BRACKET = "(?:[（(](?:街道|镇|乡|社区|村|居|市|区|、|办事处){1,8}[）)])";
/** Groups of units that name none (contract `import.md`, rule 11): 各乡镇（街道）, 县直各有关部门, 有关村委会, 各县（区）司法局, 乡镇人民政府. */
const GROUP = new RegExp(
  [
    `各(?:县|市|区)${IN_BRACKET}?(?:党委(?:\\p{Script=Han}{0,3}(?:部|办|委))?|人民政府|政府|\\p{Script=Han}{1,6}?(?:局|委|院|办))`,
    `(?:[省市县区州旗镇乡]直)?(?:各(?:有关|相关|级|成员|责任|行政执法|行业主管|主管|职能)?|(?<![所没含持])(?:有关|相关|属地)|其他(?:有关|相关)?)${MANY}${IN_BRACKET}?(?:党委)?(?:人民政府|政府|办事处|管委会|村委会)?`,
    `各(?=\\p{Script=Han}{2,4}[、所])\\p{Script=Han}{2,4}所|各司法所|各派出所`,
    `(?<=^|[。；;：:，,、由和及\\r\\n])(?:乡镇|镇街|街道|村)${IN_BRACKET}?(?:人民政府|政府|办事处|财政所|司法所)?(?=[、和及，,]|牵头|负责|配合|参与|要|应|广泛|按)`,
  ].join("|"),
  "gu",
);
/** Persons, and nouns that only begin like a group: 各部门主要负责人, 各单位之间, 相关部门的 */
const NO_GROUP_AFTER = /^(?:主要|分管|负责人|负责同志|一把手|领导|干部|之间|的|党员|人员)/u;

/** The units and groups that a text names, in order, none overlapping. */
export function namedInProse(text: string, names: NameReader): readonly Named[] {
  const found: Named[] = names.register.findMentions(text, names.context).map((mention) => withPlate(text, mention, names));
  const taken = new Uint8Array(text.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  const add = (match: RegExpMatchArray, isUnit: boolean): void => {
    const start = match.index ?? 0;
    const printed = match[0];
    const end = start + printed.length;
    if (taken.subarray(start, end).includes(1)) return;
    const read = isUnit ? names.read(printed) : { unit: undefined, name: printed };
    taken.fill(1, start, end);
    found.push({ unit: read.unit, name: read.name, printed, start, end });
  };
  for (const match of text.matchAll(GROUP))
    if (!NO_GROUP_AFTER.test(text.slice(match.index + match[0].length, match.index + match[0].length + 4))) add(match, false);
  for (const match of text.matchAll(TOWN_OFFICE)) if (!/^各|有关|相关/u.test(match[0])) add(match, true);
  for (const match of text.matchAll(LEVELLED)) {
    if (!names.register.looksLikeUnit(match[0])) continue;
    const end = match.index + match[0].length;
    const bracketAt = match.index + match[0].search(/[（(]/u);
    if (bracketAt > match.index) give(found, taken, ({ start, end: to }) => start === bracketAt + 1 && to === end - 1, { start: bracketAt, end });
    if (/[支大中]队$/u.test(match[0])) give(found, taken, ({ start, end: to }) => start === match.index && to < end, { start: match.index, end });
    add(match, true);
  }
  for (const match of text.matchAll(TOWN)) add(match, true);
  return found.sort((a, b) => a.start - b.start);
}

/**
 * Frees the place of a name that belongs to a longer one: that in the bracket after another (contract `import.md`, rule 10),
 * 县治欠工作领导小组办公室（县人社局）, and the bureau of a force, 市公安局 of 市公安局交警支队.
 */
function give(found: Named[], taken: Uint8Array, isPart: (name: Named) => boolean, place: Span): void {
  const part = found.findIndex(isPart);
  if (part < 0) return;
  found.splice(part, 1);
  taken.fill(0, place.start, place.end);
}

const PLATE = /^[（(](?<plate>[省市县区州旗]\p{Script=Han}{2,12})[）)]/u;

/** A name with the bracket after it that names the same unit otherwise: 县政府办公室（县政务公开办）. */
function withPlate(text: string, { unit, name, printed, start, end }: Named, names: NameReader): Named {
  const match = PLATE.exec(text.slice(end, end + 20));
  if (!match || !names.register.looksLikeUnit(match.groups?.["plate"] ?? "")) return { unit, name, printed, start, end };
  return { unit, name: name + match[0], printed: printed + match[0], start, end: end + match[0].length };
}
