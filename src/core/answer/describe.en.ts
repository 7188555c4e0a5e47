import type { Corpus } from "../ledger/corpus.ts";
import type { Recurrence, Role } from "../ledger/task.ts";
import type { AskedUnit, PassagesQuery, Query, Scope, TaskFilter, TaskProjection } from "../question/query.ts";

const RECURRENCE: Readonly<Record<Recurrence | "irregular", string>> = {
  monthly: "every month",
  quarterly: "every quarter",
  "half-yearly": "every half year",
  yearly: "every year",
  irregular: "at regular times",
};
const ROLE: Readonly<Record<Role, string>> = { lead: "led by", responsible: "of", support: "supported by" };
const PROJECTION: Readonly<Record<TaskProjection, string>> = {
  list: "tasks",
  count: "number of tasks",
  units: "units of the tasks",
  deadlines: "deadlines of the tasks",
};
const FACTS: Readonly<Record<Extract<Query, { kind: "document" }>["fact"], string>> = {
  issuedOn: "date of the document",
  documentNumber: "number of the document",
  issuer: "issuer of the document",
  recipients: "recipients of the document",
};
const RANKED: Readonly<Record<Extract<Query, { kind: "rank" }>["of"], string>> = {
  units: "units by their tasks",
  tasks: "tasks by their units",
  sections: "sections by their tasks",
  regions: "counties by their tasks",
};
const WANTED: Readonly<Record<PassagesQuery["wanted"], string>> = {
  passage: "passages on",
  figure: "a figure for",
  date: "a date for",
  frequency: "how often:",
  definition: "a definition of",
  basis: "the basis of",
};

/** A query in one short English line, for a reader who asked in English. Names stay as the documents print them: 西平县 2020 · tasks of 县司法局 */
export function describeInEnglish(query: Query, corpus: Corpus): string {
  const parts = partsOf(query, corpus).filter((part) => part !== "");
  return parts.join(" · ");
}

function partsOf(query: Query, corpus: Corpus): readonly string[] {
  switch (query.kind) {
    case "tasks":
      return [scopeName(query.filter.scope, corpus), ...filterParts(query.filter, query.projection, corpus)];
    case "task":
      return [scopeName(query.scope, corpus), `task ${query.found.length === 1 ? (query.found[0]?.ordinal ?? query.number) : query.number}`, query.projection];
    case "topic-units":
      return [scopeName(query.scope, corpus), `units ${query.role === "lead" ? "that lead" : "responsible for"} “${query.about}”`];
    case "rank":
      return [scopeName(query.scope, corpus), RANKED[query.of], orderOf(query.order)];
    case "unit-count":
      return [scopeName(query.scope, corpus), "units that are named"];
    case "outline":
      return [scopeName(query.scope, corpus), "headings of the parts"];
    case "article":
      return [scopeName(query.scope, corpus), ...articleParts(query)];
    case "officers":
      return [scopeName(query.scope, corpus), `persons in charge${query.role === undefined ? "" : ` (${query.role})`}`, query.stranger ?? ""];
    case "document":
      return [scopeName(query.scope, corpus), FACTS[query.fact]];
    case "reference":
      return [query.printed, "where it is cited"];
    case "passages":
      return [scopeName(query.scope, corpus), `${WANTED[query.wanted]} “${query.words.trim().slice(0, MAX_WORDS)}”`];
    case "more":
      return ["more of the same"];
    case "clarify":
      return ["several readings"];
    case "absent":
      return [query.what.slice(0, MAX_WORDS), "not in the documents"];
    case "nothing":
      return ["no question"];
  }
}

/** article 18-1, paragraph 2, item 3 */
function articleParts({ asked, chapters, wanted }: Extract<Query, { kind: "article" }>): readonly string[] {
  const places = asked.map(({ number, insertion, paragraph, item, point }) =>
    [
      number < 0 ? "last article" : `article ${number}${insertion > 0 ? `-${insertion}` : ""}`,
      paragraph === undefined ? "" : paragraph < 0 ? "last paragraph" : `paragraph ${paragraph}`,
      item === undefined ? "" : `item ${item}`,
      point === undefined ? "" : `point ${point}`,
    ]
      .filter((part) => part !== "")
      .join(", "),
  );
  const parts = chapters.map(({ level, number }) => `${LEVELS[level]} ${number}`).join(", ");
  return [places.length > 0 ? places.join("; ") : parts, wanted === "text" ? "" : `number of ${wanted === "count" ? "articles" : wanted}`];
}

const LEVELS = { 编: "book", 章: "chapter", 节: "section" } as const;

/** Of what a reader wrote no more is repeated, in characters. */
const MAX_WORDS = 40;

function filterParts(filter: TaskFilter, projection: TaskProjection, corpus: Corpus): readonly string[] {
  const names = (units: readonly { readonly name: string }[], joiner: string): string => units.map(({ name }) => name).join(joiner);
  const parts: string[] = [];
  if (filter.allOf.length > 0) parts.push(`${joined(filter.allOf, " and ")}${filter.onlyThese ? " alone" : ""}`);
  if (filter.anyOf.length > 0) parts.push(joined(filter.anyOf, " or "));
  if (filter.noneOf.length > 0) parts.push(`without ${names(filter.noneOf, ", ")}`);
  if (filter.collectiveAllOf.length > 0) parts.push(`naming ${filter.collectiveAllOf.join(", ")}`);
  if (filter.collectiveNoneOf.length > 0) parts.push(`not naming ${filter.collectiveNoneOf.join(", ")}`);
  const sections = filter.sections.flatMap(({ document, node }) => corpus.document(document)?.nodes[node] ?? []);
  if (sections.length > 0) parts.push(`in ${sections.map(({ label, title }) => `${label}${title}`).join(" and ")}`);
  if (filter.among) parts.push(`among ${filter.among.length} of them`);
  if (filter.misnumbered) parts.push("with a repeated or misprinted number");
  if (filter.anyWords.length > 0) parts.push(`saying “${filter.anyWords.join("” or “")}”`);
  if (filter.words.length > 0) parts.push(`saying “${filter.words.join("”, “")}”`);
  if (filter.recurrence) parts.push([filter.recurrence, ...(filter.orRecurrence ? [filter.orRecurrence] : [])].map((one) => RECURRENCE[one]).join(" or "));
  if (filter.dueFrom && filter.dueBy) parts.push(`due from ${filter.dueFrom} to ${filter.dueBy}`);
  else if (filter.dueBy) parts.push(`due by ${filter.dueBy}`);
  else if (filter.dueFrom) parts.push(`due from ${filter.dueFrom}`);
  if (filter.timed !== undefined) parts.push(filter.timed ? "with a deadline" : "without a deadline");
  if (filter.countAtLeast !== undefined) parts.push(`at least ${filter.countAtLeast} times`);
  if (filter.pace) parts.push(filter.pace === "immediate" ? "due at once" : "ongoing");
  if (filter.unitsAtLeast)
    parts.push(filter.unitsAtLeast === filter.unitsAtMost ? `with exactly ${filter.unitsAtLeast} units` : `with ${filter.unitsAtLeast} units or more`);
  else if (filter.unitsAtMost) parts.push(`with ${filter.unitsAtMost} units at most`);
  if (filter.reference) parts.push(`naming ${filter.reference.printed}`);
  if (filter.officer) parts.push(`of ${filter.officer}`);
  return [[PROJECTION[projection], ...parts].join(" ")];
}

function joined(units: readonly AskedUnit[], joiner: string): string {
  const plain = units.every(({ role, notRole, first }) => role === undefined && notRole === undefined && first === undefined);
  return plain ? `of ${units.map(({ name }) => name).join(joiner)}` : units.map(partOf).join(joiner);
}

function partOf({ name, role, notRole, first }: AskedUnit): string {
  if (first) return `naming ${name} first`;
  if (notRole) return `of ${name} but not ${ROLE[notRole]} it`;
  return `${role ? ROLE[role] : "of"} ${name}`;
}

function orderOf(order: Extract<Query, { kind: "rank" }>["order"]): string {
  if (typeof order === "object") return "exactly" in order ? `exactly ${order.exactly}` : `${order.atLeast} or more`;
  return order === "most" ? "most first" : "fewest first";
}

/** The documents of a scope, short: 西平县 2020. */
function scopeName(scope: Scope, corpus: Corpus): string {
  const documents = scope.documents.flatMap((id) => corpus.document(id) ?? []);
  if (documents.length > 3) return `${documents.length} documents`;
  return documents.map(({ region, year, title }) => (region || year ? [region, year].filter((part) => part !== undefined).join(" ") : title)).join(", ");
}
