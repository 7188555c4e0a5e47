import { followsNothing, followUp } from "./follow-up.ts";
import { distinctTerms } from "./headings.ts";
import type { Knowledge } from "./knowledge.ts";
import { asksNothing, isBlank, LONG_QUESTION_CHARACTERS } from "./normalise.ts";
import { pastedQuestion } from "./pasted-question.ts";
import { queryOf } from "./queries.ts";
import type { Conversation, Query } from "./query.ts";
import { wholeScope } from "./query-scope.ts";
import { type Reading, readQuestion } from "./reading.ts";
import { asksOfUs } from "./us.ts";

/** A question as it was understood. */
export interface Understanding {
  readonly query: Query;
  /** Words of the question that the query does not use, so that a misreading can be seen. */
  readonly unused: readonly string[];
  /** Whether it names something that is in no list, so that a misspelling is likely. */
  readonly namesUnknown: boolean;
}

/**
 * Turns a normalised question into a query.
 * @param question less 我们局, which `withUs` replaces where the unit is known
 * @param previous what the turn before left; a question that is whole by itself does not use it
 * @returns never fails; a question that cannot be read becomes a passage query or `nothing`
 */
export function understand(question: string, knowledge: Knowledge, previous: Conversation | undefined): Understanding {
  if (isBlank(question)) return understood({ kind: "nothing" });
  if (isPasted(question))
    return understood(pastedQuestion(question, knowledge)?.query ?? { kind: "absent", reason: "long", what: "", scope: wholeScope(knowledge.corpus) });
  if (asksOfUs(question, knowledge.register)) return understood({ kind: "clarify", reason: "whose-unit", tasks: [], choices: [] });
  const reading = readQuestion(question, knowledge);
  const followed = previous ? followUp(reading, withoutPaste(previous, knowledge), knowledge) : followsNothing(reading);
  const query: Query = followed ?? (asksNothing(question) ? { kind: "nothing" } : queryOf(reading, knowledge));
  return { query, unused: unusedBy(query, reading, knowledge), namesUnknown: reading.units.unknown !== undefined };
}

function understood(query: Query): Understanding {
  return { query, unused: [], namesUnknown: false };
}

function isPasted(question: string): boolean {
  return question.length > LONG_QUESTION_CHARACTERS;
}

/** What follows a pasted text follows the question in it. */
function withoutPaste(previous: Conversation, knowledge: Knowledge): Conversation {
  return isPasted(previous.question) ? { ...previous, question: pastedQuestion(previous.question, knowledge)?.sentence ?? "" } : previous;
}

/** Words of roles, times and sets, which the filters use. */
const USED =
  /不少于|不|没有?|也|都|又|要|需要?|由|单位|部门|分别|之间|以[上下内后前]|[\d一二两三四五六七八九十]+[项条次家个月]?|牵头|主办|主责|配合|协办|协助|协同|参与|参加|负责|完成|到期|截止|办结|期限|时限|频次|写明|标明|包[含括]|含|单独|一起|共同|联合|干活|分工|责任|任务|最[多少]|至少/gu;

/** A list of tasks by units, numbers or times does not use the topic; passages use every word. */
function unusedBy(query: Query, { topic, units }: Reading, { corpus }: Knowledge): readonly string[] {
  if (query.kind !== "tasks" || units.mentions.length === 0) return [];
  const { words, among, sections, scope } = query.filter;
  if (words.length > 0 || among !== undefined || sections.length > 0) return [];
  return distinctTerms(topic, scope.documents, corpus).filter((term) => term.replace(USED, "") !== "");
}
