import { TOKEN_ACTOR } from "../tokens.ts";
import type { AuditEntry } from "./ports.ts";

/** How the audit log is read: its columns, who, what and with what result. The log itself holds short names that never change. */

export const AUDIT_COLUMNS: readonly string[] = ["时间", "谁", "做了什么", "对象", "结果", "说明"];

const RESULTS: Readonly<Record<AuditEntry["result"], string>> = { done: "完成", refused: "没有权限", failed: "失败" };
const ACTORS: Readonly<Record<string, string>> = { cli: "命令行", bot: "机器人", page: "管理页" };

/** What was done; of what was refused, what somebody wanted to do. */
const ACTIONS: Readonly<Record<string, string>> = {
  sign_in: "登录管理页",
  sign_out: "退出管理页",
  import: "收录文件",
  discard: "放弃收录",
  remove: "去掉文件",
  correct: "更正文件",
  broadcast_draft: "起草群发",
  broadcast: "群发",
  broadcast_cancel: "取消群发",
  broadcast_retry: "重试群发",
  broadcast_recall: "撤回群发",
  bc: "群发",
  recall: "撤回群发",
  rc: "撤回群发",
  grant: "授予角色",
  revoke: "收回角色",
  roles: "查看角色",
  bind: "绑定单位",
  unbind: "取消绑定",
  here: "说定地区",
  quiet: "设免打扰时段",
  subscribe: "订阅提醒",
  remind: "订阅提醒",
  unsubscribe: "取消订阅",
  unsub: "取消订阅",
  subscriptions: "查看订阅",
  progress: "填写办理情况",
  pg: "填写办理情况",
  due: "查看到期任务",
  misses: "查看没有答好的问题",
  privacy: "查看保存了什么",
  forget: "删除个人数据",
  park: "停发：联系不上",
  unpark: "恢复发送",
  move: "群换了编号",
  holidays_set: "录入放假安排",
  holidays_remove: "删去放假安排",
  restore: "从备份恢复",
  token_new: "新建令牌",
  token_revoke: "吊销令牌",
};

/** @param action as the log holds it */
export function actionName(action: string): string {
  return ACTIONS[action] ?? action;
}

export function resultName(result: AuditEntry["result"]): string {
  return RESULTS[result];
}

/** @param person undefined where nobody knows any more whose pseudonym it is */
export function actorName({ actor, person }: { readonly actor: string; readonly person: string | undefined }): string {
  if (actor.startsWith(TOKEN_ACTOR)) return `令牌「${actor.slice(TOKEN_ACTOR.length)}」`;
  return person ?? ACTORS[actor] ?? `${actor}（已应本人要求忘记）`;
}
