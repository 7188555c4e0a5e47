import type { Level, RegisteredUnit } from "../units/unit.ts";

const LEVELS: readonly Level[] = ["县", "市", "区"];

/** Terms of government by law that segmenters cut apart, by subject. */
const TERMS: readonly string[] = [
  "放管服 双随机一公开 互联网监管 一网通办 一次办好 最多跑一次 一件事一次办 证照分离 减证便民 告知承诺制 证明事项 负面清单 权责清单 责任清单",
  "行政许可 行政审批 行政处罚 行政强制 行政裁决 行政调解 行政复议 行政复议委员会 行政应诉 行政诉讼 府院联动",
  "规范性文件 行政规范性文件 合法性审核 合法性审查 公平竞争审查 备案审查 重大决策 重大行政决策 风险评估 集体讨论决定 终身责任追究 责任倒查",
  "行政执法 综合行政执法 服务型行政执法 行政执法公示 执法全过程记录 法制审核 执法三项制度 行政执法责任制 行政执法监督 行政裁量权 裁量基准 两法衔接",
  "政务公开 信息公开 政府信息公开 政务服务 营商环境 信用体系 失信联合惩戒 政府投资项目",
  "法治政府 法治社会 法治讲座 法治思维 依法行政 依法治县 依法治市 依法治区 依法防控 示范创建 民主法治示范村",
  "学法用法 会前学法 领导干部学法 谁执法谁普法 谁起草谁解读 普法责任制 七五普法 八五普法 法律明白人",
  "公职律师 法律顾问 村居法律顾问 法律援助 法律服务 公共法律服务 人民调解 枫桥经验 矛盾纠纷 司法鉴定",
].flatMap((line) => line.split(" "));

/** Words that the segmenter must keep whole: the names of units, bare and with a level word before them (县司法局), and terms. Sorted, each once. */
export function userWordsOf(units: readonly RegisteredUnit[]): readonly string[] {
  const names = units.flatMap((unit) => [unit.official, unit.short, ...unit.everyday, ...unit.former]);
  const words = [...names, ...LEVELS.flatMap((level) => names.map((name) => (name.startsWith(level) ? name : level + name))), ...TERMS];
  return [...new Set(words)].filter((word) => IS_WORD.test(word)).sort();
}

const IS_WORD = /^\p{Script=Han}{2,20}$/u;
