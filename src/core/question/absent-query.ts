import { everyTask, findTasks, isNamed } from "./filters.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Query } from "./query.ts";
import { hasTasks, planScope, projectionOf, wholeScope } from "./query-scope.ts";
import type { Reading } from "./reading.ts";
import type { AskedReference } from "./references-asked.ts";
import { unitFilter } from "./unit-query.ts";

type AbsentQuery = Extract<Query, { kind: "absent" }>;

/** What no document can answer: other years, other places, persons and telephone numbers, commands to the program. */
export function absentQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const { scope, cues, units } = reading;
  const absent = (reason: AbsentQuery["reason"], what: string): AbsentQuery => ({ kind: "absent", reason, what, scope: wholeScope(corpus) });
  if (corpus.documents.length === 0) return absent("no-documents", "");
  if (cues.has("command")) return absent("command", reading.question);
  if (cues.has("contact")) return absent("contact", reading.question);
  if (scope.unknownYears.length > 0) return absent("year", `${scope.unknownYears[0]}年`);
  const known = new Set(corpus.documents.map(({ region }) => region));
  const elsewhere = units.places.find((place) => !known.has(place)) ?? scope.unknownPlace;
  if (elsewhere && scope.regions.length === 0) return absent("place", elsewhere);
  const asksTasks = cues.has("tasks") || cues.has("count");
  const plans = planScope(reading, corpus);
  if (
    scope.years.length > 0 &&
    asksTasks &&
    scope.regions.length === 0 &&
    !scope.years.every((year) => corpus.documents.some((document) => document.year === year))
  )
    return absent("year", `${scope.years.find((year) => !corpus.documents.some((document) => document.year === year))}年`);
  const asksAssigned =
    /任务|责任分工|职责分工|责任单位/u.test(reading.question) &&
    units.named.length === 0 &&
    reading.topic.terms.every(({ text }) => /^[\d零一二三四五六七八九十百项]+$/u.test(text));
  if (scope.named && asksAssigned && plans.documents.length > 0 && !hasTasks(plans.documents, corpus))
    return { ...absent("no-tasks", scope.regions.join("、")), scope: plans };
  const [year] = scope.years;
  if (plans.documents.length === 0 && asksTasks && year !== undefined) return absent("year", `${year}年`);
  return undefined;
}

/** 带书名号的任务, 引用了文件的任务: any document; 引用了河南省出台的办法的: one whose title begins so. */
function anyDocument(question: string): Pick<AskedReference, "printed" | "number" | "title"> | undefined {
  if (!/任务|事项|[哪几][些几一]?[项条]/u.test(question)) return undefined;
  if (/书名号/u.test(question)) return { printed: "书名号《》", number: undefined, title: undefined };
  const issuer = CITES_OF.exec(question)?.groups?.["issuer"];
  return issuer === undefined ? undefined : { printed: `《${issuer}……》`, number: undefined, title: `${issuer}…` };
}

const CITES_OF =
  /(?:引用|援引|依据|提到|写到|点到|列出|执行|落实)(?:了|过|到)?(?<issuer>[\p{Script=Han}]{2,4}[省市])(?:政府|里|级)?(?:出台|印发|发布|制定|下发|颁布)?(?:的)?(?:文件|办法|条例|方案|规定|意见|政策|法规|制度|规章)/u;

/** 国办发〔2018〕115号, 《优化营商环境条例》: where it is cited, unless the question asks something else of it. */
export function referenceQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  const reference = reading.references[0] ?? anyDocument(reading.question);
  if (!reference) return undefined;
  const scope = { documents: reading.scope.documents, named: reading.scope.named };
  if (reference.title && reading.cues.has("who")) return undefined;
  const own = corpus.documents.find((document) => isNamed(document, reference));
  const listsTasks =
    /哪些|哪几[项条个]|(?:任务|事项|条目)(?:都|分别)?有|几[项条]|列/u.test(reading.question) && !/第几|哪里|哪儿|何处|出处|在哪/u.test(reading.question);
  if (!own && listsTasks && hasTasks(scope.documents, corpus) && (!reading.cues.has("figure") || reading.cues.has("bareCount") || reading.cues.has("count"))) {
    const { printed, number, title } = reference;
    const filter = unitFilter(reading, { ...everyTask(planScope(reading, corpus)), reference: { printed, number, title } });
    if (findTasks(filter, corpus).length > 0) return { kind: "tasks", filter, projection: reading.cues.has("bareCount") ? "count" : projectionOf(reading) };
  }
  if (own && (reading.cues.has("count") || listsTasks || reading.cues.has("outline") || reading.units.named.length > 0)) return undefined;
  if (reading.references.length === 0) return undefined;
  return { kind: "reference", scope, printed: reference.printed, number: reference.number, title: reference.title };
}
