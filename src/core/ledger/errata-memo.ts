import type { AnomalyKind, OfficialDocument } from "../document/official-document.ts";
import type { Erratum } from "./errata.ts";

/** Kinds of misprints for the reader. */
export const ERRATUM_KINDS: Readonly<Record<AnomalyKind, string>> = {
  duplicate_label: "编号重复",
  skipped_label: "编号跳过",
  out_of_order_label: "编号次序颠倒",
  label_misprint: "编号印错",
  unit_misprint: "单位名称印错",
  impossible_date: "日期不存在",
};

/** The correction memo (勘误单) as plain text, ready to be sent to the office that issued the document. */
export function renderErrata(document: OfficialDocument, errata: readonly Erratum[]): string {
  const number = document.documentNumber ? `（${document.documentNumber.printed}）` : "";
  const head = [
    "勘误单",
    "",
    `文件：《${document.title}》${number}`,
    ...(document.issuer === undefined ? [] : [`发文机关：${document.issuer}`]),
    ...(document.issuedOn === undefined ? [] : [`成文日期：${document.issuedOn}`]),
    "",
  ];
  if (errata.length === 0) return [...head, "没有发现错漏。", ""].join("\n");
  return [
    ...head,
    `阅读本文件时发现${errata.length}处疑似错漏，列出如下，请核对。行号按正文自上而下数。`,
    "",
    ...errata.flatMap(({ kind, place, line, printed, suggestion }, index) => [
      `${index + 1}. ${ERRATUM_KINDS[kind]}`,
      `   位置：${place === "" ? "" : `${place}，`}第${line}行`,
      `   原文：「${onOneLine(printed)}」`,
      `   建议：${suggestion}`,
      "",
    ]),
  ].join("\n");
}

function onOneLine(text: string): string {
  return text
    .split(/[\r\n]/u)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
}
