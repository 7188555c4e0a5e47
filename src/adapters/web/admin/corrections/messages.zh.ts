/** What the page of corrections says. */

export const SHEET = "更正单";
export const HINT =
  "程序读错的地方写在这里，原文不动。照着例子填：去掉行首的“# ”，每条写明任务的序号和开头几个字。先「检查」，看清改了什么、哪些对不上，再「保存」。";
export const CHECK = "检查";
export const SAVE = "保存";
export const SAVE_ANYWAY = "我知道有对不上的，照样保存";
export const APPLIED = "会改这些";
export const UNUSED = "对不上，不会用";
export const NOTHING = "更正单里一条更正也没有：读到的都照原样用。";
export const SAVED = "已保存，几秒钟以后按更正后的回答。";
export const CHECKED = "没有错误，还没有保存。";
export const NOT_SAVED = "有对不上的更正，没有保存：请改正，或勾选下面的「照样保存」再保存。";
export const OUTDATED = "没有保存：您打开以后，这份更正单被别人改过。您写的还在下面；请另开一页看看现在的内容，合到一起再保存。";
export const FAULTS = "更正单有错，没有保存";
export const IS_TEMPLATE = "现在还没有更正，下面是空白的样张，列着读到的任务。";
export const TO_DOCUMENTS = "回到文件";
export const SEE = "看全文";

export function title(documentTitle: string): string {
  return `更正《${documentTitle}》`;
}
