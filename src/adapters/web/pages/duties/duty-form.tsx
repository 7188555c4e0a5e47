import { DUTY_GROUPS, DUTY_SORTS } from "../../../../app/duties/arrange-duties.ts";
import { headingWords, OBLIGATION_WORDS, SORT_WORDS } from "../../../../app/duties/duty-words.zh.ts";
import { OBLIGATION_KINDS, ROLES } from "../../../../app/duties/find-duties.ts";
import { unitsByTasks } from "../../../../app/suggestions.ts";
import { ROLE } from "../../../../core/answer/describe.ts";
import type { CalendarDate } from "../../../../core/document/official-document.ts";
import type { Corpus } from "../../../../core/ledger/corpus.ts";
import { dutiesPath } from "./duties-path.ts";
import type { DutyRequest } from "./duty-request.ts";
import * as say from "./messages.zh.ts";
import { quickDates } from "./quick-dates.ts";

/** Units that are suggested while a name is typed. */
const MOST_SUGGESTED = 300;

interface DutyFormProps {
  readonly corpus: Corpus;
  readonly request: DutyRequest;
  readonly today: CalendarDate;
}

/** The conditions, as a form that sends an address. */
export function DutyForm({ corpus, request, today }: DutyFormProps) {
  const { filter, arrangement } = request;
  const sections = filter.document === undefined ? [] : corpus.sectionsOf(filter.document).filter(({ tasks }) => tasks.length > 0);
  const documents = corpus.documents.filter(({ id }) => corpus.tasksOf(id).length > 0);
  const isMoreUsed = [filter.role, filter.obligation, filter.dueFrom, filter.dueTo, filter.section, arrangement.group].some((one) => one !== undefined);
  return (
    <search>
      <form class="filters" action="/duties#found" method="get">
        <div class="fields">
          <Field label={say.UNIT} name="unit">
            <input id="unit" name="unit" type="text" list="units" value={filter.units?.join("、") ?? ""} placeholder={say.UNIT_PLACEHOLDER} maxlength={300} />
          </Field>
          <datalist id="units">
            {unitsByTasks(corpus)
              .slice(0, MOST_SUGGESTED)
              .map((name) => (
                <option value={name}></option>
              ))}
          </datalist>
          <Field label={say.WORDS} name="words">
            <input id="words" name="words" type="text" value={filter.words ?? ""} placeholder={say.WORDS_PLACEHOLDER} maxlength={100} />
          </Field>
          <Choice
            label={say.DOCUMENT}
            name="document"
            none={say.ANY_DOCUMENT}
            chosen={filter.document}
            options={documents.map(({ id, title }) => ({ value: id, words: title }))}
          />
        </div>
        <details class="more" open={isMoreUsed || arrangement.sort !== "document" || arrangement.isDescending}>
          <summary>{say.MORE}</summary>
          <div class="fields">
            {sections.length > 0 && (
              <Choice
                label={say.SECTION}
                name="section"
                none={say.ANY_SECTION}
                chosen={filter.section === undefined ? undefined : String(filter.section)}
                options={sections.map((section) => ({ value: String(section.node), words: headingWords(section) }))}
              />
            )}
            <Choice label={say.ROLE} name="role" none={say.ANY_ROLE} chosen={filter.role} options={ROLES.map((value) => ({ value, words: ROLE[value] }))} />
            <Choice
              label={say.OBLIGATION}
              name="obligation"
              none={say.ANY_OBLIGATION}
              chosen={filter.obligation}
              options={OBLIGATION_KINDS.map((value) => ({ value, words: OBLIGATION_WORDS[value] }))}
            />
            <Field label={say.FROM} name="from">
              <input id="from" name="from" type="date" value={filter.dueFrom ?? ""} />
            </Field>
            <Field label={say.TO} name="to">
              <input id="to" name="to" type="date" value={filter.dueTo ?? ""} />
            </Field>
            <Choice
              label={say.SORT}
              name="sort"
              none={SORT_WORDS.document}
              chosen={arrangement.sort}
              options={DUTY_SORTS.filter((value) => value !== "document").map((value) => ({ value, words: SORT_WORDS[value] }))}
            />
            <Choice
              label={say.ORDER}
              name="order"
              none={say.ASCENDING}
              chosen={arrangement.isDescending ? "desc" : undefined}
              options={[{ value: "desc", words: say.DESCENDING }]}
            />
            <Choice
              label={say.GROUP}
              name="group"
              none={say.NO_GROUP}
              chosen={arrangement.group}
              options={DUTY_GROUPS.map((value) => ({ value, words: say.GROUPS[value] }))}
            />
          </div>
          <QuickDates corpus={corpus} request={request} today={today} />
        </details>
        <button type="submit">{say.FIND}</button>
      </form>
    </search>
  );
}

function QuickDates({ corpus, request, today }: DutyFormProps) {
  const spans = quickDates(corpus, request.filter.document, today);
  if (spans.length === 0) return null;
  return (
    <p class="quick">
      {say.QUICK}
      {spans.map(({ label, from, to }) => (
        <a href={dutiesPath({ ...request, page: 1, filter: { ...request.filter, dueFrom: from, dueTo: to } })}>{label}</a>
      ))}
    </p>
  );
}

interface FieldProps {
  readonly label: string;
  readonly name: string;
}

function Field({ label, name, children }: FieldProps & { readonly children?: unknown }) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      {children}
    </div>
  );
}

interface ChoiceProps extends FieldProps {
  /** What is shown for no choice. */
  readonly none: string;
  readonly chosen: string | undefined;
  readonly options: readonly { readonly value: string; readonly words: string }[];
}

function Choice({ label, name, none, chosen, options }: ChoiceProps) {
  return (
    <Field label={label} name={name}>
      <select id={name} name={name}>
        <option value="">{none}</option>
        {options.map(({ value, words }) => (
          <option value={value} selected={value === chosen}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}
