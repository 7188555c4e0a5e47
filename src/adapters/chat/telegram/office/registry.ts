import { bindCommand, bindPress } from "./bind-command.ts";
import { broadcastCommand, broadcastReply } from "./broadcast-command.ts";
import { broadcastPress } from "./broadcast-press.ts";
import { chartCommand } from "./chart-command.ts";
import type { OfficeCommand } from "./command.ts";
import { dueCommand } from "./due.ts";
import { grantCommand, grantPress, revokeCommand, rolesCommand } from "./grant-commands.ts";
import { missesCommand } from "./misses-command.ts";
import type { OfficePress } from "./press.ts";
import { forgetCommand, forgetPress, privacyCommand } from "./privacy-commands.ts";
import { progressCommand } from "./progress-command.ts";
import { progressPress } from "./progress-press.ts";
import { quietCommand } from "./quiet-command.ts";
import { recallCommand, recallPress } from "./recall-command.ts";
import type { OfficeReply } from "./reply.ts";
import { remindPress, subscribeCommand } from "./subscribe-command.ts";
import { subscriptionsCommand, unsubscribeCommand, unsubscribePress } from "./subscriptions-commands.ts";

/** All commands of the office, in the order of the menu. */
export const OFFICE_COMMANDS: readonly OfficeCommand[] = [
  dueCommand,
  chartCommand,
  bindCommand,
  subscribeCommand,
  subscriptionsCommand,
  unsubscribeCommand,
  quietCommand,
  privacyCommand,
  forgetCommand,
  grantCommand,
  revokeCommand,
  rolesCommand,
  broadcastCommand,
  recallCommand,
  progressCommand,
  missesCommand,
];

/** All buttons of the office. */
export const OFFICE_PRESSES: readonly OfficePress[] = [
  bindPress,
  remindPress,
  unsubscribePress,
  forgetPress,
  grantPress,
  broadcastPress,
  recallPress,
  progressPress,
];

/** Everything that somebody may be asked for. */
export const OFFICE_REPLIES: readonly OfficeReply[] = [broadcastReply];
