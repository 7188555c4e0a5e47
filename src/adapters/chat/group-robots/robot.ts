import type { SendResult } from "../../../app/office/outbox.ts";
import type { Notice } from "../../../core/reminders/notice.ts";

/** Platforms whose groups take messages through a robot's webhook address. Such robots send and read nothing. */
export type RobotPlatform = "wecom" | "dingtalk" | "feishu";

/** A robot of one group, as the settings name it. */
export interface GroupRobot {
  readonly platform: RobotPlatform;
  /** What the office calls the group. */
  readonly name: string;
  /** Its webhook address. Whoever knows it can write to the group, so it is a secret. */
  readonly address: string;
  /** With which messages are signed (加签); undefined where the robot checks none. */
  readonly secret: string | undefined;
}

/** How a platform takes a message: where to, in which form, and what its answer means. */
export interface RobotProtocol {
  /** @param nowMs for the signature, which is good for an hour */
  readonly request: (robot: GroupRobot, notice: Notice, nowMs: number) => { readonly url: string; readonly body: unknown };
  /** @returns what the platform's code of failure means; undefined for an answer that is none of its own */
  readonly resultOf: (answer: unknown) => SendResult | undefined;
}
