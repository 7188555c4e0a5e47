import type { MaybeInaccessibleMessage } from "grammy/types";
import { cancelBroadcast, confirmBroadcast, recipientsOf, retryBroadcast, standingOf } from "../../../../app/office/broadcast.ts";
import type { Office } from "../../../../app/office/office.ts";
import type { Audience, Broadcast } from "../../../../app/office/ports.ts";
import { editOrSend, sentencePage } from "../send.ts";
import type { ShownPage } from "../shown-answer.ts";
import type { AskFor } from "./ask-for.ts";
import { timeReplyOf } from "./broadcast-command.ts";
import * as say from "./broadcast-messages.zh.ts";
import { confirmedAs, printTime, showPreview } from "./broadcast-preview.ts";
import { audienceScreen, BROADCAST_PRESS, choiceScreen, nobodyOf, timeScreen, withTick } from "./broadcast-screens.ts";
import type { OfficePress, OfficePressContext } from "./press.ts";
import { nameOfChat, personOf } from "./standing.ts";

/** A button of a broadcast, with all that it works on. */
interface Pressed {
  readonly office: Office;
  readonly ctx: OfficePressContext;
  readonly message: MaybeInaccessibleMessage;
  readonly broadcast: Broadcast;
  readonly args: readonly string[];
  readonly askFor: AskFor;
}

/** The buttons of a broadcast, from choosing its audience to trying again where it failed. */
export const broadcastPress: OfficePress = {
  name: BROADCAST_PRESS,
  right: "broadcast",
  async press(office, ctx, message, rest, askFor) {
    const [id = "", action = "", ...args] = rest.split(":");
    const broadcast = await office.stores.broadcast(id);
    if (!broadcast) return say.NO_BROADCAST;
    const pressed = { office, ctx, message, broadcast, args, askFor };
    if (action === "retry") return await retry(pressed);
    if (broadcast.state !== "draft") return say.NOT_OPEN;
    switch (action) {
      case "who":
        return await show(pressed, audienceScreen(broadcast, await reachedOf(office)));
      case "all":
        return await chooseTime(pressed, { kind: "all" });
      case "units":
      case "chats":
        return await choose(pressed, action);
      case "done":
        return await chooseTime(pressed, broadcast.audience);
      case "now":
        return await preview(pressed);
      case "ok":
        return await confirm(pressed);
      case "no":
        await askFor(undefined);
        await cancelBroadcast(office, broadcast, personOf(ctx));
        return await show(pressed, sentencePage(say.CANCELLED));
    }
    return say.NO_BROADCAST;
  },
};

async function reachedOf(office: Office) {
  return (await recipientsOf(office, { kind: "all" })).reached;
}

/** Shows the list, with one more ticked, or one less, where a row was pressed. */
async function choose(pressed: Pressed, kind: "units" | "chats"): Promise<string | undefined> {
  const { office, broadcast, args } = pressed;
  const [page = "1", code] = args;
  const reached = await reachedOf(office);
  // Whoever begins to choose has chosen nobody yet; they have not chosen all.
  const before = broadcast.audience.kind === kind ? broadcast.audience : nobodyOf(kind);
  const audience = code === undefined ? before : withTick(before, kind, reached, code);
  if (audience === undefined) return say.NO_BROADCAST;
  const draft = { ...broadcast, audience };
  if (audience !== broadcast.audience) await office.stores.saveBroadcast(draft);
  return await show(pressed, choiceScreen(draft, kind, reached, Number(page)));
}

async function chooseTime(pressed: Pressed, audience: Audience): Promise<string | undefined> {
  const { office, broadcast, askFor } = pressed;
  const { reached } = await recipientsOf(office, audience);
  if (reached.length === 0) return say.CHOOSE_SOME;
  const draft = { ...broadcast, audience, plannedAtMs: undefined };
  await office.stores.saveBroadcast(draft);
  await askFor(timeReplyOf(broadcast.id));
  return await show(pressed, timeScreen(draft, reached.length));
}

async function preview({ office, ctx, message, broadcast, askFor }: Pressed): Promise<undefined> {
  await askFor(undefined);
  const draft = { ...broadcast, plannedAtMs: undefined };
  await office.stores.saveBroadcast(draft);
  await showPreview(office, ctx, message.chat.id, draft);
}

async function confirm(pressed: Pressed): Promise<string | undefined> {
  const { office, ctx, message, broadcast, args } = pressed;
  if (args[0] !== confirmedAs(broadcast)) return say.CHANGED_SINCE;
  const progressMessage = { chat: nameOfChat(message), messageId: String(message.message_id) };
  const count = await confirmBroadcast(office, broadcast, personOf(ctx), progressMessage);
  if (count === undefined) return say.NOT_OPEN;
  const { plannedAtMs } = broadcast;
  const line = plannedAtMs === undefined ? say.progressLine(await standingOf(office, broadcast)) : say.planned(count, printTime(plannedAtMs));
  return await show(pressed, sentencePage(line));
}

async function retry(pressed: Pressed): Promise<string | undefined> {
  const { office, ctx, message, broadcast } = pressed;
  const progressMessage = { chat: nameOfChat(message), messageId: String(message.message_id) };
  const count = await retryBroadcast(office, broadcast, personOf(ctx), progressMessage);
  if (count === undefined) return say.NOT_OPEN;
  if (count > 0) await show(pressed, sentencePage(say.progressLine(await standingOf(office, broadcast))));
  return say.retryStarted(count);
}

async function show({ ctx, message }: Pressed, page: ShownPage): Promise<undefined> {
  await editOrSend(ctx.api, message, page);
}
