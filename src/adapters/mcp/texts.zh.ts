import type { DocumentDetailRecord, DocumentRecord } from "../../app/records/document-record.ts";
import type { PassageRecord } from "../../app/records/passage-record.ts";
import type { TaskRecord } from "../../app/records/task-record.ts";

/** What the tools found, as text to be read. */

/** Where quoted words stand, so that they can be found again. */
function placeText({ place, document, start, end }: Pick<TaskRecord, "place" | "document" | "start" | "end">): string {
  return `${place}〔${document}，${start}-${end}〕`;
}

const ROLES: Readonly<Record<TaskRecord["assignments"][number]["role"], string>> = { lead: "牵头", responsible: "责任", support: "配合" };

function unitsText({ assignments, collective }: Pick<TaskRecord, "assignments" | "collective">): string {
  const named = assignments.map(({ unit, role }) => `${unit}（${ROLES[role]}）`).join("、") || "没有点名单位";
  return collective.length === 0 ? named : `${named}；另笼统点名${collective.map(({ printed }) => printed).join("、")}`;
}

function headingText({ label, title }: Pick<TaskRecord, "label" | "title">): string {
  return /[\p{L}\p{N}]$/u.test(label) && title !== "" ? `${label}．${title}` : `${label}${title}`;
}

export function dutiesText({ total, offset, items }: { readonly total: number; readonly offset: number; readonly items: readonly TaskRecord[] }): string {
  if (total === 0) return "没有符合的任务。";
  const shown = items.length === total ? "全部列出" : items.length === 0 ? "这一页没有" : `这里是第 ${offset + 1} 至 ${offset + items.length} 项`;
  return [
    `符合的任务共 ${total} 项，${shown}。全文用 task 看。`,
    ...items.map(
      (item, index) => `${offset + index + 1}. ${headingText(item)}\n   ${unitsText(item)}${dueText(item)}\n   ${placeText(item)}，第 ${item.ordinal} 项`,
    ),
  ].join("\n");
}

function dueText({ deadline, dues }: Pick<TaskRecord, "deadline" | "dues">): string {
  const days = [...new Set(dues.map(({ dueOn }) => dueOn))];
  return `${deadline ? `；时限：${deadline.quote}` : ""}${days.length > 0 ? `；到期：${days.join("、")}` : ""}`;
}

export function taskText(task: TaskRecord): string {
  const { quote, obligations, references, officers, corrected } = task;
  return [
    quote,
    `出处：${placeText(task)}，第 ${task.ordinal} 项`,
    `单位：${unitsText(task)}${dueText(task)}`,
    ...obligations.map((one) => `要求：${one.quote}〔${one.start}-${one.end}〕`),
    ...references.map((one) => `依据：${one.quote}〔${one.start}-${one.end}〕`),
    ...(officers.length > 0 ? [`责任领导和联系人：${officers.map(({ name, role }) => `${name}（${role}）`).join("、")}`] : []),
    ...(corrected ? ["读出的结果经过更正。"] : []),
  ].join("\n");
}

export function passagesText(words: string, passages: readonly PassageRecord[]): string {
  if (passages.length === 0) return `没有查到含有「${words.toWellFormed()}」的原文。`;
  return passages.map((passage, index) => `${index + 1}. ${passage.quote}\n   出处：${placeText(passage)}`).join("\n");
}

export function documentsText(documents: readonly DocumentRecord[]): string {
  if (documents.length === 0) return "现在一份文件也没有。";
  return [`共 ${documents.length} 份文件：`, ...documents.map((one, index) => `${index + 1}. ${documentLine(one)}`)].join("\n");
}

function documentLine({ id, title, documentNumber, issuer, issuedOn, region, lapsed, tasks }: DocumentRecord): string {
  return [
    `${region ?? ""}《${title}》${documentNumber === null ? "" : `（${documentNumber}）`}，编号 ${id}`,
    ...(issuer === null ? [] : [issuer]),
    ...(issuedOn === null ? [] : [`成文 ${issuedOn}`]),
    tasks === 0 ? "没有责任分工" : `${tasks} 项任务`,
    ...(lapsed === null ? [] : [`可能已不再有效：${lapsed}`]),
  ].join("，");
}

export function documentText(document: DocumentDetailRecord): string {
  const { outline, anomalies } = document;
  return [
    documentLine(document),
    ...(outline.length === 0 ? [] : ["目录（方括号里是 node）："]),
    ...outline.map(
      ({ node, path, label, title, ordinal }) =>
        `${"  ".repeat(Math.max(0, path.length - 1))}[${node}] ${label}${title}${ordinal === null ? "" : `（第 ${ordinal} 项任务）`}`,
    ),
    ...(anomalies.length === 0 ? [] : ["疑似错漏，正文照原样："]),
    ...anomalies.map(({ place, line, quote, suggestion, start, end }) => `${place}第 ${line} 行「${quote}」〔${start}-${end}〕：${suggestion}`),
  ].join("\n");
}

export function goOnWith(state: string): string {
  return `接着问时，把这一串原样写进 state：${state}`;
}
