import { DATE_NUMBER } from "./calendar.ts";
import { findDocumentNumber } from "./document-number.ts";

/** What a line outside the numbered parts is, by its form alone. */
export type LineKind = "number" | "date" | "signed-date" | "recipients" | "note" | "furniture" | "byline" | "organisation" | "words" | "paragraph";

const DATE_TEXT = `${DATE_NUMBER}\\s*年\\s*${DATE_NUMBER}\\s*月\\s*${DATE_NUMBER}\\s*日`;
const DATE_LINE = new RegExp(`^[（(]?\\s*${DATE_TEXT}\\s*[）)]?$`, "u");
const SIGNED_DATE_LINE = new RegExp(`^(?<issuer>\\S[^，。；:：]{1,60}?)\\s*${DATE_TEXT}$`, "u");
const NOTE_LINE = /^[（(][^（）()]*(?:通过|公布|批准|发布|施行|修订|修正)[^（）()]*[）)]$/u;
const FURNITURE_LINE =
  /^(?:签\s*发\s*人|索\s*引\s*号|主题分类|体裁分类|组配分类|公开方式|公开范围|公开属性|成文日期|生成日期|发文日期|发文机关|发布机构|发布机关|发布时间|发布日期|信息来源|来\s*源|浏览次数|点击数|字体|有\s*效\s*性|主\s*题\s*词|关键词|紧急程度|标\s*题|名\s*称|废止日期|失效日期)\s*[:：]|^(?:特急|加急|急件|平急|特提)$|^\S{2,40}文件$|^(?:\p{Script=Han}[\s　]+){3,30}文[\s　]*件$|^\S{2,30}[\s　]+\S{0,30}文件$|^附\s*件\s*(?:[0-9０-９一二三四五六七八九十]{0,3}\s*$|[:：]|[0-9０-９]{1,2}\s*[:：．.])|^[（(]?(?:此件|本文)\S{2,10}[）)]$|^[（(]?(?:总\s*)?第?\s*[0-9０-９〇零一二三四五六七八九十百]{1,4}\s*期(?:[（(]总第\S{1,6}期[）)])?[）)]?$/u;
/** Who fills a table in, on the line under its title: 填报单位：青石县教育局（2021年度）. */
const BYLINE = /^(?:填报|填表|填制|编制|制表|制作|报送|上报|汇总|制定)\s*(?:单位|部门|机关)\s*(?:[（(][盖公]章[）)]\s*)?[:：]\s*(?<words>[^\t]*)/u;
/** Who made a table, below its title or at its foot: 石埠县河长制办公室制. */
const MAKER = /^(?<body>\S[^，,。；;：:]{3,60}?)(?:编制|印制|制表|编印|制)$/u;
/** What else stands on that line or beside it, and is no part of a title. */
const TABLE_NOTE =
  /^(?:(?:计量|金额|货币)?单位|(?:填报|填表|制表|编制|报送|上报|汇总|统计)(?:时间|日期|人|人员)|(?:单位|部门)?(?:负责人|审核人|经办人|联系人|责任人|联系方式|联系电话|电话))\s*(?:[（(][盖公签][章字][）)]\s*)?[:：]/u;
/** What may follow the name of the body: its seal, a year, the next entry of the line. */
const AFTER_BODY = /[（(](?:[盖公]章|\d|[〇零一二三四五六七八九]{4}年)|\s{2,}|\s\S{2,6}[:：]|[，,；;]/u;
const ADDRESSED_TO = /各|有关|人民政府|街道|管委会|委员会|单位|部门|局|办公室|公司|同志/u;
const ORGANISATION_END =
  /(?:人民政府|政府|办公室|办公厅|委员会|管委会|领导小组|指挥部|督查室|人民法院|人民检察院|分局|总局|局|厅|部|院|办|委|中心|总队|支队|大队|公司|协会|联合会|总工会|团委|妇联)$/u;
const LONGEST_HEADER_LINE = 80;
const LONGEST_ORGANISATION = 60;

/** Lines are recognised in this order; a line of no form is words of a title, or a paragraph where it is long, has commas or ends like a sentence. */
export function lineKindOf(text: string): LineKind {
  if (findDocumentNumber(text)) return "number";
  if (DATE_LINE.test(text)) return "date";
  if (NOTE_LINE.test(text)) return "note";
  if (BYLINE.test(text) || makerOf(text) !== undefined) return "byline";
  if (FURNITURE_LINE.test(text) || TABLE_NOTE.test(text)) return "furniture";
  if (isRecipients(text)) return "recipients";
  const signed = SIGNED_DATE_LINE.exec(text)?.groups?.["issuer"];
  if (signed !== undefined && isOrganisation(signed)) return "signed-date";
  if (text.length > LONGEST_HEADER_LINE || /[，,]|[。；;！？!?:：]$/u.test(text)) return "paragraph";
  return isOrganisation(text) ? "organisation" : "words";
}

/** Whether a text is the name of one issuing body, or of several with white space between, and nothing else. */
export function isOrganisation(text: string): boolean {
  if (text.length > LONGEST_ORGANISATION || /关于|通知|[，。；：《》“”0-9]|年/u.test(text)) return false;
  return text.split(/[\s　]+/u).every((part) => /^[\p{Script=Han}（）()、]{2,}$/u.test(part) && ORGANISATION_END.test(part));
}

/** The issuing bodies of a signature that stands on one line with its date. */
export function issuerOfSignedDate(text: string): string | undefined {
  return SIGNED_DATE_LINE.exec(text)?.groups?.["issuer"]?.trim();
}

/** The body that a table was filled in by, or made by: 填报单位, ×制. Undefined where the line names none, as in a blank form. */
export function issuerOfByline(text: string): string | undefined {
  const maker = makerOf(text);
  if (maker !== undefined) return maker;
  const words = BYLINE.exec(text)?.groups?.["words"]?.trim() ?? "";
  const cut = AFTER_BODY.exec(words);
  const body = (cut ? words.slice(0, cut.index) : words).trim();
  return isOrganisation(body) ? body : undefined;
}

function makerOf(text: string): string | undefined {
  const body = MAKER.exec(text)?.groups?.["body"]?.trim();
  return body !== undefined && isOrganisation(body) ? body : undefined;
}

function isRecipients(text: string): boolean {
  return text.length <= 300 && /[:：]$/u.test(text) && !/。|如下[:：]$|^(?:附|责任|牵头|抄送)/u.test(text) && ADDRESSED_TO.test(text);
}
