import type { ListLevel, NumberedList } from "../word/list-labels.ts";
import { attributeOf, childOf, childrenNamed, flagOf, numberOf, settingOf, type XmlNode } from "./xml.ts";

/** Word's lists have nine levels. */
const LEVELS = 9;

/** A list of a document, and the paragraph styles that its levels belong to. */
export interface DocumentList extends NumberedList {
  /** Level by the style's id (w:pStyle). */
  readonly styleLevels: ReadonlyMap<string, number>;
}

interface Template {
  readonly id: number;
  readonly levels: readonly (ListLevel | undefined)[];
  readonly styleLevels: ReadonlyMap<string, number>;
  /** Set where the template only names a list style (w:numStyleLink) that another template defines (w:styleLink). */
  readonly standsFor: string | undefined;
  readonly defines: string | undefined;
}

/** The lists that `numbering.xml` defines, by their w:numId. */
export function readNumbering(root: XmlNode | undefined): ReadonlyMap<number, DocumentList> {
  const templates = childrenNamed(root, "w:abstractNum").map(readTemplate);
  const byId = new Map(templates.map((template) => [template.id, template]));
  const lists = new Map<number, DocumentList>();
  for (const list of childrenNamed(root, "w:num")) {
    const id = numberAttribute(list, "w:numId");
    const named = byId.get(numberOf(list, "w:abstractNumId") ?? -1);
    const template = named?.standsFor === undefined ? named : (templates.find(({ defines }) => defines === named.standsFor) ?? named);
    if (id !== undefined && template) lists.set(id, readList(list, id, template));
  }
  return lists;
}

function readTemplate(node: XmlNode): Template {
  const levels: (ListLevel | undefined)[] = [];
  const styleLevels = new Map<string, number>();
  for (const level of childrenNamed(node, "w:lvl")) {
    const index = levelIndex(level);
    if (index === undefined) continue;
    levels[index] = readLevel(level, index);
    const style = settingOf(level, "w:pStyle");
    if (style !== undefined && !styleLevels.has(style)) styleLevels.set(style, index);
  }
  const id = numberAttribute(node, "w:abstractNumId") ?? -1;
  return { id, levels, styleLevels, standsFor: settingOf(node, "w:numStyleLink"), defines: settingOf(node, "w:styleLink") };
}

function readList(node: XmlNode, id: number, template: Template): DocumentList {
  const levels = [...template.levels];
  const startOverrides = new Map<number, number>();
  for (const override of childrenNamed(node, "w:lvlOverride")) {
    const index = levelIndex(override);
    if (index === undefined) continue;
    const level = childOf(override, "w:lvl");
    if (level) levels[index] = readLevel(level, index);
    const start = numberOf(override, "w:startOverride");
    if (start !== undefined) startOverrides.set(index, start);
  }
  return { id, family: template.id, levels, startOverrides, styleLevels: template.styleLevels };
}

function readLevel(node: XmlNode, index: number): ListLevel {
  const suffix = settingOf(node, "w:suff");
  return {
    start: numberOf(node, "w:start") ?? 0,
    format: numberFormat(node),
    text: settingOf(node, "w:lvlText") ?? "",
    suffix: suffix === "space" || suffix === "nothing" ? suffix : "tab",
    restartBelow: numberOf(node, "w:lvlRestart") ?? index,
    legal: flagOf(node, "w:isLgl") ?? false,
  };
}

/** A format that older readers do not know stands in mc:AlternateContent, with one that they do. */
function numberFormat(level: XmlNode): string {
  const fallback = childOf(childOf(level, "mc:AlternateContent"), "mc:Fallback");
  return settingOf(level, "w:numFmt") ?? settingOf(fallback, "w:numFmt") ?? "decimal";
}

function levelIndex(node: XmlNode): number | undefined {
  const index = numberAttribute(node, "w:ilvl");
  return index !== undefined && index < LEVELS ? index : undefined;
}

function numberAttribute(node: XmlNode, name: string): number | undefined {
  const value = attributeOf(node, name);
  return value !== undefined && /^\d{1,9}$/u.test(value) ? Number(value) : undefined;
}
