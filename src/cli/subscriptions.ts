import { describeScope, subscribeChat, unsubscribeChat } from "../app/office/chats.ts";
import { countScope } from "../app/office/count-duties.ts";
import { findScope } from "../app/office/find-scope.ts";
import type { Office } from "../app/office/office.ts";
import type { ChatRecord } from "../app/office/ports.ts";
import { AppError } from "../errors.ts";
import type { CommandCall } from "./command.ts";
import { write } from "./edge.ts";
import { withOffice } from "./office-at-hand.ts";
import * as say from "./subscription-messages.zh.ts";
import { renderTable } from "./table.ts";

/** Who changed it, in the audit log. */
const ACTOR = "cli";

/** `mingbai subscriptions [群名 范围]`: which chats are reminded of what; subscribes one, or ends a subscription. */
export async function runSubscriptions({ edge, values, words }: CommandCall): Promise<number> {
  const ended = values.get("end");
  const [name, ...scope] = words;
  if (ended !== undefined && name !== undefined) throw new AppError("usage", say.endTakesNoWords());
  const said = await withOffice(edge, async (office) => {
    if (ended !== undefined) return await end(office, ended);
    if (name === undefined) return await list(office);
    return await add(office, name, scope.join(" "));
  });
  await write(edge.stdout, `${said}\n`);
  return 0;
}

async function list({ stores, corpus }: Office): Promise<string> {
  const [chats, subscriptions, documents] = [await stores.chats(), await stores.subscriptions(), await corpus()];
  const rows = chats.flatMap((chat) => {
    const own = subscriptions.filter((subscription) => subscription.chat === chat.chat);
    if (own.length === 0) return chat.kind === "private" ? [] : [[nameOf(chat), say.NOT_SUBSCRIBED, "", chat.parked ?? ""]];
    return own.map(({ id, scope }) => [nameOf(chat), describeScope(scope, documents) ?? say.GONE_SCOPE, id, chat.parked ?? ""]);
  });
  return rows.length === 0 ? say.noChats() : renderTable(say.COLUMNS, rows).trimEnd();
}

async function add(office: Office, name: string, words: string): Promise<string> {
  const chat = await getChat(office, name);
  if (words === "") throw new AppError("usage", say.whatToSubscribe(name));
  const found = await findScope(office, words);
  if (found.kind === "unknown") throw new AppError("usage", say.scopeUnknown(words));
  const corpus = await office.corpus();
  if (found.kind === "choices") {
    throw new AppError("usage", say.scopeUnclear(words, [...found.units, ...found.scopes.map((scope) => describeScope(scope, corpus) ?? "")]));
  }
  const subscription = await subscribeChat(office, ACTOR, { chat: chat.chat, kind: chat.kind, title: chat.title }, found.scope);
  if (!subscription) throw new AppError("usage", say.tooMany(name));
  return say.subscribed(name, describeScope(found.scope, corpus) ?? "", countScope(found.scope, corpus));
}

async function end(office: Office, id: string): Promise<string> {
  const subscription = (await office.stores.subscriptions()).find((candidate) => candidate.id === id);
  if (!subscription || !(await unsubscribeChat(office, ACTOR, subscription.chat, id))) throw new AppError("not_found", say.noSuchSubscription(id));
  return say.ended();
}

/** A group by the name that it has in the settings or gives itself, or any chat by its number. */
async function getChat({ stores }: Office, name: string): Promise<ChatRecord> {
  const chats = await stores.chats();
  const named = chats.filter(({ chat, title }) => title === name || chat === name);
  const [only, ...others] = named;
  if (!only)
    throw new AppError(
      "not_found",
      say.noSuchChat(
        name,
        chats.flatMap(({ title }) => title ?? []),
      ),
    );
  if (others.length > 0)
    throw new AppError(
      "usage",
      say.severalChats(
        name,
        named.map(({ chat }) => chat),
      ),
    );
  return only;
}

function nameOf({ title, chat }: ChatRecord): string {
  return title ?? chat;
}
