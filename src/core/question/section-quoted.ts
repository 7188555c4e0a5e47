import type { Corpus } from "../ledger/corpus.ts";
import { coverageOf } from "../search/coverage.ts";
import { matchText } from "../search/match-text.ts";
import type { TaskFilter } from "./query.ts";

/** 落实机制部分, 服务型行政执法那一大块: a heading, perhaps clipped, and the word for a part. */
const PART = /(?<said>\p{Script=Han}{4,24}?)的?(?:这|那)?(?:一)?个?(?:大?(?:部分|板块|章节?)|大块|大项|(?<loose>块))/u;
/** 完善落实机制下头挂着什么任务: a heading and what stands below it. */
const BELOW =
  /(?<said>\p{Script=Han}{4,24}?)(?:这|那)?(?:个|一)?(?:标题|题目)?(?:下[头面边]|底下|名下|里[头面边]?|之下)(?:的|都|又|一?共|挂[着了的]?|列[着了的]?|有|是|分|写[着了的]?){0,4}(?:什么|啥|哪|几|[一二两三四五六七八九十\d]{1,2}[项条]|任务|事项|条目|内容)/u;
/** What must stand in a question for a pattern to match; most hold none of it. */
const PART_WORD = /部分|板块|章|块|大项/u;
const BELOW_WORD = /[下里]/u;
/** So little of a heading names it to no reader. */
const FEWEST_CHARACTERS = 4;

/**
 * The one section whose heading a question quotes, whole or clipped, before a word for a part of a document.
 * @returns undefined where none, or several, have all that is quoted
 */
export function sectionQuoted(question: string, documents: TaskFilter["scope"]["documents"], corpus: Corpus): TaskFilter["sections"][number] | undefined {
  const part = PART_WORD.test(question) ? PART.exec(question) : null;
  const groups = (part ?? (BELOW_WORD.test(question) ? BELOW.exec(question) : null))?.groups;
  const said = groups?.["said"];
  if (said === undefined) return undefined;
  // 这块 is said of any subject, so that a heading before it must be all that is said.
  const mostCut = groups?.["loose"] === undefined ? said.length : 0;
  const sections = documents.flatMap((document) =>
    corpus.sectionsOf(document).flatMap((section) => (section.tasks.length > 0 ? [{ document, node: section.node, title: matchText(section.title) }] : [])),
  );
  const words = matchText(said);
  const titles = documents.map((id) => matchText(corpus.document(id)?.title ?? ""));
  for (let from = 0; words.length - from >= FEWEST_CHARACTERS && from <= mostCut; from += 1) {
    const quoted = words.slice(from);
    if (titles.some((title) => coverageOf(quoted, title) === 1)) continue;
    const fitting = sections.filter(({ title }) => coverageOf(quoted, title) === 1 && title.includes(quoted.slice(-FEWEST_ALIKE)));
    const [only] = fitting;
    if (only && fitting.length === 1) return { document: only.document, node: only.node };
    if (fitting.length > 1) return undefined;
  }
  return undefined;
}

/** What stands right before the word for a part is quoted to the letter. */
const FEWEST_ALIKE = 3;
