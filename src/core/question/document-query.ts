import { coverageOf } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import type { Knowledge } from "./knowledge.ts";
import type { DocumentFact, Query } from "./query.ts";
import type { Reading } from "./reading.ts";

const ISSUE = "(?:印发|发布|下发|印|发|成文|出台|签发|公布|发文)";
const FACTS: readonly (readonly [DocumentFact, RegExp])[] = [
  [
    "issuedOn",
    new RegExp(
      `(?:什么时候|啥时候|何时|哪一?天|哪一?年|几月几[号日]|几[号日]|什么日子).{0,4}${ISSUE}|落款.{0,4}(?:哪|几|时间|日期)|${ISSUE}(?:的)?(?:时间|日期|年月)|${ISSUE}.{0,3}(?:什么时候|啥时候|何时|哪一?天|几号)|落款`,
      "u",
    ),
  ],
  ["documentNumber", /(?:文号|发文字号|文件号|发文号)(?:是|为|多少|$|[?。!])/u],
  ["issuer", new RegExp(`(?:谁|哪个(?:单位|部门|机关)|哪家|哪儿).{0,3}${ISSUE}(?:的|$|[?。!])|发文(?:单位|机关)|${ISSUE}(?:单位|机关)`, "u")],
  ["recipients", /主送|发给(?:谁|哪|了谁)|下发给|印发给|发到哪/u],
];
/** What each of them has. */
const FACT_WORD = /[印发签号]|成文|出台|公布|落款|主送/u;
/** Words for the document itself. */
const DOCUMENT_WORDS =
  /文件|工作安排|安排|方案|通知|报告|要点|计划|这份|那份|该文|年度|印发|发布|下发|成文|出台|签发|公布|发文|文号|发文字号|文件号|发给|发到|单位|机关|主送|落款|时间|日期|什么时候|啥时候|何时/gu;

/** A question about a document itself: when, by whom and to whom it was issued, under which number. */
export function documentQuery(reading: Reading, { corpus }: Knowledge): Query | undefined {
  if (!FACT_WORD.test(reading.question)) return undefined;
  const fact = FACTS.find(([, pattern]) => pattern.test(reading.question))?.[0];
  if (!fact || reading.units.named.length > 0) return undefined;
  const all = reading.scope.documents.flatMap((id) => corpus.document(id) ?? []);
  const [reference] = reading.references;
  const documents = reference
    ? all.filter(
        ({ documentNumber }) =>
          reference.number !== undefined && documentNumber?.sequence === reference.number.sequence && documentNumber.year === reference.number.year,
      )
    : all;
  const about = reading.topic.terms.map(({ text }) => text.replace(DOCUMENT_WORDS, "")).filter((text) => text.length > 1);
  const meant = documents.filter(
    (document) =>
      about.every((text) => coverageOf(text, matchText(document.title)) > 0.8) &&
      (fact === "recipients" ? document.primaryRecipients.length > 0 : document[fact] !== undefined),
  );
  const mentions = /文件|安排|方案|通知|报告|要点|计划|这份|该文|落款/u.test(reading.question) || reading.references.length > 0;
  return mentions && meant.length > 0 ? { kind: "document", scope: { documents: meant.map(({ id }) => id), named: reading.scope.named }, fact } : undefined;
}
