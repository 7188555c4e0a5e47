/** What the terminal conversation says besides answers. */

export const PROMPT = "问> ";

export function welcome(): string {
  return "明白：请输入问题，例如「县司法局负责哪些任务」；可以接着追问，例如「那发改委呢」。输入 :help 看用法，输入 :quit 离开。";
}

export function help(): string {
  return [
    "输入问题，按回车。可以这样问：",
    "  县司法局负责哪些任务      行政复议由谁负责      第二十一项是什么",
    "  哪个单位任务最多          培训了多少法律明白人",
    "可以接着追问：「那发改委呢」「原文」「第二个详细说说」",
    "  :why   上一个回答是怎么查的",
    "  :here  说定问的是哪个县，例如 :here 西平县；:here 不限 取消",
    "  :bind  说定您是哪个单位的，例如 :bind 县司法局，之后可以问「我们局有哪些任务」；:bind 取消",
    "  :new   换一个话题，忘掉前面的问答",
    "  :help  显示这份用法",
    "  :quit  离开（也可以按 Ctrl-D）",
  ].join("\n");
}

export function howToExport(): string {
  return "终端里不能直接存表格，请另开一个终端：mingbai ledger --format xlsx > 台账.xlsx，只要一个单位的加 --unit 县司法局；也可以在网页的「任务」一栏筛选、导出。";
}

export function forgotten(): string {
  return "好的，前面的问答已忘掉，请提新的问题。";
}

export function nothingToExplain(): string {
  return "还没有问过问题；先提一个问题，再输入 :why 看它是怎么查的。";
}

/** @param places every county that the documents are of */
export function settledPlace(place: string, places: readonly string[]): string {
  return `好的，没有写明哪个县的问题，都按${place}回答。${places.length > 1 ? "问别的县请写明县名；" : ""}输入「:here 不限」取消。`;
}

export function noPlace(places: readonly string[]): string {
  return `没有认出是哪个县；现有资料的县：${places.join("、")}。例如输入「:here ${places[0] ?? "某某县"}」。`;
}

export function placeForgotten(): string {
  return "好的，不再限定哪个县。";
}

export function settledUnit(unit: string): string {
  return `好的，「我们局」「我们单位」就是${unit}，例如可以问：我们单位有哪些任务。输入「:bind 取消」取消。`;
}

export function whichUnit(choices: readonly string[]): string {
  return `没有认准是哪个单位，是不是：${choices.join("、")}。请写全名称，例如输入「:bind ${choices[0] ?? "县司法局"}」。`;
}

export function noUnit(): string {
  return "没有认出是哪个单位：请写单位名称，例如输入「:bind 县司法局」。";
}

export function unitForgotten(): string {
  return "好的，不再记住您是哪个单位的。";
}

export function farewell(): string {
  return "再见。";
}

export function morePages(left: number): string {
  return `（还有 ${left} 页，按回车接着看）`;
}

export function noSuchCommand(): string {
  return "没有这个命令；可用的有 :why、:here、:bind、:new、:help、:quit。";
}

export function failed(): string {
  return "程序内部出错，这个问题没有答成，请换个问法再试。";
}

export function historyNotSaved(path: string): string {
  return `提问记录写不进「${path}」，本次不保存；请检查目录权限。`;
}
