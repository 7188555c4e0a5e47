import type { TimeFigures } from "../../../../app/duties/time-figures.ts";
import type { Partner, SharedFigures, UnitFigure, UnitFigures } from "../../../../app/duties/unit-figures.ts";
import { rolesGiven } from "../../../../app/pictures/make-picture.ts";
import { DATED, monthName, RECURRING } from "../../../../app/pictures/messages.zh.ts";
import { ROLE } from "../../../../core/answer/describe.ts";
import type { Role } from "../../../../core/ledger/task.ts";
import { dutiesPath, togetherPath } from "../../view/links.ts";
import * as say from "./messages.zh.ts";

/** A number with the duties that it counts behind it; none behind 0. */
function Count({ count, href }: { readonly count: number; readonly href: string }) {
  return count === 0 ? <span>0</span> : <a href={href}>{count}</a>;
}

interface UnitsTableProps {
  readonly title: string;
  readonly document: string;
  readonly figures: UnitFigures;
}

/** One role alone says nothing more than the number of tasks. */
function rolesToTell(roles: readonly Role[]): readonly Role[] {
  return roles.length > 1 ? roles : [];
}

/** Every unit, those that the picture leaves out too. */
export function UnitsTable({ title, document, figures: { units } }: UnitsTableProps) {
  const roles = rolesToTell(rolesGiven(units));
  return (
    <Table title={title} head={[say.UNIT, say.TASKS, ...roles.map((role) => ROLE[role])]}>
      {units.map(({ name, tasks, byRole }: UnitFigure) => (
        <tr>
          <th scope="row">{name}</th>
          <td>
            <Count count={tasks} href={dutiesPath({ document, units: [name] })} />
          </td>
          {roles.map((role) => (
            <td>
              <Count count={byRole[role]} href={dutiesPath({ document, units: [name], role })} />
            </td>
          ))}
        </tr>
      ))}
    </Table>
  );
}

interface SharedTableProps {
  readonly title: string;
  readonly document: string;
  readonly figures: SharedFigures;
}

/** Columns bear the numbers of the rows, as in the picture; who hears the table hears the names. */
export function SharedTable({ title, document, figures: { units, counts } }: SharedTableProps) {
  return (
    <section class="table" tabindex={0} aria-label={say.tableCaption(title)}>
      <table class="figures grid">
        <caption>{say.tableCaption(title)}</caption>
        <thead>
          <tr>
            <th scope="col">{say.UNIT}</th>
            {units.map((name, column) => (
              <th scope="col">
                {say.numbered(column)}
                <span class="quiet">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((name, row) => (
            <tr>
              <th scope="row">
                {say.numbered(row)} {name}
              </th>
              {units.map((other, column) => (
                <td>{row === column ? say.NO_COUNT : <Count count={counts[row]?.[column] ?? 0} href={togetherPath(document, name, other)} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PartnersTableProps {
  readonly title: string;
  readonly document: string;
  readonly unit: string;
  readonly partners: readonly Partner[];
}

export function PartnersTable({ title, document, unit, partners }: PartnersTableProps) {
  return (
    <Table title={title} head={[say.OTHER_UNIT, say.COMMON_TASKS]}>
      {partners.map(({ name, tasks }) => (
        <tr>
          <th scope="row">{name}</th>
          <td>
            <Count count={tasks} href={togetherPath(document, unit, name)} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

interface MonthsTableProps {
  readonly title: string;
  readonly document: string;
  readonly unit: string | undefined;
  readonly figures: TimeFigures;
}

export function MonthsTable({ title, document, unit, figures: { months } }: MonthsTableProps) {
  const units = unit === undefined ? [] : [unit];
  return (
    <Table title={title} head={[say.MONTH, say.DEADLINES, DATED, RECURRING, say.TASKS_DUE]}>
      {months.map(({ from, to, dated, recurring, tasks }, index) => (
        <tr>
          <th scope="row">{monthName(index + 1)}</th>
          <td>{dated + recurring}</td>
          <td>{dated}</td>
          <td>{recurring}</td>
          <td>
            <Count count={tasks} href={dutiesPath({ document, units, dueFrom: from, dueTo: to })} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** The roles of one unit, each with its tasks. */
export function UnitSums({ document, figure }: { readonly document: string; readonly figure: UnitFigure }) {
  const { name, tasks, byRole } = figure;
  return (
    <dl class="facts">
      <div>
        <dt>{say.unitSums(name)}</dt>
        <dd>
          <Count count={tasks} href={dutiesPath({ document, units: [name] })} />
        </dd>
      </div>
      {rolesGiven([figure]).map((role) => (
        <div>
          <dt>{say.roleCount(role)}</dt>
          <dd>
            <Count count={byRole[role]} href={dutiesPath({ document, units: [name], role })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface TableProps {
  readonly title: string;
  readonly head: readonly string[];
  readonly children: readonly unknown[];
}

function Table({ title, head, children }: TableProps) {
  return (
    <div class="table">
      <table class="figures">
        <caption>{say.tableCaption(title)}</caption>
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
