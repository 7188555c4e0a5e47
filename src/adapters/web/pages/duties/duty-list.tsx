import type { DutyRow, DutySort } from "../../../../app/duties/arrange-duties.ts";
import { sectionOf } from "../../../../app/duties/arrange-duties.ts";
import { CORRECTED, groupWords, headingWords, taskWords } from "../../../../app/duties/duty-words.zh.ts";
import { ROLES } from "../../../../app/duties/find-duties.ts";
import type { GroupPage, ShownGroup } from "../../../../app/duties/page-groups.ts";
import { dueOf, wordsOf } from "../../../../app/office/progress-words.zh.ts";
import { ROLE } from "../../../../core/answer/describe.ts";
import { sliceOf } from "../../../../core/text/span.ts";
import { documentPath, taskPath, unitPath } from "../../view/links.ts";
import { dutiesPath } from "./duties-path.ts";
import type { DutyRequest } from "./duty-request.ts";
import * as say from "./messages.zh.ts";

/** Each column with what it is sorted by. */
const COLUMNS: readonly (readonly [column: keyof typeof say.COLUMNS, sort: DutySort])[] = [
  ["title", "title"],
  ["document", "document"],
  ["deadline", "deadline"],
  ["unit", "unit"],
];

/** The rows of a page as a table; on a narrow page and in large print each row is a card. */
export function DutyList({ page, request, caption }: { readonly page: GroupPage; readonly request: DutyRequest; readonly caption: string }) {
  return (
    <table class="duties">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {COLUMNS.map(([column, sort]) => (
            <SortHeader words={say.COLUMNS[column]} sort={sort} request={request} />
          ))}
        </tr>
      </thead>
      {page.groups.map((group) => (
        <Group group={group} />
      ))}
    </table>
  );
}

/** Sorts by the column; once more, the other way round. */
function SortHeader({ words, sort, request }: { readonly words: string; readonly sort: DutySort; readonly request: DutyRequest }) {
  const { arrangement, isPrint } = request;
  const isSorted = arrangement.sort === sort;
  const direction = arrangement.isDescending ? "descending" : "ascending";
  const turned = isSorted && !arrangement.isDescending;
  return (
    <th scope="col" aria-sort={isSorted ? direction : undefined}>
      {isPrint ? (
        words
      ) : (
        <a
          href={`${dutiesPath({ ...request, page: 1, arrangement: { ...arrangement, sort, isDescending: turned } })}#found`}
          aria-label={say.sortBy(words, turned)}
        >
          {words}
          {isSorted && <span aria-hidden="true">{arrangement.isDescending ? " ▼" : " ▲"}</span>}
        </a>
      )}
    </th>
  );
}

function Group({ group: { heading, rows, total, isContinued } }: { readonly group: ShownGroup }) {
  return (
    <tbody>
      {heading !== undefined && (
        <tr class="group-heading">
          <th scope="rowgroup" colspan={COLUMNS.length}>
            {say.groupHeading(groupWords(heading), total)}
            {isContinued && say.CONTINUED}
          </th>
        </tr>
      )}
      {rows.map((row) => (
        <Row row={row} />
      ))}
    </tbody>
  );
}

function Row({ row: { document, task, dues, dueOn } }: { readonly row: DutyRow }) {
  const section = sectionOf(document, task);
  return (
    <tr>
      <th scope="row" data-label={say.COLUMNS.title}>
        <a href={taskPath(document.id, task.ordinal)}>{taskWords(task)}</a>
        {task.corrected && <span class="mark">{CORRECTED}</span>}
        {task.title === "" && <span class="words">{shortened(sliceOf(document.source, task.body))}</span>}
      </th>
      <td data-label={say.COLUMNS.document}>
        <a href={documentPath(document.id)}>{document.title}</a>
        {section !== undefined && <span class="words">{headingWords(section)}</span>}
        {document.lapsed !== undefined && (
          <span class="mark">
            {say.LAPSED}：{document.lapsed}
          </span>
        )}
      </td>
      <td data-label={say.COLUMNS.deadline}>
        <Deadline task={task} dueOn={dues.find((due) => due.dueOn === dueOn)?.rhythm === "once" ? undefined : dueOn} />
      </td>
      <td data-label={say.COLUMNS.unit}>
        <Units task={task} />
      </td>
    </tr>
  );
}

type Task = DutyRow["task"];

/** @param dueOn of one period of something recurring */
function Deadline({ task, dueOn }: { readonly task: Task; readonly dueOn: string | undefined }) {
  const [due, words] = [dueOf(task), wordsOf(task)];
  if (due === "" && words === "") return <span class="words">{say.NO_TIME}</span>;
  return (
    <>
      {due}
      {dueOn !== undefined && <span class="words">{say.dueOn(dueOn)}</span>}
      {words !== "" && <span class="words">「{shortened(words)}」</span>}
    </>
  );
}

/** Named units by their roles, then the groups that are named without a name. */
function Units({ task: { assignments, collective } }: { readonly task: Task }) {
  const named = ROLES.map((role) => [role, [...new Set(assignments.filter((one) => one.role === role).map(({ name }) => name))]] as const);
  const groups = [...new Set(collective.map(({ printed }) => printed))];
  return (
    <ul class="units plain">
      {assignments.length === 0 && <li class="words">{say.NO_UNIT}</li>}
      {named.map(
        ([role, names]) =>
          names.length > 0 && (
            <li>
              <span class="role">{ROLE[role]}</span>
              {names.map((name) => (
                <a href={unitPath(name)}>{name}</a>
              ))}
            </li>
          ),
      )}
      {groups.length > 0 && (
        <li class="words">
          <span class="role">{say.COLLECTIVE}</span>
          {groups.map((printed) => (
            <span>{printed}</span>
          ))}
        </li>
      )}
    </ul>
  );
}

/** The whole of it is one click away. UTF-16 code units. */
const LONGEST_SHOWN = 70;

function shortened(words: string): string {
  const line = words.replace(/\s+/gu, " ").trim();
  return line.length <= LONGEST_SHOWN ? line : `${line.slice(0, LONGEST_SHOWN).toWellFormed()}……`;
}
