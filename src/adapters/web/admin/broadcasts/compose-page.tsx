import { recipientsOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import { byName, chatName } from "../chat-name.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminRequest } from "../routes.tsx";
import * as say from "./messages.zh.ts";
import { type DraftFields, groupsOf, unitsOf } from "./read-draft.ts";

/** The form that a notice is written in. @param draftId of the draft that is changed; undefined for a new one */
export async function showCompose(
  { send, visitor }: AdminRequest,
  office: Office,
  fields: DraftFields,
  draftId: string | undefined,
  fault?: string,
): Promise<Response> {
  const { reached } = await recipientsOf(office, { kind: "all" });
  const units = unitsOf(reached).toSorted(byName);
  const groups = groupsOf(reached)
    .map((chat) => ({ value: chat.chat, label: chatName(chat) }))
    .toSorted((one, other) => byName(one.label, other.label));
  return send(
    draftId === undefined ? say.WRITE_TITLE : say.EDIT_TITLE,
    <AdminForm visitor={visitor} action={draftId === undefined ? "/admin/broadcasts" : `/admin/broadcasts/${draftId}/edit`} class="stack">
      <label>
        {say.TEXT}
        <textarea name="text" rows={10} required>{`\n${fields.text}`}</textarea>
      </label>
      <p class="hint">{say.TEXT_HINT}</p>
      <fieldset>
        <legend>{say.AUDIENCE}</legend>
        <Choice name="audience" value="all" chosen={fields.audience} label={say.audienceAll(reached.length)} />
        {units.length > 0 && <Choice name="audience" value="units" chosen={fields.audience} label={say.UNITS} />}
        {units.length > 0 && <Boxes name="unit" options={units.map((unit) => ({ value: unit, label: unit }))} ticked={fields.units} />}
        {groups.length > 0 && <Choice name="audience" value="chats" chosen={fields.audience} label={say.CHATS} />}
        {groups.length > 0 && <Boxes name="chat" options={groups} ticked={fields.chats} />}
      </fieldset>
      <fieldset>
        <legend>{say.TIME}</legend>
        <Choice name="when" value="now" chosen={fields.isLater ? "later" : "now"} label={say.NOW} />
        <Choice name="when" value="later" chosen={fields.isLater ? "later" : "now"} label={say.LATER} />
        <input type="datetime-local" name="time" value={fields.time.replace(" ", "T")} aria-label={say.LATER} />
      </fieldset>
      <div class="row">
        <button type="submit">{say.PREVIEW}</button>
        <a href="/admin/broadcasts">{say.TO_LIST}</a>
      </div>
    </AdminForm>,
    { fault },
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly label: string;
}

function Choice({ name, value, chosen, label }: ChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name={name} value={value} checked={value === chosen} />
      {label}
    </label>
  );
}

interface BoxesProps {
  readonly name: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly ticked: readonly string[];
}

function Boxes({ name, options, ticked }: BoxesProps) {
  return (
    <div class="choices">
      {options.map(({ value, label }) => (
        <label class="choice">
          <input type="checkbox" name={name} value={value} checked={ticked.includes(value)} />
          {label}
        </label>
      ))}
    </div>
  );
}
