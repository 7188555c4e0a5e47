import type { OfficialDocument } from "../document/official-document.ts";
import type { Deadline, Task } from "../ledger/task.ts";
import { findTasks, officerNamed, recurs } from "../question/filters.ts";
import type { Query, TaskFilter } from "../question/query.ts";
import { clauseSpans, sentenceSpans } from "../search/clauses.ts";
import { matchText } from "../search/match-text.ts";
import { type Span, sliceOf } from "../text/span.ts";
import { absentUnits } from "./absent-units.ts";
import type { Answer, Block, Citation } from "./answer.ts";
import { cite, headingOf, itemOf, unitQuotes } from "./cite.ts";
import { type AnswerContext, documentOf, documentsOf, namesOfDocuments } from "./context.ts";
import { describeFilter, partOf, ROLE } from "./describe.ts";
import { makeAnswer } from "./make-answer.ts";
import { labelNote, unitMisprintNote } from "./misprint.ts";
import { namesWithRoles, officerLine } from "./officers-answer.ts";
import { otherYears } from "./other-years.ts";
import { unitsOfTasks } from "./units-of-tasks.ts";

type TasksQuery = Extract<Query, { kind: "tasks" }>;

/** Lists the whole set of tasks that a filter finds, or counts it, or names its units. */
export function answerTasks(query: TasksQuery, context: AnswerContext): Answer {
  const { corpus } = context;
  const absent = absentUnits(query.filter, context);
  if (absent) return absent;
  const tasks = findTasks(query.filter, corpus);
  const understood = describeFilter(query, corpus);
  if (tasks.length === 0) return emptySet(query, understood, context);
  if (query.projection === "units") return unitsOfTasks(tasks, query, understood, context);
  const many = new Set(tasks.map(({ documentId }) => documentId)).size > 1;
  const entries: Block[] = [];
  const citations: Citation[] = [];
  tasks.forEach((task, index) => {
    const document = documentOf(task, corpus);
    const before = tasks[index - 1];
    if (many && before?.documentId !== task.documentId)
      entries.push({ kind: "text", text: `《${document.title}》${tasks.filter(({ documentId }) => documentId === task.documentId).length}项：` });
    const section = sectionHeading(task, document);
    if (section && (!before || before.documentId !== task.documentId || sectionHeading(before, document) !== section))
      entries.push({ kind: "text", text: section });
    const evidence = query.projection === "deadlines" && task.deadline ? [task.deadline.span] : evidenceFor(task, query.filter, document);
    citations.push(...evidence.map((span) => cite(document, span, task.path)));
    entries.push({ kind: "entry", text: entryText(task, query, document.source, index + 1), item: index, citation: citations.length - 1 });
  });
  const elsewhere = otherYears(query.filter, corpus);
  const notes = [...notesOn(tasks, query.filter, context), ...(elsewhere ? [elsewhere.note] : [])];
  return makeAnswer({
    behaviour: query.projection === "count" ? "number" : query.projection === "deadlines" && tasks.length === 1 ? "text" : "list",
    understood,
    blocks: [
      { kind: "text", text: firstLine(query, tasks, context), strong: true },
      ...eachCount(query, tasks, context),
      ...entries,
      ...notes.map((text): Block => ({ kind: "note", text })),
    ],
    items: tasks.map((task) => itemOf(task, documentOf(task, corpus))),
    number: query.projection === "count" ? tasks.length : timesAYear(tasks, query),
    citations,
    suggestions: elsewhere ? [elsewhere.question] : [],
    ...(elsewhere && { otherYears: elsewhere.total }),
  });
}

/** 每年不少于12期: how often at least, where the deadline of one task is asked for. */
function timesAYear([task, ...others]: readonly Task[], { projection }: TasksQuery): number | null {
  return projection === "deadlines" && others.length === 0 ? (task?.deadline?.minCount ?? null) : null;
}

/** The count and the scope: 县司法局:29项(共29项),出自《…》(西政办〔2020〕20号),成文2020-07-08。 */
function firstLine(query: TasksQuery, tasks: readonly Task[], { corpus }: AnswerContext): string {
  const subject = subjectOf(query.filter);
  const documents = documentsOf([...new Set(tasks.map(({ documentId }) => documentId))], corpus);
  const [document] = documents;
  const source =
    documents.length === 1 && document
      ? `《${document.title}》${document.documentNumber ? `（${document.documentNumber.printed}）` : ""}${document.issuedOn ? `，成文${document.issuedOn}` : ""}`
      : `${documents.length}份文件`;
  const total = documents.reduce((sum, { id }) => sum + corpus.tasksOf(id).length, 0);
  const counted = query.projection === "count" ? `共${tasks.length}项（按台账逐项计数）` : `${tasks.length}项，已全部列出`;
  return `${subject}${counted}。出自${source}${document && documents.length === 1 ? `，全文共${total}项` : ""}。`;
}

/** 二、规范行政执法3项、三、化解矛盾纠纷2项; 牵头4项、配合2项 */
function eachCount({ each, filter }: TasksQuery, tasks: readonly Task[], { corpus }: AnswerContext): readonly Block[] {
  if (each === undefined) return [];
  const counts = new Map<string, number>();
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const task of tasks) {
    if (each === "section") add(sectionHeading(task, documentOf(task, corpus)) ?? "不在各部分里的");
    else for (const role of new Set(task.assignments.flatMap((own) => (filter.allOf.some(({ unit }) => unit === own.unit) ? [own.role] : [])))) add(ROLE[role]);
  }
  return [{ kind: "text", text: `其中${[...counts].map(([name, count]) => `${name}${count}项`).join("，")}。` }];
}

/** The part that a task stands in, as printed: 五、全面落实行政执法责任制; undefined for a task outside every part. */
function sectionHeading(task: Task, { nodes }: OfficialDocument): string | undefined {
  const parent = nodes[task.node]?.parent;
  const section = parent === undefined ? undefined : nodes[parent];
  return section && section.title !== "" ? `${section.label}${section.title}` : undefined;
}

function subjectOf(filter: TaskFilter): string {
  const names = [...filter.allOf, ...filter.anyOf].map((asked) => `${asked.name}${asked.role || asked.notRole || asked.first ? partOf(asked) : ""}`);
  if (names.length === 0 && filter.officer !== undefined) return `${filter.officer}：`;
  const joined = names.join(filter.anyOf.length > 0 ? "或" : "、");
  return joined === "" ? "" : `${joined}：`;
}

function entryText(task: Task, { filter, projection }: TasksQuery, source: string, position: number): string {
  if (projection === "deadlines" && task.deadline) return `${position}. ${headingOf(task)}：「${task.deadline.text}」${dueDay(task.deadline)}`;
  const clauses = [...clausesFor(task, filter), ...wordClauses(task, filter, source)].slice(0, MAX_CLAUSES).map((span) => `「${sliceOf(source, span)}」`);
  const inCharge =
    filter.officer === undefined
      ? ""
      : `（${namesWithRoles(task.officers.filter((one) => officerNamed({ ...task, officers: [one] }, filter.officer ?? "", undefined)))}）`;
  const heading = `${position}. ${headingOf(task)}${inCharge}`;
  if (clauses.length === 0 && isNamedElsewhere(task, source)) return `${heading}：「${sliceOf(source, firstSentence(task, source))}」`;
  return `${heading}${clauses.length > 0 ? `：${clauses.join("")}` : ""}`;
}

/** The day that a deadline's words come to, where they do not print it. */
function dueDay({ text, dueOn }: Deadline): string {
  return dueOn === undefined || /\d{4}.*\d{1,2}.*\d{1,2}\s*日/u.test(text) ? "" : `（即${dueOn}）`;
}

/** Whether a task's text does not hold its title: rows of a table that share one say what each is about. */
function isNamedElsewhere({ title, body }: Task, source: string): boolean {
  return title !== "" && !matchText(sliceOf(source, body)).includes(matchText(title).slice(0, FEWEST_TITLE_CHARACTERS));
}

const FEWEST_TITLE_CHARACTERS = 6;

function firstSentence({ body }: Task, source: string): Span {
  return trimClause(source, sentenceSpans(source, body)[0] ?? body);
}

/** More of the clauses that fit are one tap away. */
const MAX_CLAUSES = 3;

/** The words that make a task meet a question about time. */
function clausesFor(task: Task, filter: TaskFilter): readonly Span[] {
  if (filter.recurrence === undefined && filter.dueBy === undefined && filter.dueFrom === undefined && filter.pace === undefined) return [];
  const meets = (time: { recurring: unknown; dueOn: string | undefined }): boolean =>
    filter.recurrence !== undefined
      ? recurs(time, filter)
      : time.recurring === undefined &&
        time.dueOn !== undefined &&
        (filter.dueBy === undefined || time.dueOn <= filter.dueBy) &&
        (filter.dueFrom === undefined || time.dueOn >= filter.dueFrom);
  const clauses = task.obligations.filter(meets).map(({ span }) => span);
  if (clauses.length > 0) return clauses;
  return task.deadline ? [task.deadline.span] : [];
}

/** The clauses with the words that were asked for. */
function wordClauses(task: Task, filter: TaskFilter, source: string): readonly Span[] {
  if (filter.words.length === 0) return [];
  return clauseSpans(source, task.body)
    .filter((span) => filter.words.some((word) => matchText(sliceOf(source, span)).includes(word)))
    .map((span) => trimClause(source, span));
}

function trimClause(source: string, { start, end }: Span): Span {
  const words = source.slice(start, end).replace(/(?<![,，、;；。:：\s])[,，、;；。:：\s]+$/u, "");
  return { start, end: start + words.length };
}

/** What proves that a task is in the set: the clause for a time, else the line that names the units, else its heading. */
function evidenceFor(task: Task, filter: TaskFilter, document: OfficialDocument): readonly Span[] {
  const { source } = document;
  const clauses = [...clausesFor(task, filter), ...wordClauses(task, filter, source)];
  if (clauses.length > 0) return clauses;
  if (filter.officer !== undefined) return [officerLine(document, task, filter.officer)];
  const byUnit = filter.allOf.length + filter.anyOf.length + filter.noneOf.length + filter.collectiveAllOf.length + filter.collectiveNoneOf.length > 0;
  const stated = isNamedElsewhere(task, source) ? [firstSentence(task, source)] : [];
  if (byUnit && task.unitLine) return [...stated, ...unitQuotes(task)];
  if (stated.length > 0) return stated;
  return [{ start: task.body.start, end: Math.min(task.body.end, task.body.start + headingOf(task).length + 1) }];
}

function notesOn(tasks: readonly Task[], filter: TaskFilter, { corpus }: AnswerContext): readonly string[] {
  const notes = tasks.flatMap((task) => {
    const note = labelNote(task, corpus);
    return note ? [`${headingOf(task)}：${note}`] : [];
  });
  const asked = new Set([...filter.allOf, ...filter.anyOf].map(({ unit }) => unit));
  const misprint = unitMisprintNote(tasks.map((task) => ({ ...task, assignments: task.assignments.filter(({ unit }) => asked.has(unit)) })));
  const listed = tasks.length <= MAX_NOTED ? notes : notes.slice(0, MAX_NOTED);
  return misprint ? [...listed, misprint] : listed;
}

/** Notes on single tasks are for short reading. */
const MAX_NOTED = 6;

function emptySet(query: TasksQuery, understood: string, { corpus }: AnswerContext): Answer {
  const searched = namesOfDocuments(documentsOf(query.filter.scope.documents, corpus));
  const each = [...query.filter.allOf].map((asked) => `${asked.name}${findTasks({ ...query.filter, allOf: [asked] }, corpus).length}项`);
  const alone = query.filter.allOf.length > 1 ? `分别看：${each.join("，")}。` : "";
  return makeAnswer({
    behaviour: "list",
    understood,
    blocks: [{ kind: "text", text: `没有这样的任务，0项。查的是${searched}。`, strong: true }, ...(alone ? [{ kind: "note" as const, text: alone }] : [])],
    number: query.projection === "count" ? 0 : null,
    suggestions: query.filter.allOf.length > 1 ? query.filter.allOf.map(({ name }) => `${name}负责哪些任务`) : [],
  });
}
