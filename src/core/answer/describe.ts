import type { Corpus } from "../ledger/corpus.ts";
import type { Recurrence, Role } from "../ledger/task.ts";
import { nameOfPlace } from "../question/articles-asked.ts";
import type { AskedUnit, PassagesQuery, Query, Scope } from "../question/query.ts";
import { toChineseNumeral } from "../text/numerals.ts";

type TasksQuery = Extract<Query, { kind: "tasks" }>;

/** Frequencies for the reader. */
export const RECURRENCE: Readonly<Record<Recurrence | "irregular", string>> = {
  monthly: "每月",
  quarterly: "每季度",
  "half-yearly": "每半年",
  yearly: "每年",
  irregular: "定期",
};
/** Roles for the reader. */
export const ROLE: Readonly<Record<Role, string>> = { lead: "牵头", responsible: "责任", support: "配合" };

/** A filter in one short Chinese line: 西平县2020年 · 县司法局和县财政局都参与 · 列出任务 */
export function describeFilter({ filter, ...wanted }: Omit<TasksQuery, "kind">, corpus: Corpus): string {
  const parts = [scopeName(filter.scope, corpus)];
  const names = (units: readonly { readonly name: string }[], joiner: string): string => units.map(({ name }) => name).join(joiner);
  for (const [part, units] of byPart(filter.allOf)) parts.push(`${names(units, "和")}${filter.onlyThese ? "单独" : units.length > 1 ? "都" : ""}${part}`);
  if (filter.anyOf.length > 0) parts.push([...byPart(filter.anyOf)].map(([part, units]) => `${names(units, "或")}${part}`).join("或"));
  if (filter.noneOf.length > 0) parts.push(`不含${names(filter.noneOf, "、")}`);
  if (filter.collectiveAllOf.length > 0) parts.push(`写有${filter.collectiveAllOf.join("、")}`);
  if (filter.collectiveNoneOf.length > 0) parts.push(`没有写${filter.collectiveNoneOf.join("、")}`);
  const sections = filter.sections.flatMap(({ document, node }) => corpus.document(document)?.nodes[node] ?? []);
  if (sections.length > 0) parts.push(sections.map(({ label, title }) => `${label}${title}`).join("和"));
  if (filter.among) parts.push(`其中${filter.among.length}项`);
  if (filter.misnumbered) parts.push("编号重复或者印错");
  if (filter.anyWords.length > 0) parts.push(`写到“${filter.anyWords.join("”或“")}”`);
  if (filter.words.length > 0) parts.push(`写到“${filter.words.join("”“")}”`);
  if (filter.recurrence) parts.push([filter.recurrence, ...(filter.orRecurrence ? [filter.orRecurrence] : [])].map((one) => RECURRENCE[one]).join("或"));
  if (filter.dueFrom && filter.dueBy) parts.push(`${filter.dueFrom}至${filter.dueBy}到期`);
  else if (filter.dueBy) parts.push(`${filter.dueBy}前到期`);
  else if (filter.dueFrom) parts.push(`${filter.dueFrom}起到期`);
  if (filter.timed !== undefined) parts.push(filter.timed ? "写明时限或频次" : "没有写明时限");
  if (filter.countAtLeast !== undefined) parts.push(`至少${filter.countAtLeast}次`);
  if (filter.pace) parts.push(filter.pace === "immediate" ? "立行立改" : "长期坚持");
  if (filter.unitsAtLeast) parts.push(filter.unitsAtLeast === filter.unitsAtMost ? `恰好${filter.unitsAtLeast}个单位` : `${filter.unitsAtLeast}个以上单位`);
  else if (filter.unitsAtMost !== undefined) parts.push(`${filter.unitsAtMost}个以内单位`);
  if (filter.reference) parts.push(`写有${filter.reference.printed}`);
  if (filter.officer) parts.push(`${filter.officer}${filter.officerRole ?? "负责"}`);
  parts.push(wantedOf(wanted));
  return parts.join(" · ");
}

function wantedOf({ projection, role, besides, each }: Omit<TasksQuery, "kind" | "filter">): string {
  if (projection === "list") return "列出任务";
  if (projection === "deadlines") return "列出时限";
  if (projection === "units") return besides ? "列出一起的单位" : `列出${role ? ROLE[role] : ""}单位`;
  return each === undefined ? "数任务" : each === "section" ? "各部分分别数任务" : "按牵头、配合分别数任务";
}

/** Units by the way in which they are to take part: 牵头, 参与, 参与但不牵头. */
function byPart(units: readonly AskedUnit[]): ReadonlyMap<string, readonly AskedUnit[]> {
  const groups = new Map<string, AskedUnit[]>();
  for (const asked of units) groups.set(partOf(asked), [...(groups.get(partOf(asked)) ?? []), asked]);
  return groups;
}

/** How a unit is to take part, for the reader. */
export function partOf({ role, notRole, first }: AskedUnit): string {
  if (first) return "排在首位";
  if (notRole) return `参与但不${ROLE[notRole]}`;
  return role ? ROLE[role] : "参与";
}

/** The documents of a scope, short: 西平县2020年. */
function scopeName(scope: Scope, corpus: Corpus): string {
  const documents = scope.documents.flatMap((id) => corpus.document(id) ?? []);
  if (documents.length > 3) return `${documents.length}份文件`;
  return documents.map(({ region, year, title }) => (region || year ? `${region ?? ""}${year ? `${year}年` : ""}` : title)).join("、");
}

/** A query in one short Chinese line, for the reader. */
export function describeQuery(query: Exclude<Query, { kind: "tasks" }>, corpus: Corpus): string {
  switch (query.kind) {
    case "task":
      return `${scopeName(query.scope, corpus)} · ${query.found[0] && query.found.length === 1 ? `第${query.found[0].ordinal}项` : `第${query.number}项`} · ${query.projection === "units" ? "责任单位" : "内容"}`;
    case "topic-units":
      return `${scopeName(query.scope, corpus)} · “${query.about}”由哪些单位${query.role ? ROLE[query.role] : "负责"}`;
    case "rank":
      return `${scopeName(query.scope, corpus)} · ${query.role ? `各单位${ROLE[query.role]}的任务数` : RANKED[query.of]} · ${typeof query.order === "object" ? ("exactly" in query.order ? `恰好${query.order.exactly}项` : `${query.order.atLeast}项以上`) : query.order === "most" ? "从多到少" : "从少到多"}`;
    case "unit-count":
      return `${scopeName(query.scope, corpus)} · 点名的责任单位`;
    case "outline":
      return `${scopeName(query.scope, corpus)} · 各部分标题`;
    case "article":
      return `${titlesOf(query.scope, corpus)} · ${articlesAsked(query)}`;
    case "officers":
      return `${scopeName(query.scope, corpus)} · ${whoIs(query)}${query.among ? ` · ${query.among.length}项任务` : ""}`;
    case "document":
      return `${scopeName(query.scope, corpus)} · 文件的${FACTS[query.fact]}`;
    case "reference":
      return `${query.printed} · 出处`;
    case "passages":
      return `${scopeName(query.scope, corpus)} · ${WANTED[query.wanted]} · “${query.words.trim().slice(0, 60)}”`;
    case "more":
      return "接着看";
    case "clarify":
      return "有几种读法";
    case "absent":
      return `${query.what.slice(0, 40)} · 不在资料内`;
    case "nothing":
      return "没有读到问题";
  }
}

function whoIs({ stranger, role = "负责" }: Extract<Query, { kind: "officers" }>): string {
  if (stranger !== undefined) return `${stranger}${role}`;
  return /[人导]$/u.test(role) ? `${role}是谁` : `谁${role}`;
}

/** The regulations of a scope by their titles. */
function titlesOf(scope: Scope, corpus: Corpus): string {
  const documents = scope.documents.flatMap((id) => corpus.document(id) ?? []);
  return documents.length > 2 ? `${documents.length}部法规制度` : documents.map(({ title }) => `《${title}》`).join("、");
}

function articlesAsked({ asked, chapters, wanted }: Extract<Query, { kind: "article" }>): string {
  const place =
    asked.length > 0
      ? asked.map((one) => nameOfPlace(one, toChineseNumeral)).join("、")
      : chapters.map(({ level, number }) => `第${toChineseNumeral(number)}${level}`).join("");
  return `${place}${ARTICLES_WANTED[wanted]}`;
}

const ARTICLES_WANTED: Readonly<Record<Extract<Query, { kind: "article" }>["wanted"], string>> = {
  text: "",
  count: "共几条",
  chapters: "共几章",
  paragraphs: "有几款",
  items: "有几项",
};

/** Header elements by their names in GB/T 9704-2012. */
export const FACTS: Readonly<Record<Extract<Query, { kind: "document" }>["fact"], string>> = {
  issuedOn: "成文日期",
  documentNumber: "发文字号",
  issuer: "发文机关",
  recipients: "主送机关",
};
const RANKED: Readonly<Record<Extract<Query, { kind: "rank" }>["of"], string>> = {
  units: "各单位的任务数",
  tasks: "各任务的单位数",
  sections: "各部分的任务数",
  regions: "各县的任务数",
};
const WANTED: Readonly<Record<PassagesQuery["wanted"], string>> = {
  passage: "找原文",
  figure: "找数字",
  date: "找日期",
  frequency: "找频次",
  definition: "找说法",
  basis: "找依据",
};
