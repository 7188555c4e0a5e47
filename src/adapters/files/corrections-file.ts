import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from "yaml";
import * as z from "zod";
import { toCalendarDate } from "../../core/document/index.ts";
import type { Correction, Corrections, TaskKey } from "../../core/ledger/corrections.ts";
import { AppError } from "../../errors.ts";

/** A file of corrections is written by hand; a longer one is none. UTF-16 code units. */
const MAX_CHARACTERS = 200_000;
const MAX_ITEMS = 500;
/** More errors than that are told when these are mended. */
const MAX_ERRORS = 10;

const Ordinal = z.int().min(1).max(100_000);
const Words = z.string().trim().min(2).max(200);
const Key = { 任务: Ordinal, 开头: Words };
const Role = z.enum(["牵头", "责任", "配合"]);
const ROLES = { 牵头: "lead", 责任: "responsible", 配合: "support" } as const;
const Day = z.string().refine((text) => dayOf(text) !== undefined);
const listOf = <Item extends z.ZodType>(item: Item) => z.array(item).max(MAX_ITEMS).nullish();

const File = z.strictObject({
  合并: listOf(z.strictObject({ ...Key, 并入: Ordinal, 并入开头: Words })),
  单位改名: listOf(
    z
      .strictObject({ 任务: Ordinal.optional(), 开头: Words.optional(), 原文: Words, 应为: Words })
      .refine((item) => (item.任务 === undefined) === (item.开头 === undefined), { path: ["开头"] }),
  ),
  改角色: listOf(z.strictObject({ ...Key, 单位: Words, 角色: Role })),
  不是任务: listOf(z.strictObject(Key)),
  改时限: listOf(
    z
      .strictObject({ ...Key, 时限: z.string().trim().min(1).max(200).optional(), 到期: Day.optional() })
      .refine((item) => item.时限 !== undefined || item.到期 !== undefined, { path: ["时限"] }),
  ),
});

/** What each field must be, after its name. */
const MUST_BE: Readonly<Record<string, string>> = {
  任务: "应写任务的序号，例如 3",
  开头: "应写任务开头的几个字（两个字以上），并和序号一起写",
  并入: "应写并入的那项任务的序号，例如 2",
  并入开头: "应写并入的那项任务开头的几个字（两个字以上）",
  原文: "应写原文印的单位名称",
  应为: "应写正确的单位名称",
  单位: "应写单位名称",
  角色: "只能写牵头、责任或配合",
  时限: "应照原文写（没有时限写“无”），或者另写“到期”",
  到期: "应写历法上有的日期，例如 2021-12-31",
};

/**
 * Reads a file of corrections (更正单), YAML.
 * @param file its base name, for the sentences
 * @throws {AppError} `unreadable`: one sentence a line for each error, naming line and field
 */
export function parseCorrections(yamlText: string, file: string): Corrections {
  const fail = (errors: readonly string[]): never => {
    throw new AppError("unreadable", errors.slice(0, MAX_ERRORS).join("\n"));
  };
  if (yamlText.length > MAX_CHARACTERS) fail([`「${file}」太长，更正单不应超过${MAX_CHARACTERS / 10_000}万字：请删去多余的内容。`]);
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, schema: "core", uniqueKeys: true, customTags: [] });
  const lineOf = (offset: number | undefined): number => (offset === undefined ? 1 : Math.max(1, lines.linePos(offset).line));
  const [broken] = document.errors;
  if (broken) fail([`「${file}」第${lineOf(broken.pos[0])}行不合格式：请检查缩进、冒号后的空格和引号。`]);
  const anchored = firstAnchor(document);
  if (anchored) fail([`「${file}」第${lineOf(anchored.range?.[0])}行用了“&”或“*”引用：请把内容直接写出来，或者加上引号。`]);
  const parsed = File.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) return toCorrections(parsed.data, (path) => lineOf(offsetOf(document, path)));
  return fail(
    parsed.error.issues.flatMap((issue) => sentencesOf(issue).map(({ path, said }) => `「${file}」第${lineOf(offsetOf(document, path))}行：${said}。`)),
  );
}

/** References multiply what they point to, and a clerk needs none. */
function firstAnchor(document: Document.Parsed): Node | undefined {
  let found: Node | undefined;
  visit(document, {
    Node(_, node) {
      if (!isAlias(node) && !("anchor" in node && node.anchor !== undefined)) return undefined;
      found = node;
      return visit.BREAK;
    },
  });
  return found;
}

type Path = readonly PropertyKey[];

function sentencesOf(issue: z.core.$ZodIssue): readonly { readonly path: Path; readonly said: string }[] {
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: [...issue.path, key], said: `不认识“${key.slice(0, 40)}”这一项，请对照例子改正` }));
  const field = issue.path.findLast((part) => typeof part === "string") ?? "";
  const must = MUST_BE[field];
  if (must !== undefined && typeof issue.path.at(-1) === "string") return [{ path: issue.path, said: `“${field}”${must}` }];
  return [{ path: issue.path, said: field === "" ? "整个内容应是“合并”“单位改名”“改角色”“不是任务”“改时限”几项" : `“${field}”下面应是以“-”开头的一条一条` }];
}

/** Where a field's name or an entry begins; of one that is missing, what it is missing from. */
function offsetOf(document: Document.Parsed, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === step) : undefined;
    const entry = isSeq(node) && typeof step === "number" ? node.items[step] : undefined;
    const found = pair ? pair.key : entry;
    if (!isNode(found)) return offset;
    offset = found.range?.[0] ?? offset;
    node = pair ? pair.value : entry;
  }
  return offset;
}

/** A quoted or bare day, 2021-12-31. */
function dayOf(text: string): string | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text.trim()) ?? [];
  return toCalendarDate(Number(year), Number(month), Number(day));
}

function toCorrections(file: z.infer<typeof File>, lineAt: (path: Path) => number): Corrections {
  const keyOf = (item: { readonly 任务: number; readonly 开头: string }): TaskKey => ({ ordinal: item.任务, startsWith: item.开头 });
  const items: Correction[] = [
    ...(file.合并 ?? []).map(
      (item, index): Correction => ({
        line: lineAt(["合并", index]),
        kind: "merge",
        task: keyOf(item),
        into: { ordinal: item.并入, startsWith: item.并入开头 },
      }),
    ),
    ...(file.单位改名 ?? []).map(
      (item, index): Correction => ({
        line: lineAt(["单位改名", index]),
        kind: "rename",
        task: item.任务 === undefined || item.开头 === undefined ? undefined : { ordinal: item.任务, startsWith: item.开头 },
        printed: item.原文,
        name: item.应为,
      }),
    ),
    ...(file.改角色 ?? []).map(
      (item, index): Correction => ({
        line: lineAt(["改角色", index]),
        kind: "role",
        task: keyOf(item),
        unit: item.单位,
        role: ROLES[item.角色],
      }),
    ),
    ...(file.不是任务 ?? []).map((item, index): Correction => ({ line: lineAt(["不是任务", index]), kind: "drop", task: keyOf(item) })),
    ...(file.改时限 ?? []).map(
      (item, index): Correction => ({
        line: lineAt(["改时限", index]),
        kind: "deadline",
        task: keyOf(item),
        words: item.时限 === undefined || item.时限 === "无" ? undefined : item.时限,
        dueOn: item.到期 === undefined ? undefined : dayOf(item.到期),
      }),
    ),
  ];
  return { items };
}
