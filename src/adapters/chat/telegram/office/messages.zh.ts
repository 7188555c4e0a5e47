import type { Right } from "../../../../app/office/rights.ts";

const WHO: Readonly<Record<Right, string>> = {
  ask: "谁都可以",
  bind: "要由本群管理员、单位联络员或机器人管理员来做",
  set_chat: "要由本群管理员或机器人管理员来做",
  subscribe: "要由本群管理员或机器人管理员来做",
  mark_progress: "要由单位联络员或机器人管理员来做",
  see_progress: "要由单位联络员或机器人管理员来做",
  broadcast: "要由机器人管理员在与机器人的私聊里来做",
  import: "要由机器人管理员在与机器人的私聊里来做",
  see_audit: "要由机器人管理员在与机器人的私聊里来做",
  see_misses: "要由机器人管理员在与机器人的私聊里来做",
  grant: "要由机器人的所有者或管理员来做",
  see_roles: "要由机器人管理员在与机器人的私聊里来做",
};

/** Why a command is not carried out, and who can give it. */
export function rightRefused(right: Right, inPrivate: boolean): string {
  return `这件事没有做：${WHO[right]}。${inPrivate ? "你的用户编号可以用 /privacy 查看，交给管理员。" : ""}`;
}

export function dueLeftOut(left: number): string {
  return `另有${left}项没有列出：请写明单位，或把时间写短一些。`;
}
