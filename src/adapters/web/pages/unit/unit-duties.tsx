import { createUnitTest, type Duty } from "../../../../app/duties/find-duties.ts";
import type { UnitProfile } from "../../../../app/duties/unit-profile.ts";
import { headingOf } from "../../../../core/answer/cite.ts";
import type { OfficialDocument } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { lapsed } from "../../messages.zh.ts";
import { documentPath, dutiesPath, taskPath, unitPath } from "../../view/links.ts";
import * as say from "../unit-messages.zh.ts";

/** More of one document than is read on a page; the table of duties has them all. */
const MOST_OF_DOCUMENT = 100;
const MOST_PARTNERS = 20;

interface DutiesProps {
  readonly unit: string;
  readonly duties: readonly Duty[];
  readonly corpus: Corpus;
}

/** The duties that name a unit, the latest document first, each with what the unit is in it and by when. */
export function DutiesByDocument({ unit, duties, corpus }: DutiesProps) {
  if (duties.length === 0) return null;
  const isOwn = createUnitTest(corpus, [unit]);
  const documents = [...new Set(duties.map(({ document }) => document))].sort((one, other) => dateOf(other).localeCompare(dateOf(one)));
  const byDocument = documents.map((document) => [document, duties.filter((duty) => duty.document === document)] as const);
  return (
    <section>
      <h2>{say.DUTIES}</h2>
      {byDocument.map(([document, found]) => (
        <section class="of-document">
          <h3>
            <a href={documentPath(document.id)}>{say.inDocument(document.title, found.length)}</a>
          </h3>
          {document.lapsed !== undefined && <p class="warning">{lapsed(document.lapsed)}</p>}
          <ol class="plain duty-list">
            {found.slice(0, MOST_OF_DOCUMENT).map(({ task }) => (
              <li>
                <a href={taskPath(document.id, task.ordinal)}>{headingOf(task) || task.label}</a>
                <span class="fact">
                  {[...new Set(task.assignments.filter((assignment) => isOwn(document, assignment)).map(({ role }) => say.ROLES[role]))].join("、")}
                  {task.deadline ? `　${say.DUE}：${task.deadline.text}` : ""}
                </span>
              </li>
            ))}
          </ol>
          {found.length > MOST_OF_DOCUMENT && (
            <p>
              <a href={dutiesPath({ units: [unit], document: document.id })}>{say.moreDuties(found.length - MOST_OF_DOCUMENT)}</a>
            </p>
          )}
        </section>
      ))}
    </section>
  );
}

function dateOf({ issuedOn, year }: OfficialDocument): string {
  return issuedOn ?? String(year ?? "");
}

/** Units that are named beside it. */
export function Partners({ partners }: Pick<UnitProfile, "partners">) {
  if (partners.length === 0) return null;
  return (
    <section>
      <h2>{say.PARTNERS}</h2>
      <ul class="plain partners">
        {partners.slice(0, MOST_PARTNERS).map(({ name, count }) => (
          <li>
            <a href={unitPath(name)}>{name}</a> {say.shared(count)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Tasks that name a group only, apart from those that name the unit. */
export function CollectiveDuties({ tasks }: { readonly tasks: UnitProfile["collective"] }) {
  if (tasks.length === 0) return null;
  return (
    <details>
      <summary>{say.collectiveCount(tasks.length)}</summary>
      <p class="note">{say.COLLECTIVE_NOTE}</p>
      <ol class="plain duty-list">
        {tasks.slice(0, MOST_OF_DOCUMENT).map(({ document, task }) => (
          <li>
            <a href={taskPath(document.id, task.ordinal)}>{headingOf(task) || task.label}</a>
            <span class="fact">{task.collective.map(({ printed }) => printed).join("、")}</span>
          </li>
        ))}
      </ol>
      {tasks.length > MOST_OF_DOCUMENT && <p>{say.moreDuties(tasks.length - MOST_OF_DOCUMENT)}</p>}
    </details>
  );
}
