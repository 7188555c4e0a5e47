import * as z from "zod";
import type { SendResult } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { FAILURES, refusedWith } from "./messages.zh.ts";
import { bytesOf, robotParagraphs } from "./notice-text.ts";
import type { RobotProtocol } from "./robot.ts";

/** Group robot of 企业微信 (消息推送): developer.work.weixin.qq.com/document/path/99110. */
export const wecom: RobotProtocol = {
  request: ({ address }, notice) => ({ url: address, body: bodyOf(notice) }),
  resultOf: (answer) => {
    const { data } = Answer.safeParse(answer);
    return data && resultOf(data.errcode);
  },
};

const Answer = z.object({ errcode: z.number() });

/** Bytes of a `text` and of a `markdown` message. */
const MAX_TEXT_BYTES = 2048;
const MAX_MARKDOWN_BYTES = 4096;

/** As text where it fits, which shows every character as it is; markdown holds twice as much. */
function bodyOf(notice: Notice): unknown {
  const whole = textOf(
    notice,
    robotParagraphs(notice, () => true),
  );
  if (bytesOf(whole) <= MAX_TEXT_BYTES) return { msgtype: "text", text: { content: whole } };
  const fitting = robotParagraphs(notice, (paragraphs) => bytesOf(markdownOf(notice, paragraphs)) <= MAX_MARKDOWN_BYTES);
  return { msgtype: "markdown", markdown: { content: markdownOf(notice, fitting) } };
}

function textOf({ title }: Notice, paragraphs: readonly string[]): string {
  return [title, ...paragraphs].join("\n\n");
}

function markdownOf({ title }: Notice, paragraphs: readonly string[]): string {
  return [`**${title}**`, ...paragraphs].join("\n\n");
}

function resultOf(code: number): SendResult {
  if (code === 0) return { kind: "accepted", messageId: "" };
  // 45009: more than 20 messages a minute; -1: the system is busy.
  if (code === 45009) return { kind: "later", afterMs: 60_000, failure: FAILURES.tooFast, unsure: false };
  if (code === -1) return { kind: "later", afterMs: undefined, failure: FAILURES.busy, unsure: false };
  if (code === 93000) return { kind: "refused", failure: FAILURES.noRobot, gone: true };
  return { kind: "refused", failure: refusedWith(code), gone: false };
}
