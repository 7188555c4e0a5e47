import { createHash } from "node:crypto";
import { recipientsOf, sendsAtMs } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Broadcast, ChatRecord } from "../../../../app/office/ports.ts";
import { isWorkingTime } from "../../../../app/office/working-hours.ts";
import type { Notice } from "../../../../core/reminders/notice.ts";
import { byName, chatName } from "../chat-name.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminRequest } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import * as say from "./messages.zh.ts";
import { printTime } from "./print-time.ts";

/** A draft as its readers will see it, whom it reaches and when, to be confirmed. */
export async function showPreview({ send, visitor }: AdminRequest, office: Office, draft: Broadcast, fault?: string): Promise<Response> {
  const nowMs = office.clock();
  const { plannedAtMs, notice } = draft;
  const startsAtMs = Math.max(plannedAtMs ?? nowMs, nowMs);
  const { reached, parked } = await recipientsOf(office, draft.audience);
  const facts = say.facts({
    when: plannedAtMs === undefined ? undefined : printTime(plannedAtMs),
    reached: reached.length,
    outsideWorkingHours: !(await isWorkingTime(office, startsAtMs)),
    hasPassed: plannedAtMs !== undefined && plannedAtMs <= nowMs,
    later: reached.filter((chat) => sendsAtMs(draft, chat, nowMs) > startsAtMs).length,
    robots: reached.filter(({ kind }) => kind === "robot").length,
    fileName: notice.file?.name,
  });
  return send(
    say.PREVIEW_TITLE,
    <>
      <section class="stack">
        <h2>{say.LOOKS}</h2>
        <NoticeView notice={notice} />
      </section>
      <section class="panel">
        <ul class="lines">
          {facts.map((fact) => (
            <li>{fact}</li>
          ))}
        </ul>
        <Names title={say.REACHED} names={namesOf(reached)} />
        <Names title={say.PARKED} names={parked.map((chat) => say.failure(chatName(chat), chat.parked))} />
      </section>
      <Decision draft={draft} visitor={visitor} canConfirm={reached.length > 0} />
    </>,
    { fault: fault ?? (reached.length === 0 ? say.NOBODY : undefined) },
  );
}

/** A notice in the form that its readers get it in. */
export function NoticeView({ notice: { title, paragraphs } }: { readonly notice: Notice }) {
  return (
    <div class="message">
      <strong>{title}</strong>
      {paragraphs.map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}

/** Stands for what was looked at: a confirmation of something else is none. */
export function markOf({ notice, audience, plannedAtMs }: Broadcast): string {
  return createHash("sha256")
    .update(JSON.stringify([notice, audience, plannedAtMs]))
    .digest("base64url")
    .slice(0, 16);
}

function Decision({ draft, visitor, canConfirm }: { readonly draft: Broadcast; readonly visitor: Visitor; readonly canConfirm: boolean }) {
  const path = `/admin/broadcasts/${draft.id}`;
  return (
    <div class="row">
      {canConfirm && (
        <AdminForm visitor={visitor} action={`${path}/confirm`}>
          <input type="hidden" name="seen" value={markOf(draft)} />
          <button type="submit">{say.CONFIRM}</button>
        </AdminForm>
      )}
      {draft.notice.file === undefined && <a href={`${path}/edit`}>{say.EDIT}</a>}
      <AdminForm visitor={visitor} action={`${path}/cancel`}>
        <button type="submit" class="light">
          {say.CANCEL}
        </button>
      </AdminForm>
    </div>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return (
    <details open={names.length <= 12}>
      <summary>{`${title}（${names.length}）`}</summary>
      <ul class="lines">
        {names.map((name) => (
          <li>{name}</li>
        ))}
      </ul>
    </details>
  );
}

/** Groups by their names; private chats of no unit are only counted. */
function namesOf(chats: readonly ChatRecord[]): readonly string[] {
  const nameless = chats.filter(({ kind, unit }) => kind === "private" && unit === undefined).length;
  const named = chats.filter(({ kind, unit }) => kind !== "private" || unit !== undefined).map(chatName);
  return [...named.toSorted(byName), ...(nameless > 0 ? [say.privateChats(nameless)] : [])];
}
