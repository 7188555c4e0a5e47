import { type RawBuilder, type SqlBool, sql } from "kysely";

/*
 * Conversations are kept by `<platform>:<chat>:<person>`. Compared by length, not by LIKE, which would take some characters for patterns.
 */

/** Those in a chat, `<platform>:<chat>`. */
export function conversationsOfChat(chat: string): RawBuilder<SqlBool> {
  const beginning = `${chat}:`;
  return sql`substr(conversations.key, 1, length(${text(beginning)})) = ${text(beginning)}`;
}

/** Those of a person, `<platform>:<person>`, in all chats of the platform. */
export function conversationsOfPerson(person: string): RawBuilder<SqlBool> {
  const colon = person.indexOf(":") + 1;
  const [beginning, end] = [person.slice(0, colon), `:${person.slice(colon)}`];
  const key = sql`conversations.key`;
  return sql`(substr(${key}, 1, length(${text(beginning)})) = ${text(beginning)} and substr(${key}, length(${key}) - length(${text(end)}) + 1) = ${text(end)})`;
}

/** PostgreSQL wants to be told what a value is where nothing else says it. */
function text(value: string): RawBuilder<string> {
  return sql`cast(${value} as text)`;
}
