import type { OfficialDocument } from "../../core/document/official-document.ts";
import type { Corpus } from "../../core/ledger/corpus.ts";
import { documentsNamed, normaliseQuestion, stemOf } from "../../core/question/index.ts";
import { findNamedUnit } from "../duties/named-units.ts";
import { timeFigures } from "../duties/time-figures.ts";
import type { Office } from "../office/office.ts";
import { type MadePicture, makePicture, type PictureKind } from "./make-picture.ts";
import * as zh from "./messages.zh.ts";
import type { Picture } from "./picture.ts";
import { newestPlans, plansByAge } from "./plans.ts";

/** A picture that was asked for, with what is said of it; or one sentence that says why there is none. */
export type ChartFound =
  | { readonly kind: "chart"; readonly picture: Picture; readonly caption: string }
  | { readonly kind: "sentence"; readonly sentence: string };

/** What holds where the words say nothing. */
export interface ChartPlace {
  /** The unit that the chat is bound to. */
  readonly unit: string | undefined;
  /** The county that was settled for the chat. */
  readonly place: string | undefined;
}

/** Words for a kind of picture; the first kind that is found counts. */
const KIND_WORDS: readonly (readonly [kind: PictureKind, words: string])[] = [
  ["months", "到期|期限|时限|日期|各月|按月|月份"],
  ["shared", "共同|合作|协同|一起|一同"],
  ["units", "任务数|各单位|全部单位|所有单位"],
];
const ALL = "全县|全区|全市|全部|所有";
const FILLER = "的|任务|图表|图|是|与|和|有|\\s|[,。、:?!]";
const WORDS = [...KIND_WORDS.map(([, words]) => words), ALL, FILLER].join("|");
/** Only at the ends: 县供销合作社 and 县政务服务和大数据管理局 are units. */
const AT_ENDS = new RegExp(`^(?:${WORDS})+|(?:${WORDS})+$`, "gu");
/** 《…》, 西政办〔2020〕20号 */
const CITED = /《[^《》]{1,200}》|[\p{Script=Han}]{0,12}[〔[(](?:19|20)\d\d[〕\])]\d{1,4}号/gu;
const MOST_NAMED = 5;

/** Reads `县司法局`, `西平县`, `县司法局 到期`, a document's title or number; without words, the unit of the chat or its county is meant. */
export async function findChart(office: Pick<Office, "corpus" | "findUnit">, words: string, here: ChartPlace): Promise<ChartFound> {
  const corpus = await office.corpus();
  const asked = readAsked(normaliseQuestion(words), corpus);
  const plans = plansAsked(asked, corpus, here);
  if (typeof plans === "string") return sentence(plans);
  const unit = asked.unit === "" ? { kind: "none" as const } : await office.findUnit(asked.unit);
  if (unit.kind === "choices") return sentence(zh.whichUnitMeant(unit.choices));
  if (unit.kind === "unknown") return sentence(zh.neitherUnitNorDocument(words));
  const name = unit.kind === "unit" ? unit.name : asked.isOfAll ? undefined : here.unit;
  return chartOf(asked.kind, corpus, plans, name);
}

interface ChartAsked {
  readonly kind: PictureKind | undefined;
  readonly documents: readonly OfficialDocument[];
  readonly places: readonly string[];
  /** Words that must be a unit; empty where there are none. */
  readonly unit: string;
  /** Whether all units are meant, whatever the chat is bound to. */
  readonly isOfAll: boolean;
}

function readAsked(words: string, corpus: Corpus): ChartAsked {
  const cited = words.match(CITED)?.join("") ?? "";
  const documents = documentsNamed(cited === "" ? words : cited, corpus);
  const uncited = words.replace(CITED, "");
  const rest = cited === "" && documents.length > 0 ? "" : uncited.replace(AT_ENDS, "");
  const around = uncited.match(AT_ENDS)?.join(" ") ?? "";
  const [kind] = KIND_WORDS.find(([, cue]) => new RegExp(cue, "u").test(around)) ?? [];
  const known = [...new Set(corpus.documents.flatMap(({ region }) => region ?? []))];
  const whole = known.filter((region) => rest.includes(region));
  const places = whole.length > 0 ? whole : known.filter((region) => rest === stemOf(region));
  const isPlace = places.some((region) => rest === region || rest === stemOf(region));
  const isOfAll = isPlace || documents.length > 0 || kind === "units" || new RegExp(ALL, "u").test(around);
  return { kind, documents, places, unit: isPlace ? "" : rest, isOfAll };
}

/** The plans that may be meant: the documents that are named, else the newest plan of each county that may be. @returns a sentence where there is none */
function plansAsked({ documents, places }: ChartAsked, corpus: Corpus, { place }: ChartPlace): readonly OfficialDocument[] | string {
  if (documents.length > 0) {
    const named = plansByAge(corpus).filter((plan) => documents.includes(plan));
    return named.length > 0 ? named : zh.documentWithoutTasks(documents[0]?.title ?? "");
  }
  const newest = newestPlans(corpus);
  if (newest.length === 0) return zh.NO_PLANS;
  const wanted = places.length > 0 ? places : place === undefined ? [] : [place];
  const found = wanted.length === 0 ? newest : newest.filter(({ region }) => wanted.includes(region ?? ""));
  return found.length > 0 ? found : zh.placeWithoutPlan(wanted.join("、"));
}

/** @param plans at least one; several where the words leave it open which */
function chartOf(kind: PictureKind | undefined, corpus: Corpus, plans: readonly OfficialDocument[], name: string | undefined): ChartFound {
  const naming = name === undefined ? plans : plans.filter(({ id }) => findNamedUnit(corpus, id, name) !== undefined);
  const [document, ...others] = naming;
  if (!document) return sentence(zh.unitNotNamed(name ?? "", plans[0]?.title ?? ""));
  if (others.length > 0) return sentence(zh.whichPlanMeant(naming.slice(0, MOST_NAMED)));
  const unit = name === undefined ? undefined : findNamedUnit(corpus, document.id, name)?.name;
  const made = makePicture(kind ?? kindFor(corpus, document, unit), corpus, { document, unit });
  return made.drawn
    ? { kind: "chart", picture: made.drawn.picture, caption: captionOf(made, document) }
    : sentence(`《${document.title}》${made.title}：${made.note}`);
}

/** Of all units, how many tasks each has; of one, what is due when, and where nothing is, with whom it has tasks. */
function kindFor(corpus: Corpus, { id }: OfficialDocument, unit: string | undefined): PictureKind {
  if (unit === undefined) return "units";
  return timeFigures(corpus, { document: id, unit }).months.length > 0 ? "months" : "shared";
}

function captionOf({ title, note }: MadePicture, document: OfficialDocument): string {
  return `${title}\n${note}\n${zh.sourceLine(document)}。`;
}

function sentence(text: string): ChartFound {
  return { kind: "sentence", sentence: text };
}
