import { filterParts } from "../../../../app/duties/filter-parts.ts";
import { type Duty, findDuties } from "../../../../app/duties/find-duties.ts";
import type { GroupPage } from "../../../../app/duties/page-groups.ts";
import type { CalendarDate } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { ASSETS } from "../../assets.ts";
import { Page } from "../../view/page.tsx";
import { Paging } from "../../view/paging.tsx";
import type { View } from "../../view/view.ts";
import { dutiesPath } from "./duties-path.ts";
import { DutyForm } from "./duty-form.tsx";
import { DutyList } from "./duty-list.tsx";
import type { DutyRequest, Remark } from "./duty-request.ts";
import * as say from "./messages.zh.ts";

interface DutiesPageProps {
  readonly view: View;
  readonly corpus: Corpus;
  readonly request: DutyRequest;
  readonly remarks: readonly Remark[];
  /** What the filter leaves. */
  readonly found: readonly Duty[];
  readonly page: GroupPage;
  readonly today: CalendarDate;
}

/** The ledger with its conditions, one page of it. */
export function DutiesPage({ view, corpus, request, remarks, found, page, today }: DutiesPageProps) {
  const { filter } = request;
  const parts = filterParts(corpus, filter);
  const pathWith = (without: DutyRequest["filter"]): string => dutiesPath({ ...request, page: 1, filter: without });
  const documents = new Set(found.map(({ document }) => document.id)).size;
  const sentence = say.found({ found: found.length, all: corpus.tasks.length, documents, isFiltered: parts.length > 0 });
  return (
    <Page view={view} title={say.TITLE} style={ASSETS.duties} isWide>
      <h1>{say.TITLE}</h1>
      {!request.isPrint && <DutyForm corpus={corpus} request={request} today={today} />}
      <Remarks remarks={remarks} />
      <p class="found" id="found" tabindex={-1}>
        {sentence}
        {page.rows > found.length && say.rowsInGroups(page.rows)}
      </p>
      {parts.length > 0 && (
        <ul class="conditions plain" aria-label={say.CONDITIONS}>
          {parts.map(({ words, without }) => (
            <li>
              {words}
              {!request.isPrint && (
                <a href={pathWith(without)} aria-label={say.takeAway(words)}>
                  {say.TAKE_AWAY}
                </a>
              )}
            </li>
          ))}
          {!request.isPrint && parts.length > 1 && (
            <li class="all">
              <a href={pathWith({})}>{say.TAKE_ALL_AWAY}</a>
            </li>
          )}
        </ul>
      )}
      {page.rows === 0 ? (
        <Empty corpus={corpus} parts={parts.map((part) => ({ ...part, path: pathWith(part.without) }))} />
      ) : (
        <>
          <Exports request={request} />
          <DutyList page={page} request={request} caption={say.shownRows(firstRow(page), firstRow(page) + shownRows(page) - 1, page.rows)} />
          <Paging number={page.number} count={page.count} pathOf={(number) => `${dutiesPath({ ...request, page: number })}#found`} />
        </>
      )}
    </Page>
  );
}

/** Rows on a page. */
export const PAGE_ROWS = 50;

function firstRow({ number }: GroupPage): number {
  return (number - 1) * PAGE_ROWS + 1;
}

function shownRows({ groups }: GroupPage): number {
  return groups.reduce((sum, { rows }) => sum + rows.length, 0);
}

function Remarks({ remarks }: { readonly remarks: readonly Remark[] }) {
  return (
    <>
      {remarks.map(({ sentence, choices }) => (
        <p class="warning">
          {sentence}
          {choices.map(({ unit, request }) => (
            <a class="choice" href={dutiesPath({ ...request, page: 1 })}>
              {unit}
            </a>
          ))}
        </p>
      ))}
    </>
  );
}

function Exports({ request }: { readonly request: DutyRequest }) {
  if (request.isPrint)
    return (
      <p class="ways">
        {say.PRINT_HOW}
        <a href={dutiesPath({ ...request, isPrint: false })}>{say.BACK_TO_TABLE}</a>
      </p>
    );
  return (
    <p class="ways">
      <a href={dutiesPath(request, "xlsx")} download>
        {say.EXPORT_XLSX}
      </a>
      <a href={dutiesPath(request, "csv")} download>
        {say.EXPORT_CSV}
      </a>
      <a href={dutiesPath({ ...request, isPrint: true })}>{say.PRINT}</a>
    </p>
  );
}

interface EmptyProps {
  readonly corpus: Corpus;
  /** The conditions, each with the address without it. */
  readonly parts: readonly { readonly words: string; readonly without: DutyRequest["filter"]; readonly path: string }[];
}

/** Says how many there are without each of the conditions. */
function Empty({ corpus, parts }: EmptyProps) {
  if (parts.length === 0) return <p class="lead">{say.NOTHING_AT_ALL}</p>;
  return (
    <>
      <p class="lead">{say.EMPTY}</p>
      <p>{say.EMPTY_HOW}</p>
      <ul class="loosen">
        {parts.map(({ words, without, path }) => (
          <li>
            <a href={path}>{say.withoutCondition(words, findDuties(corpus, without).length)}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
