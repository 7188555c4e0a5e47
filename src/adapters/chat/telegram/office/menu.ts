import type { Api } from "grammy";
import type { BotCommand, Message } from "grammy/types";
import { type Office, roleOf } from "../../../../app/office/office.ts";
import { hasRight, type PersonRole } from "../../../../app/office/rights.ts";
import { COMMANDS } from "../messages.zh.ts";
import { OFFICE_COMMANDS } from "./registry.ts";
import { nameOfPerson } from "./standing.ts";

/** What the menu shows somebody, in the order of the registry. */
export function menuFor(role: PersonRole, place: "private" | "group"): BotCommand[] {
  const standing = { role, place, administersChat: place === "group" };
  return [
    ...COMMANDS,
    ...OFFICE_COMMANDS.filter(({ right }) => hasRight(right, standing)).map(({ name, summary }) => ({ command: name, description: summary })),
  ];
}

/** The menus that everybody sees: what a member may do in private, and in groups what some group's administrator may. */
export async function registerMenus(api: Api, withOffice: boolean): Promise<void> {
  if (!withOffice) return void (await api.setMyCommands(COMMANDS));
  await api.setMyCommands(menuFor("member", "private"));
  await api.setMyCommands(menuFor("member", "group"), { scope: { type: "all_group_chats" } });
}

/** Shows those with a role their further commands in their private chat. */
export interface MenuKeeper {
  /** Sets the menu when the person's role may be another than this process has shown: at their first message and after each command. */
  keep(message: Message): Promise<void>;
}

export function createMenuKeeper(office: Office, api: Api): MenuKeeper {
  const shown = new Map<number, PersonRole>();
  return {
    async keep({ chat, text = "" }) {
      if (chat.type !== "private" || (shown.has(chat.id) && !text.startsWith("/"))) return;
      const role = await roleOf(office, nameOfPerson(chat));
      const before = shown.get(chat.id) ?? "member";
      shown.set(chat.id, role);
      if (role === before) return;
      const scope = { type: "chat", chat_id: chat.id } as const;
      await (role === "member" ? api.deleteMyCommands({ scope }) : api.setMyCommands(menuFor(role, "private"), { scope }));
    },
  };
}
