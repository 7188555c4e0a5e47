import { type Api, GrammyError } from "grammy";
import { grantRole, revokeRole } from "../../../../app/office/grants.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Grant } from "../../../../app/office/ports.ts";
import { EXPIRED } from "../messages.zh.ts";
import { say } from "../send.ts";
import { type CommandContext, type OfficeCommand, offer } from "./command.ts";
import { buttonFor, columnOf, type OfficePress, showInstead } from "./press.ts";
import * as zh from "./settings-messages.zh.ts";
import { personOf, repliedPerson } from "./standing.ts";

const PERSON = "telegram";
const WORDS = /^(?:(?<id>[1-9]\d{0,14})\s*)?(?:(?<administrator>管理员|administrator|admin)|(?<liaison>联络员|liaison)\s*(?<unit>.*))?$/iu;

/** `/grant 123456 联络员 县司法局`, or in reply to somebody's message without the number. */
export const grantCommand: OfficeCommand = {
  name: "grant",
  summary: "任命管理员、联络员，例如 /grant 123456 联络员 县司法局",
  right: "grant",
  async run(office, ctx, words) {
    const { administrator, liaison, unit = "" } = WORDS.exec(words)?.groups ?? {};
    const person = personMeant(ctx, words);
    if (person === undefined || (administrator === undefined && liaison === undefined)) return await say(ctx, ctx.msg, zh.GRANT_USAGE);
    if (administrator !== undefined) return await grant(office, ctx, { person, role: "administrator", unit: undefined });
    if (unit === "") return await say(ctx, ctx.msg, zh.LIAISON_NEEDS_UNIT);
    const found = await office.findUnit(unit);
    if (found.kind === "unit") return await grant(office, ctx, { person, role: "liaison", unit: found.name });
    if (found.kind === "unknown")
      return await say(ctx, ctx.msg, zh.unknownUnit(ctx.msg.chat.type === "private" ? `grant ${zh.printPerson(person)} 联络员` : "grant 联络员"));
    const buttons = columnOf(...found.choices.map((choice) => buttonFor(choice, grantPress, `${zh.printPerson(person)}:${choice}`)));
    await offer(ctx, zh.whichUnit(unit, found.choices), buttons);
  },
};

/** One of several units that may be meant for a liaison. */
export const grantPress: OfficePress = {
  name: "grant",
  right: "grant",
  async press(office, ctx, message, rest) {
    const { id, unit } = /^(?<id>[1-9]\d{0,14}):(?<unit>.+)$/u.exec(rest)?.groups ?? {};
    const found = unit === undefined ? undefined : await office.findUnit(unit);
    if (id === undefined || found?.kind !== "unit") return EXPIRED;
    const given: Grant = { person: `${PERSON}:${id}`, role: "liaison", unit: found.name };
    const refusal = await grantRole(office, personOf(ctx), given);
    await showInstead(ctx, message, refusal ? zh.grantRefused(refusal) : zh.granted(given, message.chat.type !== "private"));
    return undefined;
  },
};

export const revokeCommand: OfficeCommand = {
  name: "revoke",
  summary: "撤销管理员、联络员，例如 /revoke 123456",
  right: "grant",
  async run(office, ctx, words) {
    const person = /^(?:[1-9]\d{0,14})?$/u.test(words) ? personMeant(ctx, words) : undefined;
    if (person === undefined) return await say(ctx, ctx.msg, zh.REVOKE_USAGE);
    const refusal = await revokeRole(office, personOf(ctx), person);
    if (refusal === undefined) await hideMenu(ctx.api, person);
    await say(ctx, ctx.msg, refusal ? zh.grantRefused(refusal) : zh.revoked(person, ctx.msg.chat.type !== "private"));
  },
};

export const rolesCommand: OfficeCommand = {
  name: "roles",
  summary: "看谁是管理员、联络员",
  right: "see_roles",
  async run(office, ctx) {
    const { owners, administrators } = office.named;
    await say(
      ctx,
      ctx.msg,
      zh.roles(
        [...owners],
        [...administrators].filter((person) => !owners.has(person)),
        await office.stores.grants(),
      ),
    );
  },
};

/** Whom a command means: by number, else who wrote the message that it replies to. */
function personMeant(ctx: CommandContext, words: string): string | undefined {
  const id = WORDS.exec(words)?.groups?.["id"] ?? repliedPerson(ctx.msg)?.id;
  return id === undefined ? undefined : `${PERSON}:${id}`;
}

async function grant(office: Office, ctx: CommandContext, given: Grant): Promise<void> {
  const refusal = await grantRole(office, personOf(ctx), given);
  await say(ctx, ctx.msg, refusal ? zh.grantRefused(refusal) : zh.granted(given, ctx.msg.chat.type !== "private"));
}

/** Takes the further commands out of the person's menu, if they have a private chat with the bot. */
async function hideMenu(api: Api, person: string): Promise<void> {
  try {
    await api.deleteMyCommands({ scope: { type: "chat", chat_id: Number(zh.printPerson(person)) } });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
  }
}
