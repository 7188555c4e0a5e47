/**
 * Lets the person's next message in this chat, for half an hour and across restarts, be what they were asked for.
 * @param reply `<name of an OfficeReply>:<rest>`; undefined waits for nothing any more
 */
export type AskFor = (reply: string | undefined) => Promise<void>;
