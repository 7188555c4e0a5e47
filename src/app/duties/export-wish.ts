/** 导出, 导出表格, 请把上面的导出成Excel, 下载xlsx吧 */
const WISH =
  /^(?:请|麻烦|帮我|帮忙|我要|我想|可以){0,2}(?:把)?(?:上面|这些|这个|它们)?(?:的)?(?:清单|任务|台账|结果)?(?:导出|導出|下载|下載)(?:一下|来|成|为)?(?:清单|任务|台账|结果)?(?:的)?(?:电子)?(?:表格?|excel|xlsx)?(?:文件)?(?:吧|吗)?$/iu;
/** Nothing longer is such a wish. UTF-16 code units. */
const LONGEST_WISH = 24;

/** Whether somebody asks for what was just listed as a table, and asks nothing else. */
export function isExportWish(words: string): boolean {
  const plain = words.replace(/[\s，,。！!？?~～“”"「」]/gu, "");
  return plain.length <= LONGEST_WISH && WISH.test(plain);
}
