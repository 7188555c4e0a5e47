import { createHmac } from "node:crypto";
import * as z from "zod";
import type { SendResult } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { FAILURES, refusedWith } from "./messages.zh.ts";
import { bytesOf, robotParagraphs } from "./notice-text.ts";
import type { GroupRobot, RobotProtocol } from "./robot.ts";

/** Custom robot of 钉钉: `POST /robot/send?access_token=T&timestamp=MS&sign=S`. */
export const dingtalk: RobotProtocol = {
  request: (robot, notice, nowMs) => ({ url: signedAddress(robot, nowMs), body: bodyOf(notice) }),
  resultOf: (answer) => {
    const { data } = Answer.safeParse(answer);
    return data && resultOf(data);
  },
};

const Answer = z.object({ errcode: z.number(), errmsg: z.string().default("") });

/** Of the whole body; what is longer is refused. */
const MAX_BODY_BYTES = 20_000;
/** More than 20 messages a minute, and the robot is blocked for 10 minutes. */
const BLOCKED_MS = 10 * 60_000;

/** Key is the secret, data the time and the secret: the other way round than 飞书. */
export function signDingtalk(secret: string, timeMs: number): string {
  return encodeURIComponent(createHmac("sha256", secret).update(`${timeMs}\n${secret}`).digest("base64"));
}

function signedAddress({ address, secret }: GroupRobot, nowMs: number): string {
  return secret === undefined ? address : `${address}&timestamp=${nowMs}&sign=${signDingtalk(secret, nowMs)}`;
}

function bodyOf(notice: Notice): unknown {
  const withParagraphs = (paragraphs: readonly string[]) => ({
    msgtype: "markdown",
    markdown: { title: notice.title, text: [`### ${notice.title}`, ...paragraphs.map(asMarkdown)].join("\n\n") },
  });
  return withParagraphs(robotParagraphs(notice, (paragraphs) => bytesOf(JSON.stringify(withParagraphs(paragraphs))) <= MAX_BODY_BYTES));
}

/** A line's end is a line's end only after two spaces; what markdown would take for a mark is shown as it is. */
function asMarkdown(paragraph: string): string {
  return paragraph.replace(/[\\`*_#[\]>|~]/gu, "\\$&").replaceAll("\n", "  \n");
}

function resultOf({ errcode, errmsg }: z.infer<typeof Answer>): SendResult {
  switch (errcode) {
    case 0:
      return { kind: "accepted", messageId: "" };
    case -1:
      return { kind: "later", afterMs: undefined, failure: FAILURES.busy, unsure: false };
    case 130101:
    case 410100:
      return { kind: "later", afterMs: BLOCKED_MS, failure: FAILURES.tooFast, unsure: false };
    case 310000:
      return { kind: "refused", failure: securityFailure(errmsg), gone: false };
    case 300001:
    case 300005:
      return { kind: "refused", failure: FAILURES.noRobot, gone: true };
    default:
      return { kind: "refused", failure: refusedWith(errcode), gone: false };
  }
}

/** 310000 stands for all security settings; the words tell which. */
function securityFailure(words: string): string {
  if (/sign|timestamp/iu.test(words)) return FAILURES.badSignature;
  if (/keyword/iu.test(words)) return FAILURES.badKeyword;
  return /\bip\b/iu.test(words) ? FAILURES.badAddress : FAILURES.badSecurity;
}
