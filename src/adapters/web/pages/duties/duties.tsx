import { dateInChina } from "../../../../app/date-in-china.ts";
import { arrangeDuties } from "../../../../app/duties/arrange-duties.ts";
import { bytesOf, type ExportFormat, exportLedger } from "../../../../app/duties/export-duties.ts";
import { findDuties } from "../../../../app/duties/find-duties.ts";
import { pageOfGroups } from "../../../../app/duties/page-groups.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import type { Feature, Site, WebContext } from "../../feature.ts";
import { holdBack } from "../../rate-limit.ts";
import { sendPage } from "../../send.ts";
import { sendExport } from "../../send-export.ts";
import { viewOf } from "../../view/view.ts";
import { DutiesPage, PAGE_ROWS } from "./duties-page.tsx";
import { withoutBlanks } from "./duties-path.ts";
import { readDutyRequest } from "./duty-request.ts";
import * as say from "./messages.zh.ts";

/** A browser lays out no more in reasonable time. */
const MOST_PRINTED = 2000;

/** 任务: the duty ledger as a table that is filtered, sorted, grouped, printed and exported. Everything that is asked of it stands in the address. */
export const duties: Feature = {
  nav: { href: "/duties", label: say.NAV_DUTIES },
  mount(app, site) {
    const limited = holdBack(site);
    app.get("/duties", limited, (c) => showDuties(c, site));
    for (const format of ["csv", "xlsx"] as const) app.get(`/duties.${format}`, limited, (c) => exportDuties(c, site, format));
  },
};

async function showDuties(c: WebContext, site: Site): Promise<Response> {
  const given = paramsOf(c);
  const filled = withoutBlanks(given);
  // What is passed on is short: a form sends its empty fields too.
  if (filled.size < given.size) return c.redirect(filled.size === 0 ? "/duties" : `/duties?${filled}`, 303);
  const corpus = await site.assistant.corpus();
  const { request, remarks, found, groups } = await readTable(filled, corpus, site);
  const page = request.isPrint ? pageOfGroups(groups, 1, MOST_PRINTED) : pageOfGroups(groups, request.page, PAGE_ROWS);
  const cutOff = request.isPrint && page.count > 1 ? [{ sentence: say.tooManyToPrint(MOST_PRINTED), choices: [] }] : [];
  const today = dateInChina(site.clock());
  return sendPage(
    c,
    <DutiesPage view={viewOf(c, site)} corpus={corpus} request={request} remarks={[...remarks, ...cutOff]} found={found} page={page} today={today} />,
  );
}

async function exportDuties(c: WebContext, site: Site, format: ExportFormat): Promise<Response> {
  const corpus = await site.assistant.corpus();
  const { request, groups } = await readTable(paramsOf(c), corpus, site);
  const exported = exportLedger(corpus, { ...request, groups }, site.clock());
  return sendExport(c, exported.name, await bytesOf(exported, format, site.spreadsheets), format);
}

async function readTable(given: URLSearchParams, corpus: Corpus, { assistant }: Site) {
  const { request, remarks } = await readDutyRequest(given, corpus, (words) => assistant.findUnit(words));
  const found = findDuties(corpus, request.filter);
  return { request, remarks, found, groups: arrangeDuties(corpus, found, request.filter, request.arrangement) };
}

function paramsOf(c: WebContext): URLSearchParams {
  return new URL(c.req.url).searchParams;
}
