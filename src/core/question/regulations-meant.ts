import type { DocumentId, OfficialDocument } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { matchText } from "../search/match-text.ts";
import type { Reading } from "./reading.ts";

/** The regulations that a question is about. */
export interface MeantRegulations {
  /** Those that it names; where it names none, all that it may mean. */
  readonly documents: readonly DocumentId[];
  readonly named: boolean;
  /** A regulation that it names and that is not there: 土地管理法. */
  readonly foreign: string | undefined;
}

const KIND = "(?:法典|条例|办法|规定|细则|规则|章程|制度|规程|准则|规约|公约|(?<![做说看想方用合违执司普立依守语书])法)";
const NAME = new RegExp(
  `(?<name>[\\p{Script=Han}]{0,30}?${KIND})(?:\\((?:试行|暂行|草案)\\))?(?:的|中|里|里面|当中)?(?=第|最后|末|倒数|共|一共|总共|有(?:多少|几)|哪|几条|多少条|[讲说写]了|规定了)`,
  "u",
);
const LEADING = /^(?:请问|那么?|问一?下|查一?下|看看?|给我|我想|想|知道|按照?|根据|依据|关于|在|是|的|问|查|把)+/u;
/** Words that titles of all regulations have. */
const GENERIC = /管理|实施|暂行|试行|工作|若干|有关|相关|我们?|咱们?|本|该|这个?|那个?|此|部|份|上述|县|市|区|旗|镇|乡/gu;
const KIND_AT_END = new RegExp(`${KIND}$`, "u");
/** With the character before it, which tells 办法 from 依法. */
const LONGEST_KIND = 4;
const KIND_WORD = new RegExp(KIND, "gu");
const SHORTEST_SHARED = 3;
/** Characters that tell one regulation from others: 停车. */
const DISTINCT = 2;

/** Which of the regulations of a scope a question names: by its title in 《》, or by words that the title has. Undefined where there is no regulation. */
export function regulationsMeant(reading: Reading, corpus: Corpus): MeantRegulations | undefined {
  const all = reading.scope.documents.flatMap((id) => corpus.document(id) ?? []).filter(({ id }) => corpus.articlesOf(id).length > 0);
  if (all.length === 0) return undefined;
  const ofYear = all.filter(({ year }) => year !== undefined && reading.scope.years.includes(year));
  const documents = ofYear.length > 0 ? ofYear : all;
  const name = reading.references.find(({ title }) => title !== undefined)?.title ?? plainName(reading.question);
  const distinct = name?.replace(KIND_WORD, "").replace(GENERIC, "") ?? "";
  if (name === undefined || isOnlyPlace(distinct, documents)) {
    const hinted = sharing(reading.question, documents);
    return { documents: idsOf(hinted.length > 0 ? hinted : documents), named: hinted.length > 0, foreign: undefined };
  }
  const found = sharing(name, documents);
  return found.length > 0 ? { documents: idsOf(found), named: true, foreign: undefined } : { documents: [], named: true, foreign: name };
}

/** The name of a regulation that stands before 第…条 without title marks. */
function plainName(question: string): string | undefined {
  const name = NAME.exec(question)?.groups?.["name"]?.replace(LEADING, "");
  return name === undefined || name === "" ? undefined : name;
}

function isOnlyPlace(words: string, documents: readonly OfficialDocument[]): boolean {
  return words === "" || documents.some(({ region }) => region?.startsWith(words));
}

/**
 * Those whose title has the longest stretch of the words, if it says more than 管理办法 or the county's name. A 法 is no 办法: words that end
 * with the kind of a regulation mean one of that kind.
 */
function sharing(words: string, documents: readonly OfficialDocument[], least = SHORTEST_SHARED): readonly OfficialDocument[] {
  const asked = matchText(words).replace(/\s/gu, "");
  const kind = kindAtEnd(asked);
  const scored = documents
    .filter(({ title }) => kind === undefined || kindAtEnd(title) === kind)
    .map((document) => ({ document, shared: longestShared(asked, distinctTitle(document)) }))
    .filter(({ shared }) => shared.replace(KIND_WORD, "").replace(GENERIC, "").length >= DISTINCT);
  const longest = Math.max(0, ...scored.map(({ shared }) => shared.length));
  return longest < (kind === undefined ? least : DISTINCT) ? [] : scored.filter(({ shared }) => shared.length === longest).map(({ document }) => document);
}

/** The regulations of a list that a short answer (停车的) means. */
export function regulationsNamed(words: string, documents: readonly OfficialDocument[]): readonly DocumentId[] {
  return idsOf(sharing(words, documents, DISTINCT));
}

/** The kind that a title ends with, a bracket such as (试行) left out. */
function kindAtEnd(title: string): string | undefined {
  const folded = matchText(title).trimEnd();
  const bare = folded.endsWith(")") ? folded.slice(0, Math.max(0, folded.lastIndexOf("("))) : folded;
  return KIND_AT_END.exec(bare.slice(-LONGEST_KIND))?.[0];
}

/** Title without the county that issues it. */
function distinctTitle({ title, region }: OfficialDocument): string {
  const folded = matchText(title).replace(/\s/gu, "");
  return region !== undefined && folded.startsWith(matchText(region)) ? folded.slice(region.length) : folded;
}

/** The longest stretch that two texts share. Titles are short, and so is what is asked. */
function longestShared(one: string, other: string): string {
  let best = "";
  for (let start = 0; start < one.length; start += 1) {
    let length = best.length + 1;
    while (start + length <= one.length && other.includes(one.slice(start, start + length))) {
      best = one.slice(start, start + length);
      length += 1;
    }
  }
  return best;
}

function idsOf(documents: readonly OfficialDocument[]): readonly DocumentId[] {
  return documents.map(({ id }) => id);
}
