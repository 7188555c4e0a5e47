import type { Corpus } from "../../core/ledger/corpus.ts";
import type { QuietHours, Subscription, SubscriptionScope } from "../../core/reminders/subscription.ts";
import type { Office } from "./office.ts";
import type { ChatChanges, ChatRecord, OfficeStores } from "./ports.ts";

/** A chat that somebody changes, as its platform tells it. */
export interface ChangedChat {
  readonly chat: string;
  readonly kind: ChatRecord["kind"];
  /** Of a group; undefined for private chats. */
  readonly title: string | undefined;
}

/** Binds a chat to a unit. @param unit null takes the binding away */
export async function bindChat(office: Office, actor: string, chat: ChangedChat, unit: string | null): Promise<void> {
  await saveKnown(office, chat, { unit });
  await record(office, actor, unit === null ? "unbind" : "bind", chat.chat, unit ?? "");
}

/** Settles when a chat is left in peace. @param quiet null takes it away */
export async function quietChat(office: Office, actor: string, chat: ChangedChat, quiet: QuietHours | null): Promise<void> {
  await saveKnown(office, chat, { quiet });
  await record(office, actor, "quiet", chat.chat, quiet === null ? "" : `${quiet.from}-${quiet.to}`);
}

/** A chat that has so many has everything. */
const MAX_SUBSCRIPTIONS = 20;

/**
 * Subscribes a chat. Of one unit there is one subscription: with what names it only in a group, or without.
 * @returns undefined where the chat has too many
 */
export async function subscribeChat(office: Office, actor: string, chat: ChangedChat, scope: SubscriptionScope): Promise<Subscription | undefined> {
  const { stores, clock } = office;
  const before = await stores.subscriptions(chat.chat);
  const replaced = before.filter((other) => scope.kind === "unit" && other.scope.kind === "unit" && other.scope.unit === scope.unit);
  if (before.length - replaced.length >= MAX_SUBSCRIPTIONS) return undefined;
  await saveKnown(office, chat, {});
  const subscription = await stores.subscribe(chat.chat, scope, clock());
  for (const { id } of replaced) if (id !== subscription.id) await stores.unsubscribe(chat.chat, id);
  await record(office, actor, "subscribe", chat.chat, detailOf(scope));
  return subscription;
}

/** @returns false where the chat has none of that id */
export async function unsubscribeChat(office: Office, actor: string, chat: string, id: string): Promise<boolean> {
  const ended = (await office.stores.subscriptions(chat)).find((subscription) => subscription.id === id);
  if (!ended || !(await office.stores.unsubscribe(chat, id))) return false;
  await record(office, actor, "unsubscribe", chat, detailOf(ended.scope));
  return true;
}

/** Chats that the office may write to: groups, and private chats whose person bound or subscribed them; not those that cannot be reached. */
export async function reachableChats(stores: Pick<OfficeStores, "chats" | "subscriptions">): Promise<readonly ChatRecord[]> {
  const [chats, subscriptions] = await Promise.all([stores.chats(), stores.subscriptions()]);
  const subscribed = new Set(subscriptions.map(({ chat }) => chat));
  return chats.filter(({ chat, kind, unit, parked }) => parked === undefined && (kind !== "private" || unit !== undefined || subscribed.has(chat)));
}

/** What a subscription takes in, for its readers; undefined where its document is no longer there. */
export function describeScope(scope: SubscriptionScope, corpus: Corpus): string | undefined {
  if (scope.kind === "all") return "全部文件的任务";
  if (scope.kind === "unit") return `${scope.unit}的任务${scope.collective ? "，连同笼统点名的" : ""}`;
  const document = corpus.document(scope.documentId);
  if (scope.kind === "document" || !document) return document && `《${document.title}》的任务`;
  const node = document.nodes[scope.node];
  return node && `《${document.title}》${node.label}${node.title}的任务`;
}

/** Writes what changes beside what the platform tells. Who changes a chat writes in it, so it is reached. */
async function saveKnown({ stores }: Office, { chat, kind, title }: ChangedChat, changes: ChatChanges): Promise<void> {
  await stores.saveChat(chat, { kind, title: title ?? null, parked: null, ...changes });
}

async function record({ stores, clock }: Office, actor: string, action: string, object: string, detail: string): Promise<void> {
  await stores.audit({ atMs: clock(), actor, action, object, result: "done", detail });
}

function detailOf(scope: SubscriptionScope): string {
  switch (scope.kind) {
    case "all":
      return "all";
    case "document":
      return scope.documentId;
    case "section":
      return `${scope.documentId}#${scope.node}`;
    case "unit":
      return `${scope.unit}${scope.collective ? " +collective" : ""}`;
  }
}
