import type { GrantRefusal } from "../../../../app/office/grants.ts";
import type { Grant } from "../../../../app/office/ports.ts";
import { printQuietHours } from "../../../../core/reminders/quiet-hours.ts";
import type { QuietHours } from "../../../../core/reminders/subscription.ts";

/** What the commands say that settle roles, units, subscriptions and personal data. */

export const CONFIRM = "确认";
export const CANCEL = "不用了";
export const CANCELLED = "好的，没有改动。";

/** How a person with a role is named to the office, which knows persons by their numbers alone. */
export function printPerson(person: string): string {
  return person.replace(/^telegram:/u, "");
}

function printRole({ role, unit }: Pick<Grant, "role" | "unit">): string {
  return role === "administrator" ? "管理员" : `联络员（${unit ?? "没有写明单位"}）`;
}

export const GRANT_USAGE =
  "请回复某人的消息发「/grant 管理员」或「/grant 联络员 县司法局」；或者写上用户编号，例如：/grant 123456 联络员 县司法局。对方可以用 /privacy 查看自己的用户编号。";
export const REVOKE_USAGE = "请回复某人的消息发「/revoke」，或者写上用户编号，例如：/revoke 123456。现有的人用 /roles 查看。";
export const LIAISON_NEEDS_UNIT = "联络员要写明单位，例如：/grant 123456 联络员 县司法局。";

export function granted(grant: Grant, inGroup: boolean): string {
  return `好的，${inGroup ? "这位用户" : `用户 ${printPerson(grant.person)} `}现在是${printRole(grant)}。`;
}

export function revoked(person: string, inGroup: boolean): string {
  return `好的，${inGroup ? "这位用户" : `用户 ${printPerson(person)} `}不再是管理员或联络员。`;
}

const REFUSALS: Readonly<Record<GrantRefusal, string>> = {
  named: "没有改动：这位用户是在启动设置（TELEGRAM_OWNER、TELEGRAM_ADMINS）里写明的，只能在那里改。",
  owner_only: "没有改动：管理员只能由机器人的所有者任免。",
  none: "没有改动：这位用户本来就不是管理员或联络员。",
};

export function grantRefused(refusal: GrantRefusal): string {
  return REFUSALS[refusal];
}

export function roles(owners: readonly string[], administrators: readonly string[], grants: readonly Grant[]): string {
  const rows = [
    ...owners.map((person) => `${printPerson(person)} 所有者（启动设置）`),
    ...administrators.map((person) => `${printPerson(person)} 管理员（启动设置）`),
    ...grants.map((grant) => `${printPerson(grant.person)} ${printRole(grant)}`),
  ];
  return rows.length === 0 ? "还没有人有角色：请在启动设置里用 TELEGRAM_OWNER 写明所有者的用户编号。" : ["用户编号和角色：", ...rows].join("\n");
}

/** @param choices units that may be meant */
export function whichUnit(words: string, choices: readonly string[]): string {
  return `没有认准「${words}」是哪个单位，请选一个：${choices.join("、")}。都不是，请写单位全称再发一次。`;
}

export function unknownUnit(command: string): string {
  return `没有认出是哪个单位，请写单位名称，例如：/${command} 县司法局，或者 /${command} 谭店乡。`;
}

/** How many duties a unit has in the plans in force. */
export interface DutyCounts {
  readonly unit: string;
  readonly named: number;
  readonly collective: number;
  /** How groups that may take it in are printed: 各有关部门. */
  readonly groups: readonly string[];
  readonly listed: boolean;
}

export function bound({ unit, named, collective, groups, listed }: DutyCounts, inGroup: boolean): string {
  const byName = named > 0 ? `点名${unit}的任务有${named}项。` : `没有点名${unit}的任务。`;
  const byGroup =
    collective > 0
      ? `另有${collective}项只笼统写到“${groups.join("”“")}”，是否包括${unit}文件没有写明；这些不提醒，除非按下面的「${REMIND_COLLECTIVE}」。`
      : "";
  return [
    `好的，${inGroup ? "本群" : "你"}的单位是${unit}，现在可以问「我们单位有哪些任务」。`,
    ...(listed ? [] : [`「${unit}」不在单位名录里，请核对名称；不对的话再发一次 /bind。`]),
    `${byName}${byGroup}`,
    "到期提醒要另外订阅：按下面的按钮，或者发 /subscribe。",
  ].join("\n");
}

export function boundNow(unit: string): string {
  return `现在的单位是${unit}。换单位请发「/bind 单位名称」，取消请发「/bind 取消」。`;
}

export const NOT_BOUND = "还没有说定单位。请发「/bind 单位名称」，例如：/bind 县司法局，或者 /bind 谭店乡。";
export const UNBOUND = "好的，不再记住是哪个单位；已有的订阅不受影响，用 /subscriptions 查看。";

export function ownUnitOnly(unit: string | undefined): string {
  return unit === undefined
    ? "没有绑定：你是联络员，但没有写明是哪个单位的，请让管理员重新发 /grant。"
    : `没有绑定：你是${unit}的联络员，只能绑定${unit}；绑定别的单位请让本群管理员来做。`;
}

export const REMIND_UNIT = "订阅到期提醒";
export const REMIND_COLLECTIVE = "也提醒笼统点名的";

export const SUBSCRIBE_USAGE =
  "请写明要提醒什么：单位（/subscribe 县司法局）、部分（/subscribe 第一部分）、文件（/subscribe 文号或标题）或全部（/subscribe 全部）。先用 /bind 说定单位，只发 /subscribe 也行。";
export const SCOPE_UNKNOWN = `没有认出要订阅什么，没有改动。${SUBSCRIBE_USAGE}`;
export const SCOPE_UNCLEAR = "有几份文件都可能是你说的，请选一个：";
export const TOO_MANY = "没有订阅：一个会话最多 20 个订阅，请先用 /subscriptions 取消不要的，或者订阅全部。";

/** What a new subscription takes in. */
export interface Subscribed {
  readonly scope: string;
  readonly tasks: number;
  /** How many of them have a date or a frequency of their own. */
  readonly timed: number;
  /** How many further ones a button takes in. */
  readonly collective: number;
  readonly groups: readonly string[];
}

export function subscribed({ scope, tasks, timed, collective, groups }: Subscribed): string {
  const some = timed > 0 ? `其中${timed}项写明了时限或频次，快到期时在工作日提醒` : "都没有写明时限或频次，所以不会有提醒";
  const others = collective > 0 ? `\n另有${collective}项只笼统写到“${groups.join("”“")}”，不提醒；要提醒请按下面的「${REMIND_COLLECTIVE}」。` : "";
  return `好的，已订阅：${scope}。${tasks > 0 ? `共${tasks}项，${some}` : "现有文件没有点名它，所以不会有提醒"}。${others}\n查看和取消请发 /subscriptions，不想被打扰的时段请发 /quiet。`;
}

export function subscriptions(scopes: readonly string[], quiet: QuietHours | undefined): string {
  if (scopes.length === 0) return NO_SUBSCRIPTIONS;
  const rows = scopes.map((scope, index) => `${index + 1}. ${scope}`);
  return [
    `现有${scopes.length}个订阅：`,
    ...rows,
    ...(quiet ? [`免打扰时段：${printQuietHours(quiet)}`] : []),
    "取消请按下面的按钮，或发「/unsubscribe 序号」「/unsubscribe 全部」。",
  ].join("\n");
}

const NO_SUBSCRIPTIONS = "现在没有订阅。要到期提醒，请发「/subscribe 单位名称」。";
export const GONE_SCOPE = "文件已不在，不会再提醒";
export const UNSUBSCRIBED = "好的，已取消。";
export const NO_SUCH_SUBSCRIPTION = "没有这个订阅，可能已经取消了；现有的请用 /subscriptions 查看。";

export function buttonUnsubscribe(number: number): string {
  return `取消第 ${number} 个`;
}

export const QUIET_USAGE = "没有读懂时段，没有改动。请这样写：/quiet 20:00-8:00，或者 /quiet 晚8点到早8点；取消请发「/quiet 取消」。";
export const NOT_QUIET = "没有免打扰时段。要设请发，例如：/quiet 20:00-8:00。";
export const QUIET_ENDED = "好的，已取消免打扰时段。";

export function quietNow(quiet: QuietHours): string {
  return `免打扰时段：${printQuietHours(quiet)}（北京时间）。取消请发「/quiet 取消」。`;
}

export function quietSet(quiet: QuietHours): string {
  return `好的，每天${printQuietHours(quiet)}（北京时间）不发提醒和通知，到时候再发；提问照常回答。`;
}

/** @param person the reader's own number; undefined in a group, where it is nobody else's business */
export function privacy(person: string | undefined): string {
  return [
    ...(person === undefined ? ["你的用户编号只在私聊里显示：请在与机器人的私聊里发 /privacy。"] : [`你的用户编号：${printPerson(person)}`]),
    "程序保存这些：",
    "· 用户编号、群编号和群名；不保存人的姓名、电话和头像。",
    "· 你们自己定的：单位、县、订阅、免打扰时段、角色、办理情况。私聊只有绑定或订阅过的，才会收到提醒和通知。",
    "· 最近一次提问和回答的位置，一天后删除，用来接着追问；按钮对应的提问原文，不记是谁问的，180 天后删除。",
    "· 没有查到或被点「答得不对」的提问，不记是谁问的；通知的内容。",
    "· 审计记录：谁在什么时候做了什么、结果如何，人用化名，至少保存 6 个月。",
    "运行日志里没有姓名、编号和消息内容。",
    "要删除自己的数据，请在私聊里发 /forget。",
  ].join("\n");
}

export const FORGET_IN_PRIVATE = "请在与机器人的私聊里发 /forget。";
export const FORGET_ASKS =
  "要删除程序保存的、与你有关的全部数据吗？包括角色、私聊的单位和订阅、还没发出的提醒、提问的上下文。办理情况和审计记录里只留一个没人知道是谁的化名。删除后不能恢复。";
export const FORGOTTEN = "已经删除。以后再用机器人，就和第一次用一样。";

/** Where somebody is named in the environment, which a chat cannot change. */
export const STILL_NAMED = "已经删除。你的用户编号还写在启动设置里，管理权限仍在；要去掉，请改启动设置。";

export function helloGroup(username: string): string {
  return [
    "大家好，在这里可以查文件里的任务分工和原文，每条答复都注明出处。",
    `提问请发 /ask@${username} 加问题，或 @${username} 加问题，例如：/ask@${username} 县司法局负责哪些任务`,
    `本群管理员可以用 /bind@${username} 说定单位，用 /subscribe@${username} 订阅到期提醒；保存什么见 /privacy@${username}。`,
  ].join("\n");
}
