import type { NoticeSender, SendResult } from "../../../app/office/outbox.ts";
import { createWindows, type Limit } from "../../../app/office/sliding-windows.ts";
import { dingtalk } from "./dingtalk.ts";
import { feishu } from "./feishu.ts";
import { FAILURES, refusedWith } from "./messages.zh.ts";
import { postJson } from "./post-json.ts";
import type { GroupRobot, RobotPlatform, RobotProtocol } from "./robot.ts";
import { wecom } from "./wecom.ts";

const PROTOCOLS: Readonly<Record<RobotPlatform, RobotProtocol>> = { wecom, dingtalk, feishu };

/** What 企业微信 and 钉钉 allow a robot, a second longer; 飞书 allows more. */
const LIMIT: Limit = { messages: 20, withinMs: 61_000 };

/** The name of a robot's group among all chats. */
export function chatOfRobot({ platform, name }: GroupRobot): string {
  return `${platform}:${name}`;
}

/**
 * One sender for each platform that the settings name a robot of.
 * @param clock epoch milliseconds, for signatures
 * @param nowMs of a time that passes evenly, for the limits
 */
export function createRobotSenders(robots: readonly GroupRobot[], clock: () => number, nowMs: () => number): readonly NoticeSender[] {
  const windows = createWindows(nowMs, LIMIT.withinMs);
  const byChat = new Map(robots.map((robot) => [chatOfRobot(robot), robot]));
  return [...new Set(robots.map(({ platform }) => platform))].map((platform) => ({
    platform,
    delayMs: (chat) => windows.delayMs(chat, LIMIT),
    send: async (chat, notice, signal) => {
      const robot = byChat.get(chat);
      if (!robot) return { kind: "refused", failure: FAILURES.noRobot, gone: true };
      windows.add(chat);
      const { url, body } = PROTOCOLS[platform].request(robot, notice, clock());
      return resultOf(PROTOCOLS[platform], await postJson(url, body, signal));
    },
    // What a robot wrote cannot be taken back by it.
    recall: () => Promise.resolve(false),
  }));
}

function resultOf(protocol: RobotProtocol, result: Awaited<ReturnType<typeof postJson>>): SendResult {
  if (result.kind === "failed") return { kind: "later", afterMs: undefined, failure: result.failure, unsure: result.unsure };
  const known = protocol.resultOf(result.answer);
  if (known) return known;
  if (result.status === 429) return { kind: "later", afterMs: 60_000, failure: FAILURES.tooFast, unsure: false };
  if (result.status === 404) return { kind: "refused", failure: FAILURES.noRobot, gone: true };
  if (result.status >= 400 && result.status < 500) return { kind: "refused", failure: refusedWith(result.status), gone: false };
  // A success without the platform's words may be anybody's answer, a server's error too.
  return { kind: "later", afterMs: undefined, failure: FAILURES.busy, unsure: result.status < 400 };
}
