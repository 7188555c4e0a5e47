import type { DocumentId } from "../document/official-document.ts";
import type { Corpus } from "../ledger/corpus.ts";
import { parseNumeral } from "../text/numerals.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Places } from "./places.ts";
import { isStopWord } from "./stop-phrases.ts";

/** Places and years that a question names. */
export interface AskedScope {
  /** Regions of the corpus: 西平县. */
  readonly regions: readonly string[];
  /** A county, city or district that no document is of. */
  readonly unknownPlace: string | undefined;
  readonly years: readonly number[];
  /** Years for which the corpus has neither a document nor a mention. */
  readonly unknownYears: readonly number[];
  /** Documents that the question means: by region, year and kind; all where it says nothing. */
  readonly documents: readonly DocumentId[];
  /** Whether the question narrowed them. */
  readonly named: boolean;
  /** Words that said so, to be cut from the topic. */
  readonly printed: readonly string[];
}

const YEAR = /(?<![\d〔[(【])((?:19|20)\d{2}|[二一][〇零九]?[〇零一二三四五六七八九]{2,3})(?:年度?|(?=[的和与,到至~\s\p{Script=Han}-])|$)/gu;
const OPENING_PLACE =
  /^(?:请问|那|想问下?|查一?下)?([\p{Script=Han}]{2,3}[县区旗])(?=(?:委|人民政府|政府)?[\p{Script=Han}]{2,12}(?:局|委|办|部|院|中心|队)|的|有|负责)/u;
/** Where the level word of such a place may stand. */
const LEVEL_NEAR_START = /^.{2,6}[县区旗]/u;
const NOT_A_PLACE =
  /^(?:各|全|本|我|咱|该|哪|两|每|几|某|市|县|区|个|城|社|园|景|校|辖|地|院|问|请|查|看|是|在|这|那|其|多|有|个|山|矿|片|街|小|一|二|三|四|五)|[个哪几两各全每由是含有着于到在和与跟把被让给对从向归的及都写除]/u;

/** Reads places and years out of a question. */
export function findAskedScope(question: string, { corpus, places, here }: Pick<Knowledge, "corpus" | "places" | "here">): AskedScope {
  const regionsOfCorpus = [...new Set(corpus.documents.flatMap(({ region }) => (region ? [region] : [])))];
  const printed: string[] = [];
  const named = regionsOfCorpus.filter((region) => {
    const name = question.includes(region) ? region : stemOf(region);
    const found = name.length > 1 && namedAt(question, name);
    if (found) printed.push(name);
    return found;
  });
  const years = yearsOf(question, printed);
  const unknownYears = years.filter(
    (year) => !corpus.documents.some((document) => document.year === year || document.source.includes(`${year}年`) || document.source.includes(`${year}-`)),
  );
  const unknownPlace = named.length > 0 ? undefined : unknownPlaceIn(question, corpus, places);
  const regions = named.length > 0 || unknownPlace !== undefined || EVERYWHERE.test(question) ? named : regionsOfCorpus.filter((region) => region === here);
  const byRegion = corpus.documents.filter(({ region }) => regions.length === 0 || (region !== undefined && regions.includes(region)));
  return {
    regions,
    unknownPlace,
    years,
    unknownYears,
    documents: byRegion.map(({ id }) => id),
    named: regions.length > 0,
    printed,
  };
}

/** 各县的, 所有文件里: a question that is of every county, whatever was settled. */
const EVERYWHERE = /各县|两个?县|两县|所有县|每个县|哪个县|哪些县|全部文件|所有文件|两份文件|各份文件/u;

/** Whether a place is named and not left out: 不要把南昌的混进来, 不是西平. */
function namedAt(question: string, name: string): boolean {
  for (let at = question.indexOf(name); at >= 0; at = question.indexOf(name, at + 1)) {
    if (!/(?:不是|不要|别|除了|不含|不包括|排除|去掉|并非)(?:把|要|看|说|给我|混|算)?$/u.test(question.slice(Math.max(0, at - 6), at))) return true;
  }
  return false;
}

/** A region's name without its level word: 西平. */
export function stemOf(region: string): string {
  return region.length > 2 ? region.slice(0, -1) : region;
}

function yearsOf(question: string, printed: string[]): readonly number[] {
  const years: number[] = [];
  for (const match of question.matchAll(YEAR)) {
    const year = /^\d/u.test(match[1] ?? "") ? Number(match[1]) : parseNumeral(match[1] ?? "");
    if (year === undefined || year < 1949 || year > 2199) continue;
    years.push(year);
    printed.push(match[0]);
  }
  return [...new Set(years)];
}

/** A place that no document is of or mentions: one of the national list, or a well-formed name at the very start. */
function unknownPlaceIn(question: string, corpus: Corpus, places: Places): string | undefined {
  const mentioned = (place: string): boolean => corpus.documents.some(({ source }) => source.includes(place));
  const listed = places.findPlace(question);
  if (listed && !mentioned(listed)) return listed;
  const opening = LEVEL_NEAR_START.test(question) ? OPENING_PLACE.exec(question)?.[1] : undefined;
  return opening && !NOT_A_PLACE.test(opening) && !isStopWord(opening.slice(0, -1)) && !mentioned(opening) ? opening : undefined;
}
