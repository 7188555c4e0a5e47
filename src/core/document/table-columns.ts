/**
 * What a column of a task table holds:
 * - `number` 序号 · `category` 类别, 领域: groups rows and is no title · `task` 工作任务, 事项, 问题: the title · `measure` 具体措施, 建设内容: the text
 * - `lead` 牵头单位 · `responsible` 责任单位 · `support` 配合单位
 * - `officer` 责任领导, 包案领导: persons · `person` 责任人, 联系人: persons or units
 * - `deadline` 完成时限 · `rhythm` 频次, 方式和频次: read for a deadline, no text
 * - `other` a usual header that says nothing of a duty: 备注, 进展情况
 */
export type ColumnKind =
  | "number"
  | "category"
  | "task"
  | "measure"
  | "lead"
  | "responsible"
  | "support"
  | "officer"
  | "person"
  | "deadline"
  | "rhythm"
  | "other";

/** A column, or a key of a form, with its header as printed, white space left out. */
export interface TableColumn {
  readonly kind: ColumnKind | undefined;
  readonly header: string;
}

/** A longer cell is no header. UTF-16 code units. */
const LONGEST_HEADER = 32;
const NUMBER = /^(?:序号?|\S{0,4}编号|项次|序次|序列|顺序号?|NO\.?|№|号)$/iu;
const PERSON =
  /(?:责任人|负责人|联系人|联络员|联络人|经办人|承办人|包案人|包保人|责任人员|负责同志|责任同志)(?:姓名)?(?:(?:及|和|、|\/|与)?(?:其?联系)?(?:电话|方式|职务))?$/u;
const OFFICER = /领导(?:同志|干部)?(?:姓名)?$|领导(?:及|和|、|\/)(?:职务|电话|联系电话)$|^(?:包案|包保|领办|挂帅)$/u;
const NO_OFFICER = /^(?:填报|填表|审核|信访|反映|当事|投诉|申请|举报|来访|报送|制表|统计|录入)/u;
const OTHER =
  /^(?:备注|说明|附注|签字|签名|印章|盖章)|^(?:填报|填表|审核|制表|统计|录入|信访|投诉|当事|申请|举报|反映|来访)人|电话|联系方式|手机|职务|性别|(?:进展|进度|完成|推进|落实|整改|化解|办理|工作|执行|实施)(?:落实|完成)?情况|情况$|困难|金额|资金|投资|经费|预算|分值|得分|评分|权重|数量|面积|地点|位置|地址|对象|受众|依据|来源|状态|是否|销号|佐证|完成率|形象进度|工程进度|目标值|现状值|完成值|联系人数/u;
const NO_DEADLINE =
  /^(?:填报|填表|受理|交办|转办|来访|登记|发现|开工|开始|起始|启动|计划开工|计划开始|成立|出台|立案|上报|信访|举报|反馈|通报|督查|检查|巡察|录入|更新)/u;
const DEADLINE =
  /(?:时限|期限|限期)|(?:时间|节点|日期|年限|时段|工期|完成日|时间表|时点)(?:要求|安排|\d*)$|^时间|^(?:时间|完成|计划|序时|推进|工作|年度)?进度(?:安排|要求|计划)?$/u;
const RHYTHM = /频次|频率|次数|周期|方式(?:方法)?$|形式$/u;
const NO_DUTY_UNIT =
  /^(?:填报|填表|报送|上报|来文|交办|转办|督办|督导|督查|督促|监督|监管对象|考核|评价|考评|测评|审核|审批|验收|计量|主送|印发|提案|建议|提出|信访|反映|来源|发证|投诉|获奖|所属|隶属|工作|原|施工|设计|监理|勘察|中标|供货|申报|申请|推荐|参建|受益|被\S*)(?:单位|部门|机关)/u;
const UNIT_WORD = /单位|部门|主体|科室|股室|处室|责任方|业主|分工|镇街|责任乡镇|责任镇|责任机关|责任清单/u;
const BARE_ROLE = /^(?:牵头|责任|配合|协办|主办|承办|协同|协助|负责|参与|第一责任|主要责任|牵头责任|协同责任)$/u;
const MEASURE = /措施|举措|做法|办法|内容|目标|要求|标准|具体任务|具体工作|具体事项|细化任务|任务分解|任务描述|工作描述|主要工作|规模/u;
const CATEGORY = /类别|类型|领域|板块|分类|大类|小类|方面|条线|[一二三]级指标|篇章|归口|^(?:类|项)$|类$/u;
const TASK = /任务|项目|事项|问题|工作|指标|名称|实事|案件|积案|议题|隐患|线索|意见|提案|建议|诉求|课题|活动|专项|清单|要点|职责|案由|短板|弱项/u;

/** What a header says its column holds; undefined for words that are no usual header. */
export function kindOfHeader(text: string): ColumnKind | undefined {
  const whole = compactHeader(text);
  if (whole === "" || whole.length > LONGEST_HEADER || /[。；;]/u.test(whole)) return undefined;
  const base = whole.replace(/[（(［[][^（()）［[\]］]*[)）\]］]/gu, "");
  return kindOfWords(base === "" ? whole : base);
}

function kindOfWords(words: string): ColumnKind | undefined {
  if (NUMBER.test(words)) return "number";
  const isUnits = UNIT_WORD.test(words) && !/^(?:单位|部门)?(?:联系人|联络员)/u.test(words);
  if (!NO_OFFICER.test(words) && !(isUnits && /单位|部门|科室/u.test(words))) {
    if (OFFICER.test(words)) return "officer";
    if (PERSON.test(words)) return "person";
  }
  if (/^姓名$/u.test(words)) return "person";
  if (OTHER.test(words)) return "other";
  if (DEADLINE.test(words)) return NO_DEADLINE.test(words) ? "other" : "deadline";
  if (RHYTHM.test(words)) return "rhythm";
  if (isUnits || BARE_ROLE.test(words)) return NO_DUTY_UNIT.test(words) ? "other" : roleOfHeader(words);
  if (CATEGORY.test(words)) return "category";
  if (MEASURE.test(words)) return "measure";
  return TASK.test(words) ? "task" : undefined;
}

/** The leftmost word for a role decides: 牵头(责任)单位 leads, 责任(配合)单位 is responsible. */
function roleOfHeader(words: string): "lead" | "responsible" | "support" {
  const first = /牵头|主办|主要责任|第一责任|主责|配合|协作|协办|协助|协同|参与|参加|支持|会办|责任|承办|负责|落实|实施/u.exec(words)?.[0] ?? "";
  if (/牵头|主办|主要责任|第一责任|主责/u.test(first)) return "lead";
  return /配合|协作|协办|协助|协同|参与|参加|支持|会办/u.test(first) ? "support" : "responsible";
}

/** A column below a header of two rows: the lower words decide where they say something, else both together (责任单位 over 牵头). */
export function columnOf(upper: string, lower: string | undefined): TableColumn {
  const top = compactHeader(upper);
  const bottom = lower === undefined ? "" : compactHeader(lower);
  if (bottom === "" || bottom === top) return { kind: kindOfHeader(top), header: top };
  const over = kindOfHeader(top);
  if (over === "deadline" && /^第?[一二三四1-4]季度|月|半年/u.test(bottom)) return { kind: "other", header: top + bottom };
  const own = /^(?:单位|部门|名称|姓名|内容)$/u.test(bottom) ? undefined : kindOfHeader(bottom);
  if (own !== undefined) return { kind: own, header: bottom };
  const isPerson = over === "officer" || over === "person";
  return isPerson && bottom === "姓名" ? { kind: over, header: top } : { kind: kindOfHeader(top + bottom), header: top + bottom };
}

/** How much a header promises of what is to be done, to choose the text among several such columns (contract `import.md`, rule 7). */
export function weightOfMeasure(header: string): number {
  const detail = /具体|细化/u.test(header) ? 1 : 0;
  if (/措施|举措|做法|办法/u.test(header)) return 6 + detail;
  if (/内容|任务|工作|事项|描述|规模/u.test(header)) return 4 + detail;
  return 2 + detail;
}

export function isUnitKind(kind: ColumnKind | undefined): kind is "lead" | "responsible" | "support" {
  return kind === "lead" || kind === "responsible" || kind === "support";
}

function compactHeader(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/(?<![*:：。、])[*:：。、]+$/u, "");
}
