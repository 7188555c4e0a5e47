import type { Query } from "../question/query.ts";
import type { Answer, Block } from "./answer.ts";
import { answerArticle } from "./article-answer.ts";
import { cite, headingOf, itemOf } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, namesOfDocuments, tasksOf } from "./context.ts";
import { withCorrectedMarks } from "./corrected.ts";
import { answerRank, answerUnitCount } from "./count-answers.ts";
import { describeQuery } from "./describe.ts";
import { answerDocument } from "./document-answer.ts";
import { withLapsedNotes } from "./lapsed.ts";
import { makeAnswer } from "./make-answer.ts";
import { notFound } from "./not-found.ts";
import { answerOfficers } from "./officers-answer.ts";
import { answerOutline } from "./outline-answer.ts";
import { answerPassages } from "./passages-answer.ts";
import { answerReference } from "./reference-answer.ts";
import { answerTask } from "./task-answer.ts";
import { answerTasks } from "./tasks-answer.ts";
import { answerTopicUnits } from "./topic-units-answer.ts";

/** Answers a query from the ledger and the passages found. Every quote is a slice of a document. */
export function answerQuery(query: Query, context: AnswerContext): Answer {
  return withLapsedNotes(withCorrectedMarks(answerOf(query, context), context.corpus), context.corpus);
}

function answerOf(query: Query, context: AnswerContext): Answer {
  switch (query.kind) {
    case "tasks":
      return answerTasks(query, context);
    case "task":
      return answerTask(query, context);
    case "topic-units":
      return answerTopicUnits(query, context);
    case "rank":
      return answerRank(query, context);
    case "unit-count":
      return answerUnitCount(query, context);
    case "outline":
      return answerOutline(query, context);
    case "article":
      return answerArticle(query, context);
    case "officers":
      return answerOfficers(query, context);
    case "document":
      return answerDocument(query, context);
    case "reference":
      return answerReference(query, context);
    case "passages":
      return answerPassages(query, context);
    case "clarify":
      return clarify(query, context);
    case "absent":
      return absent(query, context);
    case "more":
      return said("list", describeQuery(query, context.corpus), query.shown > 0 ? `已经全部列出，共${query.shown}项，没有下一页。` : "前面没有没列完的内容。");
    case "nothing":
      return said("ignore", describeQuery(query, context.corpus), "请直接提问，例如：县司法局负责哪些任务。");
  }
}

/** Whether the passages are to be searched before this query is answered. */
export function wantsPassages(query: Query): boolean {
  return query.kind === "passages" || (query.kind === "topic-units" && query.tasks.length === 0);
}

function clarify(query: Extract<Query, { kind: "clarify" }>, { corpus }: AnswerContext): Answer {
  const understood = describeQuery(query, corpus);
  if (query.reason === "ambiguous-unit")
    return {
      ...said("clarify", understood, `有几个单位都可能是您说的：${query.choices.join("、")}。请写全名称。`),
      suggestions: query.choices.map((name) => `${name}负责哪些任务`),
    };
  if (query.reason === "which-row") return said("clarify", understood, `上面列了${query.tasks.length}项，请说要看第几个，例如：第二个的原文。`);
  if (query.reason === "nothing-before") return said("clarify", understood, "请先说是哪一项或哪个单位，例如：第二十一项由谁负责。");
  if (query.reason === "whose-unit")
    return said("clarify", understood, "还不知道您是哪个单位的：请写明单位名称；要让程序记住，请发「/bind 单位名称」，例如：/bind 县司法局。");
  const tasks = tasksOf(query.tasks, corpus);
  const first = tasks.filter((task) => task.assignments[0] !== undefined);
  const blocks: Block[] = first.slice(0, 5).map((task) => ({ kind: "entry", text: `${headingOf(task)}：首列${task.assignments[0]?.name ?? ""}` }));
  return {
    ...said("clarify", understood, "文件没有标明牵头单位，只写了责任单位，不能替文件认定谁牵头。"),
    blocks: [
      { kind: "text", text: "文件没有标明牵头单位，只写了责任单位，不能替文件认定谁牵头。", strong: true },
      ...(blocks.length > 0 ? [{ kind: "note" as const, text: "排在首位的单位（仅供参考，不等于牵头）：" }, ...blocks] : []),
    ],
    citations: tasks.slice(0, 5).map((task) => cite(documentOf(task, corpus), task.unitLine ?? task.body, task.path)),
    items: tasks.slice(0, 5).map((task) => itemOf(task, documentOf(task, corpus))),
    suggestions: ["列出全部责任单位的任务"],
  };
}

function absent(query: Extract<Query, { kind: "absent" }>, { corpus }: AnswerContext): Answer {
  const understood = describeQuery(query, corpus);
  const documents = documentsOf(query.scope.documents, corpus);
  const searched = `现有资料：${namesOfDocuments(documents)}。`;
  const text: Readonly<Record<typeof query.reason, string>> = {
    unit: `资料里没有点名“${query.what}”。${searched}`,
    year: `没有${query.what}的文件。${searched}`,
    place: `没有${query.what}的文件。${searched}`,
    number: `没有这个编号。${searched}`,
    section: `没有${query.what}。${documents.map(({ id, title }) => `《${title}》共${corpus.sectionsOf(id).length}个部分`).join("；")}。`,
    contact: `资料里没有人员姓名、电话、地址这类信息，请向当地机关查询。${searched}`,
    "no-tasks": `${query.what}的文件里没有责任分工，不列任务。${searched}`,
    lead: `文件没有标明牵头单位。${searched}`,
    "no-documents": "现在一份资料也没有，请先放入文件。",
    command: "我只照着文件回答问题，不扮演、不创作，也不改变文件的内容。",
    long: `内容太长，没有读到一个明确的问题。请把问题单独发一遍。`,
  };
  const near =
    query.reason === "unit"
      ? nearNames(
          query.what,
          documents.flatMap(({ id }) => [...corpus.namesOf(id).values()]),
        )
      : [];
  return notFound({
    understood,
    text: text[query.reason],
    suggestions: [...near.map((name) => `${name}负责哪些任务`), ...(corpus.tasks.length > 0 ? ["点名的责任单位有哪些"] : [])],
  });
}

/** Named units that differ from a name by one character, level word aside. Offered, never taken. */
function nearNames(name: string, names: readonly string[]): readonly string[] {
  const bare = (one: string): string => one.replace(/^.{0,4}?[省市县区旗](?=.{2,}$)/u, "");
  const asked = bare(name);
  return [...new Set(names)].filter((one) => {
    const other = bare(one);
    return other.length === asked.length && [...other].filter((character, index) => character !== asked.charAt(index)).length === 1;
  });
}

function said(behaviour: Answer["behaviour"], understood: string, text: string): Answer {
  return makeAnswer({ behaviour, understood, blocks: [{ kind: "text", text, strong: true }] });
}
