import places from "../data/places.json" with { type: "json" };
import synonyms from "../data/synonyms.json" with { type: "json" };
import units from "../data/units.json" with { type: "json" };
import { type Answer, type AnswerContext, answerQuery } from "../src/core/answer/index.ts";
import { parseDocument } from "../src/core/document/index.ts";
import { createCorpus, readLedger } from "../src/core/ledger/index.ts";
import type { Knowledge } from "../src/core/question/index.ts";
import { type Conversation, createLexicon, createPlaces, normaliseQuestion, type Query, understand, withoutCounts } from "../src/core/question/index.ts";
import { passagesOf } from "../src/core/search/passages-of.ts";
import { createUnitRegister } from "../src/core/units/index.ts";

/** A county that is not in the seeds: its plan marks who leads and who supports, and prints deadlines. */
const PLAN = `云政办发〔2021〕15号
云岭县人民政府办公室
关于印发云岭县2021年数字政府建设工作要点的通知
各乡镇人民政府,县直各部门:
《云岭县2021年数字政府建设工作要点》已经县政府同意,现印发给你们,请认真贯彻执行。
2021年3月5日
云岭县2021年数字政府建设工作要点
一、夯实数据底座
(一)建设人口基础数据库。归集户籍、婚姻、就医数据不少于12类,按照《政务数据归集办法》(云政发〔2020〕7号)执行。
牵头单位:县大数据局
配合单位:县公安局、县卫健委、县民政局
完成时限:2021年6月底前
(二)整治数据孤岛。清理停用系统20个,每月通报一次进度。
牵头单位:县大数据局
配合单位:县财政局、各有关部门
完成时限:2021年9月底前
二、优化办事服务
(三)推行不动产登记一窗受理。压缩登记时间至3个工作日。
牵头单位:县自然资源局
配合单位:县税务局、县住建局
完成时限:2021年12月底前
(四)推广电子证照。在医院、学校推广电子证照应用。
牵头单位:县公安局
配合单位:县卫健委、县教育局
完成时限:长期坚持
(五)开展政务服务评价。每季度至少开展1次满意度调查。
牵头单位:县政府办公室
配合单位:各乡镇人民政府
三、强化网络安全
(六)落实等级保护制度。全年至少组织2次应急演练。
牵头单位:县公安局
配合单位:县财政局
(六)开展网络安全检查。对重点单位开展检查。
牵头单位:县委网信办
配合单位:县公安局、县大数据局
`;

/** A report of another county: what was done, no tasks. */
const REPORT = `一、2020年工作情况
1.推进政务公开。全年公开信息1203条,公开平台由5个调整为3个。答复依申请公开46件,其中予以公开30件、不予公开16件。
2.加强执法监督。县司法局组织执法培训4期,培训执法人员近600人。县公安局查处案件88起,罚没款项12.5万元,结案率98%。
二、2021年工作打算
继续推进政务公开标准化建设。
`;

const register = createUnitRegister(units);
const plan = parseDocument(PLAN, { id: "yunling-2021", file: "yunling.txt", region: "云岭县", year: 2021 });
const report = parseDocument(REPORT, { id: "qingshi-2020", file: "qingshi.txt", region: "青石县", year: 2020, title: "青石县2020年法治政府建设年度报告" });
const ledger = [plan, report].map((document) => readLedger(document, register));
const passages = [plan, report].flatMap((document, index) => passagesOf(document, ledger[index] ?? { documentId: document.id, tasks: [] }));

/** 云岭县 with a plan, 青石县 with a report. */
export const county: Knowledge = {
  corpus: createCorpus([plan, report], ledger, register),
  register,
  lexicon: createLexicon(synonyms),
  places: createPlaces(places),
};

const context: AnswerContext = {
  corpus: county.corpus,
  register,
  passage: (id) => passages.find((passage) => passage.id === id),
  passagesOf: (document) => passages.filter(({ documentId }) => documentId === document),
  found: undefined,
};

/** What a question means over the two documents. */
export function read(question: string, previous?: Conversation): Query {
  return understand(normaliseQuestion(question), county, previous).query;
}

/** The answer to a query. */
export function answer(query: Query): Answer {
  return answerQuery(query, contextFor(query));
}

/** What a query is answered from; every passage is a candidate, words cut into characters' pairs. */
export function contextFor(query: Query): AnswerContext {
  const words = query.kind === "passages" ? query.words : query.kind === "topic-units" ? query.topic : "";
  const cut = [...withoutCounts(words).matchAll(/\p{Script=Han}{2}/gu)].map(([pair]) => pair);
  return { ...context, found: { hits: passages.map(({ id }) => ({ id, score: 1 })), words: cut, everyday: county.lexicon.findEveryday(words) } };
}
