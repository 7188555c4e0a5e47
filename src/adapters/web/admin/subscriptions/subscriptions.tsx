import { describeScope, subscribeChat, unsubscribeChat } from "../../../../app/office/chats.ts";
import { countScope } from "../../../../app/office/count-duties.ts";
import { findScope } from "../../../../app/office/find-scope.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { ChatRecord } from "../../../../app/office/ports.ts";
import type { Subscription, SubscriptionScope } from "../../../../core/reminders/subscription.ts";
import { ACTOR } from "../audited.ts";
import { byName, chatName } from "../chat-name.ts";
import { AdminForm } from "../frame.tsx";
import type { AdminPost, AdminRequest, AdminSection } from "../routes.tsx";
import type { Visitor } from "../sessions.ts";
import { Table } from "../table.tsx";
import * as say from "./messages.zh.ts";

const PATH = "/admin/subscriptions";

/** 订阅: which chats are reminded of what; one is ended, a group is subscribed. */
export const subscriptions: AdminSection = {
  nav: { href: PATH, label: say.TITLE },
  mount(routes, { office }) {
    routes.get(PATH, async (request) => await showList(request, await office()));
    routes.post(PATH, async (request) => await subscribe(request, await office()));
    routes.post(`${PATH}/:id/end`, async (request) => await end(request, await office()));
  },
};

async function subscribe(request: AdminPost, office: Office): Promise<Response> {
  const { form } = request;
  const words = form.text("scope");
  const fail = (fault: string) => showList(request, office, { fault });
  const chat = groupsOf(await office.stores.chats()).find((known) => known.chat === form.text("chat"));
  if (!chat) return await fail(say.NO_SUCH_CHAT);
  if (words === "") return await fail(say.NO_WORDS);
  const found = await findScope(office, words);
  if (found.kind === "unknown") return await fail(say.scopeUnknown(words));
  if (found.kind === "scope") return await add(request, office, chat, found.scope);
  const choice = Number(form.text("choice") || "-1");
  const chosen = found.scopes[choice];
  if (chosen) return await add(request, office, chat, chosen);
  const corpus = await office.corpus();
  const scopes = found.scopes.map((scope, index) => ({ words, choice: String(index), label: describeScope(scope, corpus) ?? say.GONE_SCOPE }));
  const units = found.units.map((unit) => ({ words: unit, choice: "", label: unit }));
  return request.send(
    say.WHICH_TITLE,
    <>
      <p>{say.which(words)}</p>
      <div class="row">
        {[...scopes, ...units].map(({ words: meant, choice: number, label }) => (
          <AdminForm visitor={request.visitor} action={PATH}>
            <input type="hidden" name="chat" value={chat.chat} />
            <input type="hidden" name="scope" value={meant} />
            <input type="hidden" name="choice" value={number} />
            <input type="hidden" name="collective" value={form.text("collective")} />
            <button type="submit" class="light">
              {label}
            </button>
          </AdminForm>
        ))}
      </div>
    </>,
  );
}

async function add(request: AdminPost, office: Office, chat: ChatRecord, found: SubscriptionScope): Promise<Response> {
  const scope = found.kind === "unit" ? { ...found, collective: request.form.text("collective") !== "" } : found;
  const { kind, title } = chat;
  if (!(await subscribeChat(office, ACTOR, { chat: chat.chat, kind, title }, scope))) return await showList(request, office, { fault: say.TOO_MANY });
  const corpus = await office.corpus();
  return await showList(request, office, { notice: say.subscribed(chatName(chat), describeScope(scope, corpus) ?? "", countScope(scope, corpus)) });
}

async function end(request: AdminPost, office: Office): Promise<Response> {
  const id = request.c.req.param("id") ?? "";
  const ended = (await office.stores.subscriptions()).find((subscription) => subscription.id === id);
  if (!ended || !(await unsubscribeChat(office, ACTOR, ended.chat, id))) return await showList(request, office, { fault: say.NO_SUCH_SUBSCRIPTION });
  const [chat, corpus] = [await office.stores.chat(ended.chat), await office.corpus()];
  const notice = say.ended(chat ? chatName(chat) : "", describeScope(ended.scope, corpus) ?? say.GONE_SCOPE);
  return await showList(request, office, { notice });
}

/** Groups that can be written to. Whose private chat it is, its person settles. */
function groupsOf(chats: readonly ChatRecord[]): readonly ChatRecord[] {
  return chats.filter(({ kind, parked }) => kind !== "private" && parked === undefined).toSorted((one, other) => byName(chatName(one), chatName(other)));
}

async function showList(
  { send, visitor }: AdminRequest,
  { stores, corpus }: Office,
  said: { readonly notice?: string; readonly fault?: string } = {},
): Promise<Response> {
  const [chats, all, documents] = await Promise.all([stores.chats(), stores.subscriptions(), corpus()]);
  const rows = chats
    .toSorted((one, other) => byName(chatName(one), chatName(other)))
    .flatMap((chat) => {
      const own = all.filter((subscription) => subscription.chat === chat.chat);
      const row = (scope: string, subscription?: Subscription) => [
        chatName(chat),
        scope,
        chat.parked ?? "",
        subscription && <EndForm id={subscription.id} visitor={visitor} />,
      ];
      if (own.length === 0) return chat.kind === "private" ? [] : [row(say.NOT_SUBSCRIBED)];
      return own.map((subscription) => row(describeScope(subscription.scope, documents) ?? say.GONE_SCOPE, subscription));
    });
  const groups = groupsOf(chats);
  return send(
    say.TITLE,
    <>
      {rows.length === 0 ? <p>{say.NO_CHATS}</p> : <Table columns={say.COLUMNS} rows={rows} />}
      {groups.length > 0 && <AddForm groups={groups} visitor={visitor} />}
    </>,
    said,
  );
}

function EndForm({ id, visitor }: { readonly id: string; readonly visitor: Visitor }) {
  return (
    <AdminForm visitor={visitor} action={`${PATH}/${id}/end`}>
      <button type="submit" class="light">
        {say.END}
      </button>
    </AdminForm>
  );
}

function AddForm({ groups, visitor }: { readonly groups: readonly ChatRecord[]; readonly visitor: Visitor }) {
  return (
    <section class="panel">
      <h2>{say.ADD}</h2>
      <AdminForm visitor={visitor} action={PATH} class="stack">
        <label>
          {say.CHAT}
          <select name="chat">
            {groups.map((chat) => (
              <option value={chat.chat}>{chatName(chat)}</option>
            ))}
          </select>
        </label>
        <label>
          {say.SCOPE}
          <input type="text" name="scope" required maxlength={200} />
        </label>
        <p class="hint">{say.SCOPE_HINT}</p>
        <label class="choice">
          <input type="checkbox" name="collective" value="1" />
          {say.COLLECTIVE}
        </label>
        <button type="submit">{say.SUBSCRIBE}</button>
      </AdminForm>
    </section>
  );
}
