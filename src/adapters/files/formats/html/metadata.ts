import type { PageBlock } from "./page-block.ts";

/**
 * The catalogue entry (索引号, 发布时间, 信息来源 …) that a site prints with a document, as a table, a list or lines. It is about the web page, never
 * about the document (contract `import.md`, rule 2), and so no part of its text. Only 有效性 is kept apart (`lapseOf`).
 */
const CATALOGUE_ONLY =
  "信息索引号?|索引号|索取号|主题分类|信息分类|组配分类|体裁分类|题材分类|主题词分类|服务对象分类|公文种类|文种|发布机构|发布机关|公开(?:方式|形式|范围|时限|程序|属性|责任部门|日期|时间|主体)|有效性|时效性|时效状态|效力状态|文件状态|是否有效|有效期限?|生成日期|生成时间|信息名称|信息来源|文章来源|稿件来源|稿源|内容概述|信息公开类别|登记号|统一登记号|统一编号|浏览次数|阅读次数|点击(?:数|量|次数|率)|访问(?:量|次数)|发布(?:时间|日期|人|者|单位|部门)|更新(?:时间|日期)|录入时间|收录时间|上传时间";
const CATALOGUE_TOO =
  "文号|发文字号|文件编号|发文机关|发文单位|制发机关|制定机关|成文日期|成文时间|发文日期|发文时间|印发日期|签发日期|生效(?:日期|时间)|实施日期|施行日期|失效(?:日期|时间)|废止(?:日期|时间)|标题|名称|文件名称|来源|作者|关键[词字]|主题词|日期|时间|字体|字号|状态|语种|载体类型|备注";
const SEPARATOR = "[:：]";
const BARE_LABEL = new RegExp(`^[【[]?(?:${CATALOGUE_ONLY}|${CATALOGUE_TOO})[】\\]]?${SEPARATOR}?$`, "u");
const BARE_CATALOGUE_LABEL = new RegExp(`^[【[]?(?:${CATALOGUE_ONLY})[】\\]]?${SEPARATOR}?$`, "u");
const LABELLED = new RegExp(`^[【[]?(?:${CATALOGUE_ONLY}|${CATALOGUE_TOO})[】\\]]?${SEPARATOR}`, "u");
const LABELLED_INSIDE = new RegExp(`(?:${CATALOGUE_ONLY}|来源)${SEPARATOR}`, "u");
/** The time at which a page was put up: with hyphens, or with a clock time. */
const TIME_STAMP = /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{4}年\d{1,2}月\d{1,2}日(?=\d{1,2}:\d{2}))(?:\d{1,2}:\d{2}(?::\d{2})?)?/u;
const LONGEST_LINE = 300;

function squeezed(text: string): string {
  return text.replace(/[\s\u3000]+/gu, "");
}

/** Whether a line before or after a document's own words is of the catalogue entry, or the page's time stamp. */
export function isCatalogueLine(text: string): boolean {
  const line = squeezed(text);
  if (line.length > LONGEST_LINE || /。.*。/u.test(line)) return false;
  return LABELLED.test(line) || BARE_LABEL.test(line) || TIME_STAMP.test(line) || LABELLED_INSIDE.test(line);
}

/** Whether a line is a label alone, its value standing on the next: 索引号 in a `<dt>`. */
export function isBareLabel(text: string): boolean {
  return BARE_LABEL.test(squeezed(text));
}

/** Whether a table is the catalogue entry: two of its labels, one of which no document has. */
export function isCatalogueTable(block: PageBlock): boolean {
  const cells = (block.cells ?? []).map((cell) => squeezed(cell.text));
  const labels = cells.filter((text) => BARE_LABEL.test(text) || LABELLED.test(text));
  const isEntry = labels.some((text) => BARE_CATALOGUE_LABEL.test(text) || (LABELLED.test(text) && LABELLED_INSIDE.test(text)));
  return isEntry && labels.length >= 2 && labels.length * 3 >= cells.filter((text) => text !== "").length;
}

const STANDING = /(有效性|时效性|时效状态|效力状态|文件状态|是否有效|状态)[】\]]?[:：]?((?:已|部分)?(?:失效|废止|作废|无效)|否)/u;
const END_DAY = /((?:失效|废止)(?:日期|时间))[】\]]?[:：]?(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)/u;

/**
 * What the catalogue entry says of a document that is no longer in force, less its white space: `有效性：失效`, `废止时间：2019-10-01`.
 * @returns undefined where it says nothing, or that the document is in force
 */
export function lapseOf(blocks: readonly PageBlock[]): string | undefined {
  for (const [index, block] of blocks.entries()) {
    const line = squeezed(block.text);
    const entry = line.length <= LONGEST_LINE || isCatalogueTable(block) ? line + (isBareLabel(block.text) ? squeezed(blocks[index + 1]?.text ?? "") : "") : "";
    const [, label, value] = STANDING.exec(entry) ?? END_DAY.exec(entry) ?? [];
    if (label !== undefined) return `${label}：${value}`;
  }
  return undefined;
}
