/** A rule that says where the end of a name is really the middle of another word. */
interface Continuation {
  /** The name's last character. */
  readonly last: string;
  /** What follows it then. */
  readonly pattern: RegExp;
  readonly examples: readonly string[];
  readonly nonExamples: readonly string[];
}

/** Words that begin with the last character of a name. Whoever adds one gives a phrase that it must reject and one that it must let pass. */
export const CONTINUATIONS: readonly Continuation[] = [
  {
    last: "局",
    pattern: /^(?:长(?![期效久远年])|面(?![临向对])|势(?!必)|限|域网)/u,
    examples: ["财政局长是谁", "审计局面"],
    nonExamples: ["司法局长期坚持", "财政局面向企业", "审计局的任务"],
  },
  {
    last: "部",
    pattern: /^(?:[长门队位件署]|分(?!别)|委(?![托派])|级)/u,
    examples: ["组织部门", "宣传部署", "宣传部长"],
    nonExamples: ["组织部分别负责", "组织部的任务"],
  },
  {
    last: "办",
    pattern: /^(?:[事理好件班]|结(?!合)|证(?!明)|成(?![立员为功])|起(?!草)|展(?!开)|公(?![布开示告平正])|法(?![制规治律])|案(?!例))/u,
    examples: ["政府办事", "政府办公会", "委办理", "委办法", "政府办公"],
    nonExamples: ["政府办公布了", "政府办法制科", "网信办负责", "编办会同司法局", "普法办结合工作"],
  },
  { last: "委", pattern: /^(?:员(?!工)|托)/u, examples: ["政法委员", "团委托"], nonExamples: ["发改委任务", "发改委员工", "纪委监委"] },
  { last: "会", pattern: /^(?:议|晤|场)/u, examples: ["总工会议"], nonExamples: ["总工会会同", "红十字会负责"] },
  { last: "联", pattern: /^(?:[系席通防网]|合(?!同)|动)/u, examples: ["妇联系"], nonExamples: ["妇联的", "残联联合"] },
  { last: "协", pattern: /^(?:[同调商助议定作]|委员)/u, examples: ["科协同", "政协委员"], nonExamples: ["科协的任务", "政协办"] },
  { last: "校", pattern: /^[园长]/u, examples: ["党校长"], nonExamples: ["党校举办"] },
  { last: "院", pattern: /^[长落]/u, examples: ["法院长"], nonExamples: ["法院的"] },
  { last: "队", pattern: /^[长伍员]/u, examples: ["消防大队长"], nonExamples: ["消防大队的"] },
  { last: "大", pattern: /^(?:代表|会议)/u, examples: ["人大代表"], nonExamples: ["人大的", "人大负责"] },
];

/** A secretary, a person: 纪委书记. */
const PERSON = /^书记/u;

const byLastCharacter = new Map(CONTINUATIONS.map((rule) => [rule.last, rule.pattern]));

/** True where the text runs on so that the name before `end` is part of another word: 组织部|门. */
export function runsOn(text: string, end: number): boolean {
  const rest = text.slice(end, end + 3);
  return PERSON.test(rest) || (byLastCharacter.get(text.charAt(end - 1))?.test(rest) ?? false);
}

const HAN = /\p{Script=Han}/u;
const LEFT_OF_ALONE = "和与及跟同或让由请问找是给到归对向查那";
const RIGHT_OF_ALONE = "的负承有要牵参和与跟及或管在是呢吗需应干做都还也配领属跑";

/** True where a word-like name (法院) has nothing before or after it that could make it part of another word. */
export function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return (start === 0 || !HAN.test(before) || LEFT_OF_ALONE.includes(before)) && (end === text.length || !HAN.test(after) || RIGHT_OF_ALONE.includes(after));
}

/** The state's organs (国家发改委, 全国妇联) and those inside other bodies (乡镇党委组织部) are not units of a county. */
const OTHER_BODY = /(?:国家|中央|国务院|全国|中国|办公厅|党委|工委|党组|派驻)$/u;

/** True where the word before a bare name makes it a unit of another body. */
export function belongsElsewhere(text: string, start: number): boolean {
  return OTHER_BODY.test(text.slice(Math.max(0, start - 3), start));
}

/** 各县（市、区）财政局, 各县区司法局: all of their kind, and none of them named. */
const ONE_OF_MANY = /各(?:[省市州县区旗乡镇]{1,3}|[省市州县区旗](?:[（(][省市州县区旗、]{1,7}[)）]))?$/u;

/** True where the words before a name, its level word included, make it one of many: `end` is where the name without its level word begins. */
export function isOneOfMany(text: string, end: number): boolean {
  return ONE_OF_MANY.test(text.slice(Math.max(0, end - 10), end));
}
