import { createHmac } from "node:crypto";
import * as z from "zod";
import type { SendResult } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";
import { FAILURES, refusedWith } from "./messages.zh.ts";
import { bytesOf, robotParagraphs } from "./notice-text.ts";
import type { GroupRobot, RobotProtocol } from "./robot.ts";

/** Custom robot of 飞书: `POST /open-apis/bot/v2/hook/H`. */
export const feishu: RobotProtocol = {
  request: (robot, notice, nowMs) => ({ url: robot.address, body: { ...signatureOf(robot, Math.floor(nowMs / 1000)), ...messageOf(notice) } }),
  resultOf: (answer) => {
    const { data } = Answer.safeParse(answer);
    return data && resultOf(data.code);
  },
};

const Answer = z.object({ code: z.number() });

/** Of the whole body, signature included. */
const MAX_BODY_BYTES = 20 * 1024 - 200;

/** Key is the time and the secret, data is empty: the other way round than 钉钉. */
export function signFeishu(secret: string, timeSeconds: number): string {
  return createHmac("sha256", `${timeSeconds}\n${secret}`).update("").digest("base64");
}

function signatureOf({ secret }: GroupRobot, timeSeconds: number): object {
  return secret === undefined ? {} : { timestamp: String(timeSeconds), sign: signFeishu(secret, timeSeconds) };
}

/** A `post` shows its text as it is; a card would read marks in it. */
function messageOf(notice: Notice): object {
  const withParagraphs = (paragraphs: readonly string[]) => ({
    msg_type: "post",
    content: { post: { zh_cn: { title: notice.title, content: paragraphs.map((text) => [{ tag: "text", text }]) } } },
  });
  return withParagraphs(robotParagraphs(notice, (paragraphs) => bytesOf(JSON.stringify(withParagraphs(paragraphs))) <= MAX_BODY_BYTES));
}

function resultOf(code: number): SendResult {
  switch (code) {
    case 0:
      return { kind: "accepted", messageId: "" };
    case 11232:
      return { kind: "later", afterMs: 60_000, failure: FAILURES.tooFast, unsure: false };
    case 19021:
      return { kind: "refused", failure: FAILURES.badSignature, gone: false };
    case 19022:
      return { kind: "refused", failure: FAILURES.badAddress, gone: false };
    case 19024:
      return { kind: "refused", failure: FAILURES.badKeyword, gone: false };
    case 19001:
      return { kind: "refused", failure: FAILURES.noRobot, gone: true };
    default:
      return { kind: "refused", failure: refusedWith(code), gone: false };
  }
}
